import type { OrgSettings } from '../contracts/org-settings.ts';

export type { OrgLogin, OrgSettings } from '../contracts/org-settings.ts';

/** Where the REST API of the chosen version begins. */
export function versionRoot(settings: Pick<OrgSettings, 'apiVersion'>): string {
    return `/services/data/v${settings.apiVersion}`;
}
