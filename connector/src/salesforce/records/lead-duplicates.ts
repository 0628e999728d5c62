import { z } from 'zod';
import type { WriteItem, WriteResult } from '../../contracts/salesforce.ts';
import { recordFailure } from '../rest/failures.ts';
import type { NameInOrg } from '../namespace.ts';
import { Refusal } from '../rest/refusal.ts';
import type { Session } from '../rest/session.ts';
import { recordOf } from './write-plan.ts';
import { leadHeaders, type SendOptions } from './send.ts';
import { readAnswer } from '../rest/unreadable.ts';

const Upserted = z.object({ id: z.string(), created: z.boolean() });

/** One request each: more wait for the next attempt. */
const MOST_ASKED = 10;

/**
 * A collection says that a duplicate rule stopped a lead, but not always which record it found; the same upsert of
 * that lead alone does.
 */
export async function namedByDuplicateRule(
    session: Session,
    items: readonly WriteItem[],
    results: readonly WriteResult[],
    name: NameInOrg,
    options: SendOptions
): Promise<readonly WriteResult[]> {
    const named = [...results];
    let asked = 0;
    for (const [index, item] of items.entries()) {
        const result = results[index];
        const isUnnamed =
            item.draft.object === 'Lead' &&
            result?.ok === false &&
            result.statusCode === 'DUPLICATES_DETECTED' &&
            result.duplicateOf === undefined;
        if (!isUnnamed || asked >= MOST_ASKED) continue;
        asked += 1;
        named[index] = await upsertAlone(session, item, index, name, options);
    }
    return named;
}

async function upsertAlone(
    session: Session,
    item: WriteItem,
    index: number,
    name: NameInOrg,
    options: SendOptions
): Promise<WriteResult> {
    const key = name(item.draft.keyField);
    const record = recordOf({ index, item, by: { how: 'upsert' }, forCreate: true }, name);
    // The key is in the address; Salesforce refuses it in the body as well.
    const body = Object.fromEntries(
        Object.entries(record).filter(([field]) => field !== 'attributes' && field !== key)
    );
    const path = `${session.root}/sobjects/Lead/${key}/${encodeURIComponent(item.draft.key)}`;
    try {
        const answer = await session.request({ method: 'PATCH', path, body, headers: leadHeaders(options) });
        return { ok: true, ...readAnswer(Upserted, answer) };
    } catch (error) {
        if (error instanceof Refusal) return recordFailure(error.errors, key);
        throw error;
    }
}
