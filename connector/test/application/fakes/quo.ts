import type { OpenQuo, QuoPlatform } from '../../../src/contracts/quo/platform.ts';
import type { Organization, Subscription } from '../../../src/contracts/quo/subscriptions.ts';
import type { Inbox, QuoUser } from '../../../src/domain/workspace.ts';
import { CodedError } from '../../../src/errors/errors.ts';
import { partial } from './partial.ts';

/** A workspace with one number and one user, whose keys the test decides about. */
export interface FakeQuo extends QuoPlatform {
    /** Keys that Quo takes, with what each leads to. Any other is refused. */
    readonly keys: Map<string, Organization>;
    readonly webhooks: Subscription[];
    readonly tests: string[];
    inboxes: readonly Inbox[];
    users: readonly QuoUser[];
    /** Told before the next key is judged, as for one that Quo does not know yet. */
    isYoung: boolean;
    /** Thrown when a webhook is removed. */
    trouble: Error | undefined;
    /** Quo's clock; an error: it does not answer. */
    time: number | Error | undefined;
    contacts: Partial<OpenQuo['contacts']>;
}

export const WORKSPACE: Organization = { id: 'OR1', name: 'Acme' };
export const KEY = 'a-key-of-the-workspace';

export function fakeQuo(): FakeQuo {
    const quo: FakeQuo = {
        keys: new Map([[KEY, WORKSPACE]]),
        webhooks: [],
        tests: [],
        inboxes: [{ id: 'PN1', name: 'Ventes', number: '+15145550100' }],
        users: [{ id: 'US1', email: 'marie@acme.example', firstName: 'Marie', lastName: 'Gagnon' }],
        isYoung: false,
        trouble: undefined,
        time: undefined,
        contacts: {},
        open: (key, listening) => open(quo, key, listening?.onWaitingForKey),
        async clock() {
            if (quo.time instanceof Error) throw quo.time;
            return quo.time;
        }
    };
    return quo;
}

function open(quo: FakeQuo, key: string, onWaitingForKey?: () => void): OpenQuo {
    const organization = async (): Promise<Organization> => {
        if (quo.isYoung) onWaitingForKey?.();
        const found = quo.keys.get(key);
        if (found === undefined) throw new CodedError('QUO-KEY', '401');
        return found;
    };
    return {
        contacts: partial('contacts', quo.contacts),
        recordings: partial('recordings', {}),
        attachments: partial('attachments', {}),
        workspace: partial('workspace', { inboxes: async () => quo.inboxes, users: async () => quo.users }),
        subscriptions: {
            organization,
            list: async () => quo.webhooks,
            async create({ url, label }) {
                const subscription = { id: `WH${quo.webhooks.length + 1}`, url, label, enabled: true, events: [] };
                quo.webhooks.push(subscription);
                return { subscription, key: `whsec_${Buffer.from(subscription.id.repeat(8)).toString('base64')}` };
            },
            rotate: async (id) => `whsec_${id}`,
            async remove(id) {
                if (quo.trouble !== undefined) throw quo.trouble;
                quo.webhooks.splice(0, Infinity, ...quo.webhooks.filter((one) => one.id !== id));
            },
            async sendTest(id) {
                quo.tests.push(id);
                return 'EV1';
            }
        }
    };
}
