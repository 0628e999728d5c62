import { createHash } from 'node:crypto';
import type { Preferences } from '../domain/preferences/preferences.ts';
import { fieldsOfOrg } from '../domain/quo-contacts/filter.ts';
import type { QuoBudget } from '../contracts/quo-budget.ts';
import type { Vault } from '../contracts/store.ts';
import { quoClient } from '../quo/client.ts';
import { recordings } from '../quo/recordings.ts';
import { subscriptions } from '../quo/subscriptions.ts';
import { openSession } from '../salesforce/rest/session.ts';
import type { OrgSettings } from '../salesforce/settings.ts';
import { quoBudget } from '../store/quo-contacts/quo-budget.ts';
import type { Database } from '../store/database/sql.ts';
import type { OpenOrg, OpenQuo } from './connection-runtime.ts';

/** Nothing is asked of Salesforce until something is due. */
export function openOrg(
    id: string,
    settings: Omit<OrgSettings, 'region' | 'phoneFields' | 'filterFields'>,
    {
        defaultRegion: region,
        phoneFields,
        contactFilter
    }: Pick<Preferences, 'defaultRegion' | 'phoneFields' | 'contactFilter'>,
    effects: { readonly vault: Vault; readonly now: () => Date }
): OpenOrg {
    const whole = { ...settings, region, phoneFields, filterFields: fieldsOfOrg(contactFilter) };
    return { settings: whole, session: openSession(whole, { connection: id, fetch, ...effects }) };
}

/** One client for everything that is asked of a workspace: its pace is the key's, whichever process asks. */
export function openQuo(apiUrl: string, key: string, db: Database): OpenQuo {
    const client = quoClient({ baseUrl: apiUrl, key, budget: budgetOf(db, key) });
    return { client, recordings: recordings(client, { apiUrl }), subscriptions: subscriptions(client) };
}

/** By a fingerprint: the key itself is kept in the vault alone. */
export function budgetOf(db: Database, key: string): QuoBudget {
    return quoBudget(db, createHash('sha256').update(key).digest('base64url'));
}
