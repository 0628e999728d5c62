import { createHash } from 'node:crypto';
import type { OpenOrg } from '../application/connections/connection-runtime.ts';
import { keepOrg, knownOrg } from '../application/connections/org-identity.ts';
import type { Config } from '../config/config.ts';
import type { OrgSettings } from '../contracts/org-settings.ts';
import type { QuoPlatform } from '../contracts/quo/platform.ts';
import type { SalesforceSignIn } from '../contracts/salesforce-sign-in.ts';
import { quoPlatform } from '../quo/platform.ts';
import { orgAdministration } from '../salesforce/administration.ts';
import { browserSignIn } from '../salesforce/oauth/browser-sign-in.ts';
import { connectOrg } from '../salesforce/org.ts';
import { sizesByOrg } from '../salesforce/records/collection-sizes.ts';
import { openSession } from '../salesforce/rest/session.ts';
import type { OpenStore } from '../store/open.ts';
import { quoBudget } from '../store/quo-contacts/quo-budget.ts';

/** Both platforms, over the network of this process. */
export interface Edges {
    readonly quo: QuoPlatform;
    readonly salesforce: SalesforceSignIn;
    readonly openOrg: (connection: string, settings: OrgSettings) => OpenOrg;
}

export function openEdges(store: OpenStore, config: Config, now: () => Date): Edges {
    const { vault, db } = store;
    // By a fingerprint: the key itself is kept in the vault alone.
    const fingerprint = (key: string): string => createHash('sha256').update(key).digest('base64url');
    const sizesOf = sizesByOrg();
    return {
        quo: quoPlatform({ apiUrl: config.quoApiUrl, budgetOf: (key) => quoBudget(db, fingerprint(key)), fetch }),
        salesforce: browserSignIn({ vault, fetch, now, apiVersion: config.salesforceDefaults.apiVersion }),
        openOrg(connection, settings) {
            const belonging = {
                known: () => knownOrg(store, connection),
                keep: (organizationId: string) => keepOrg(store, connection, organizationId)
            };
            const effects = { connection, vault, fetch, now, belonging };
            const session = openSession(settings, effects);
            return {
                settings,
                org: connectOrg(settings, effects, session, sizesOf(connection, settings.loginUrl)),
                administration: orgAdministration(session, settings, effects)
            };
        }
    };
}
