/**
 * Elements that the platform wants although the WSDL marks them optional, by type; `a|b` is one or the other.
 * `nameField` of an object is a CustomField without a name of its own.
 */
export const NEEDED: Readonly<Record<string, readonly string[]>> = {
    CustomApplication: ['label', 'uiType', 'navType'],
    CustomField: ['fullName', 'label', 'type'],
    CustomFieldTranslation: ['name', 'label'],
    CustomTab: ['customObject|flexiPage', 'motif'],
    Dashboard: ['dashboardType'],
    ExternalClientApplication: ['label', 'distributionState'],
    LightningComponentBundle: ['apiVersion', 'isExposed'],
    ListView: ['fullName'],
    PermissionSet: ['description'],
    PermissionSetGroup: ['description', 'status'],
    Report: ['columns', 'scope', 'timeFrameFilter'],
    ReportType: ['category', 'description', 'sections']
};
