import type { OrgState } from '../org-state.ts';
import { findRow, type Insert } from './insert.ts';

/** The trusted URLs that packages declare; one that is there takes the values of the file that came last. */
export function addTrustedSites(state: OrgState, insert: Insert): void {
    const object = state.schema.object('CspTrustedSite');
    for (const site of state.packages.flatMap(({ trustedSites }) => [...trustedSites])) {
        const values = {
            DeveloperName: site.name,
            EndpointUrl: site.url,
            Context: site.context,
            Description: site.description,
            IsActive: site.active,
            ...site.uses
        };
        const known = findRow(state, 'CspTrustedSite', 'DeveloperName', site.name);
        if (!known || !object) {
            insert('CspTrustedSite', values);
            continue;
        }
        const table = state.tables.of(object);
        table.erase(known);
        table.insert({ ...known, ...values });
    }
}
