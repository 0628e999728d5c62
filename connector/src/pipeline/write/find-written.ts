import { keepFound } from '../../domain/records/keep-found.ts';
import type { Draft } from '../../domain/records/draft.ts';
import { enrichmentDelay } from '../enrichment-delay.ts';
import type { Connection } from '../pipeline-context.ts';
import type { Drawn } from '../settle/settlement.ts';

type Write = Drawn['difference']['writes'][number];
type Found = Readonly<Record<string, unknown>> & { readonly id: string };

/**
 * Looks for records in Salesforce that we do not remember having written: of activities that no delivery told, as after a
 * backup was restored. What is found is written on, never over; a call that Quo can still tell more of is asked about first.
 *
 * @returns what is to be written now
 * @throws {OrgUnavailable}
 */
export async function findWritten(connection: Connection, drawn: readonly Drawn[]): Promise<readonly Drawn[]> {
    const lookedUp = drawn.filter(({ plan }) => plan.claimed.isLookedUp === true);
    const unknown = lookedUp.flatMap(({ difference }) => difference.writes.filter(isUnknown));
    if (unknown.length === 0) return drawn;
    const found = await readFound(
        connection,
        unknown.map(({ draft }) => draft)
    );
    if (found.size === 0) return drawn;
    return drawn.flatMap((one) => {
        if (one.plan.claimed.isLookedUp !== true) return one;
        const writes = one.difference.writes.map((write) => {
            const held = isUnknown(write) ? found.get(nameOf(write.draft)) : undefined;
            return held === undefined ? write : asKnown(write, held);
        });
        const isFound = writes.some((write, n) => write !== one.difference.writes[n]);
        const mayTellMore = one.plan.isAsking && enrichmentDelay(one.plan.claimed.asks) !== undefined;
        return isFound && mayTellMore ? [] : { ...one, difference: { ...one.difference, writes } };
    });
}

function isUnknown({ salesforceId, known }: Write): boolean {
    return salesforceId === undefined && known === undefined;
}

function nameOf({ object, key }: Pick<Draft, 'object' | 'key'>): string {
    return `${object}/${key}`;
}

function asKnown(write: Write, { id, ...held }: Found): Write {
    const { object, key } = write.draft;
    const { fields, written } = keepFound(write.draft.fields, held);
    const kept = { fields: [], parts: written.parts };
    const known = { object, key, salesforceId: id, fields: written.fields, kept };
    return { ...write, draft: { ...write.draft, fields }, salesforceId: id, known };
}

/** By object and key; one API call for the ids of an object, and one for what the records hold. */
async function readFound({ org }: Connection, drafts: readonly Draft[]): Promise<ReadonlyMap<string, Found>> {
    const toRead = [];
    for (const [object, some] of Map.groupBy(drafts, (draft) => draft.object)) {
        const keys = some.map(({ key }) => key);
        const fields = [...new Set(some.flatMap((draft) => [draft.keyField, ...Object.keys(draft.fields)]))];
        for (const id of await org.idsOf(object, keys)) toRead.push({ object, id, fields });
    }
    if (toRead.length === 0) return new Map();
    const values = await org.currentValues(toRead);
    const keyFields = new Map(drafts.map(({ object, keyField }) => [object, keyField]));
    return new Map(
        toRead.flatMap(({ object, id }) => {
            const held = values.get(id);
            const key = held?.[keyFields.get(object) ?? ''];
            return held === undefined || typeof key !== 'string' ? [] : [[nameOf({ object, key }), { ...held, id }]];
        })
    );
}
