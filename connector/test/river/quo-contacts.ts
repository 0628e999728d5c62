import { setTimeout as sleep } from 'node:timers/promises';
import type { Row, World } from './world.ts';

/** A contact as Quo's v1 API tells it. */
export interface InQuo {
    readonly id: string;
    readonly externalId: string;
    readonly sourceUrl: string;
    readonly firstName: string;
    readonly lastName?: string;
    readonly company?: string;
    readonly role?: string;
    readonly numbers: readonly string[];
    readonly emails: readonly string[];
    readonly fields: Readonly<Record<string, unknown>>;
}

/** A key of their own, so that people at work do not use up the connector's requests. */
const HAND = 'key-of-a-person';
/** Never more than Quo allows. */
const PACE_MS = 120;

/** Somebody at work in Quo, with a program of their own. */
export async function personInQuo(world: World) {
    await world.control('keys', { key: HAND });
    const request = async (method: string, path: string, body?: unknown): Promise<Row> => {
        const headers = { authorization: HAND, 'content-type': 'application/json', 'quo-api-version': '2026-03-30' };
        await sleep(PACE_MS);
        const init = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) };
        const response = await fetch(`${world.quoUrl}${path}`, init);
        if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`);
        return response.status === 204 ? {} : ((await response.json()) as Row);
    };
    return { request, ours: () => ours(request) };
}

/** Everything that carries our label, by Salesforce id. @throws {Error} when two contacts carry one id */
async function ours(request: (method: string, path: string) => Promise<Row>): Promise<ReadonlyMap<string, InQuo>> {
    const all = new Map<string, InQuo>();
    for (let after: string | undefined = ''; after !== undefined;) {
        const place = after === '' ? '' : `&pageToken=${encodeURIComponent(after)}`;
        const page = await request('GET', `/v1/contacts?sources=quo-for-salesforce&maxResults=50${place}`);
        for (const contact of (page['data'] as readonly Row[]).map(readable)) {
            if (all.has(contact.externalId)) throw new Error(`two contacts for ${contact.externalId}`);
            all.set(contact.externalId, contact);
        }
        after = (page['nextPageToken'] as string | null) ?? undefined;
    }
    return all;
}

function readable(contact: Row): InQuo {
    const { phoneNumbers, emails, ...names } = contact['defaultFields'] as Row;
    const values = (list: unknown): string[] => (list as readonly Row[]).map(({ value }) => String(value)).sort();
    const fields = (contact['customFields'] as readonly Row[]).map(({ key, value }) => [key, value]);
    return {
        ...(contact as unknown as InQuo),
        ...(names as unknown as InQuo),
        numbers: values(phoneNumbers),
        emails: values(emails),
        fields: Object.fromEntries(fields) as InQuo['fields']
    };
}
