import type { QuoBudget } from '../contracts/quo/budget.ts';
import type { QuoPlatform } from '../contracts/quo/platform.ts';
import { attachments } from './attachments.ts';
import { quoClient } from './client.ts';
import { quoContacts } from './contacts.ts';
import { recordings } from './recordings.ts';
import { subscriptions } from './subscriptions.ts';
import { workspace } from './workspace.ts';

const CLOCK_TIMEOUT_MS = 5_000;

export interface QuoPlatformDeps {
    /** Without trailing slash. */
    readonly apiUrl: string;
    /** The pace of a key, shared by every process that uses it. */
    readonly budgetOf: (key: string) => QuoBudget;
    readonly fetch: typeof fetch;
}

/** Quo over HTTP. One client for everything that is asked of a workspace: its pace is the key's. */
export function quoPlatform({ apiUrl, budgetOf, fetch }: QuoPlatformDeps): QuoPlatform {
    return {
        open(key, listening) {
            const client = quoClient({ ...listening, baseUrl: apiUrl, key, budget: budgetOf(key), fetch });
            return {
                workspace: workspace(client),
                subscriptions: subscriptions(client),
                contacts: quoContacts(client),
                recordings: recordings(client, { apiUrl }),
                attachments: attachments(client, { apiUrl })
            };
        },
        async clock() {
            const signal = AbortSignal.timeout(CLOCK_TIMEOUT_MS);
            const response = await fetch(apiUrl, { method: 'HEAD', redirect: 'manual', signal });
            const told = Date.parse(response.headers.get('date') ?? '');
            return Number.isNaN(told) ? undefined : told;
        }
    };
}
