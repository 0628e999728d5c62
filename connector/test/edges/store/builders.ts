import { createHash } from 'node:crypto';
import type { CallFact, Fact, MessageFact } from '../../../src/domain/facts.ts';
import type { Match } from '../../../src/domain/people/match.ts';
import type { Person } from '../../../src/domain/people/person.ts';
import type { ActivityView, Delivery, DirectoryChange } from '../../../src/contracts/store.ts';
import type { OpenStore } from '../../../src/store/open.ts';

export const NOON = '2026-11-20T17:00:00.000Z';

export function ended(callId: string, more: Partial<CallFact> = {}): Fact {
    return { kind: 'ended', callId, at: NOON, status: 'answered', duration: 125, ...more } as Fact;
}

export function link(callId: string, url: string): Fact {
    return { kind: 'link', callId, at: NOON, url };
}

export function message(conversation: string, messageId: string, text = 'Bonjour'): MessageFact {
    return { kind: 'message', conversation, messageId, at: NOON, createdAt: NOON, direction: 'incoming', text };
}

export function delivery(id: string, facts: readonly Fact[], more: Partial<Delivery> = {}): Delivery {
    return {
        connection: 'default',
        id,
        scheme: 'standard-webhooks',
        headers: { 'webhook-id': id },
        body: Buffer.from(JSON.stringify({ id, facts })),
        reading: { kind: 'facts', type: 'call.completed', eventId: `EV${id}`, facts },
        ...more
    };
}

/** As if so much time had gone by: every time in the activities, and of their numbers asked, lies further back. */
export async function passTime(store: OpenStore, ms: number): Promise<void> {
    const columns = [
        'first_fact_at',
        'last_fact_at',
        'pending_since',
        'due_at',
        'parked_at',
        'lease_until',
        'written_at',
        'ask_at'
    ];
    const shifted = columns.map((column) => `${column} = ${column} - $1 * interval '1 millisecond'`).join(', ');
    await store.pool.query(`update activities set ${shifted}`, [ms]);
    await store.pool.query(`update unknown_numbers set asked_at = asked_at - $1 * interval '1 millisecond'`, [ms]);
    await store.pool.query(`update connections set paused_until = paused_until - $1 * interval '1 millisecond'`, [ms]);
}

/** The burst's moment is over: what came is due. */
export const afterDebounce = (store: OpenStore) => passTime(store, 300);

export const NOBODY: Match = { status: 'unmatched', reason: { code: 'not-told' }, duplicates: [] };

export function view(more: Partial<ActivityView> = {}): ActivityView {
    return { kind: 'call', numbers: [], matchStatus: 'unmatched', match: NOBODY, title: 'Appel entrant', ...more };
}

export function person(id: string, e164: readonly string[], more: Partial<Person> = {}): Person {
    return {
        id,
        object: 'Contact',
        name: `Person ${id}`,
        numbers: e164.map((number) => ({ e164: number, field: 'Phone' })),
        ...more
    };
}

export function change(more: Partial<DirectoryChange> = {}): DirectoryChange {
    return { people: [], gone: [], related: [], goneRelated: [], highWater: {}, ...more };
}

/** What the river left, without times and order of arrival: equal for equal facts. */
export async function riverOf(store: OpenStore): Promise<string> {
    const rows = await store.db.rows<{ facts: readonly unknown[] }>(
        `select a.activity_key as "activityKey", a.kind, a.version::int as version, (
            select jsonb_agg(f.body) from facts f
            where f.connection = a.connection and f.activity_key = a.activity_key) as facts
        from activities a order by a.connection, a.activity_key`
    );
    // Ids are hashes with a key of each store.
    const sorted = rows.map(({ facts, ...row }) => ({
        ...row,
        facts: facts.map((fact) => JSON.stringify(fact)).sort()
    }));
    return createHash('sha256').update(JSON.stringify(sorted)).digest('hex');
}
