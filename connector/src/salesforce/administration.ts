import type { OrgAdministration } from '../contracts/org-administration.ts';
import type { OrgSettings } from '../contracts/org-settings.ts';
import type { Vault } from '../contracts/store.ts';
import { CodedError } from '../errors/errors.ts';
import { checkOrg } from './checks/check-org.ts';
import { disconnectOrg } from './disconnect.ts';
import { readFieldChoices } from './field-choices.ts';
import { readListeners } from './listeners.ts';
import { nameInOrg } from './namespace.ts';
import { missingRecords } from './missing-records.ts';
import type { Fetch } from './oauth/oauth-client.ts';
import { ownLeads } from './own-leads.ts';
import { recordsByNumber } from './records-by-number.ts';
import { readTaskQueues } from './queues.ts';
import { Refusal } from './rest/refusal.ts';
import type { Session } from './rest/session.ts';
import { readUserRights } from './user-rights.ts';
import { readUsers } from './users.ts';

/** What the console asks of one org. Nothing is asked until a method is called. */
export function orgAdministration(
    session: Session,
    settings: OrgSettings,
    {
        vault,
        connection,
        fetch,
        now
    }: { readonly vault: Vault; readonly connection: string; readonly fetch: Fetch; readonly now: () => Date }
): OrgAdministration {
    const name = nameInOrg(settings.namespace);
    return {
        identity: () => session.tokens(),
        async rightsOf(userId) {
            try {
                return await readUserRights(session, userId, settings.namespace, now());
            } catch (error) {
                if (error instanceof Refusal) throw new CodedError('SF-FORBIDDEN', error.first.code, { cause: error });
                throw error;
            }
        },
        listeners: () =>
            readListeners(session, settings.namespace, now()).catch((error: unknown) => {
                if (error instanceof Refusal) throw new CodedError('SF-FORBIDDEN', error.first.code, { cause: error });
                throw error;
            }),
        users: () => readUsers(session),
        queues: () => readTaskQueues(session),
        fields: () => readFieldChoices(session, settings),
        missingRecords: (records) => missingRecords(session, records),
        check: (wishes) => checkOrg(session, settings, wishes),
        recordsByNumber: (number) => recordsByNumber(session, number, name),
        ownLeads: (number) => ownLeads(session, number, name),
        disconnect: () => disconnectOrg(settings, vault, connection, fetch)
    };
}
