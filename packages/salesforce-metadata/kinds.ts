/**
 * The kinds of component that the package holds, by the end of their file names, with the folder that each belongs to.
 * A kind that is not here is refused: what a second-generation managed package carries was decided kind by kind
 * (2GP Developer Guide, "Components Available in Second-Generation Managed Packages", v65.0).
 */
export const KINDS = {
    app: { type: 'CustomApplication', folder: 'applications' },
    compactLayout: { type: 'CompactLayout', folder: 'objects' },
    cspTrustedSite: { type: 'CspTrustedSite', folder: 'cspTrustedSites' },
    customPermission: { type: 'CustomPermission', folder: 'customPermissions' },
    dashboard: { type: 'Dashboard', folder: 'dashboards' },
    dashboardFolder: { type: 'DashboardFolder', folder: 'dashboards' },
    eca: { type: 'ExternalClientApplication', folder: 'externalClientApps' },
    ecaOauth: { type: 'ExtlClntAppOauthSettings', folder: 'extlClntAppOauthSettings' },
    field: { type: 'CustomField', folder: 'objects' },
    fieldTranslation: { type: 'CustomFieldTranslation', folder: 'objectTranslations' },
    flexipage: { type: 'FlexiPage', folder: 'flexipages' },
    flow: { type: 'Flow', folder: 'flows' },
    js: { type: 'LightningComponentBundle', folder: 'lwc' },
    labels: { type: 'CustomLabels', folder: 'labels' },
    layout: { type: 'Layout', folder: 'layouts' },
    listView: { type: 'ListView', folder: 'objects' },
    object: { type: 'CustomObject', folder: 'objects' },
    notiftype: { type: 'CustomNotificationType', folder: 'notificationtypes' },
    objectTranslation: { type: 'CustomObjectTranslation', folder: 'objectTranslations' },
    pathAssistant: { type: 'PathAssistant', folder: 'pathAssistants' },
    permissionsetgroup: { type: 'PermissionSetGroup', folder: 'permissionsetgroups' },
    permissionset: { type: 'PermissionSet', folder: 'permissionsets' },
    queue: { type: 'Queue', folder: 'queues' },
    report: { type: 'Report', folder: 'reports' },
    reportFolder: { type: 'ReportFolder', folder: 'reports' },
    reportType: { type: 'ReportType', folder: 'reportTypes' },
    tab: { type: 'CustomTab', folder: 'tabs' },
    translation: { type: 'Translations', folder: 'translations' }
} as const;

export type Kind = keyof typeof KINDS;

/** @returns the kind and the component's own name, or nothing for a file that is no component */
export function kindOf(file: string): { readonly kind: Kind; readonly name: string } | undefined {
    const match = /^(.+)\.([A-Za-z]+)-meta\.xml$/.exec(file.split('/').at(-1) ?? '');
    if (!match?.[1] || !match[2] || !(match[2] in KINDS)) return undefined;
    return { kind: match[2] as Kind, name: match[1] };
}
