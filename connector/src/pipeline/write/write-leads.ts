import type { Draft } from '../../domain/records/draft.ts';
import { lookups, type Lookups } from '../lookups.ts';
import type { WriteResult } from '../../contracts/salesforce.ts';
import type { Connection, PipelineContext } from '../pipeline-context.ts';
import { forgetRefusedOwners, isOwnerRefused } from '../match/owner.ts';

/**
 * Writes leads. One whose owner became inactive since the users were read goes to who stands in for them, and, should
 * Salesforce refuse that one as well, to nobody in particular: a caller must not wait for an owner.
 *
 * @param redraw the leads, by number, as they are with other users
 * @returns one result per draft, in order
 * @throws {OrgUnavailable}
 */
export async function writeLeads(
    context: PipelineContext,
    connection: Connection,
    drafts: readonly Draft[],
    redraw: (seen: Lookups) => ReadonlyMap<string, Draft>
): Promise<readonly WriteResult[]> {
    const results = await write(connection, drafts);
    if (!results.some(isOwnerRefused)) return results;
    await forgetRefusedOwners(context, connection, results);
    const now = redraw(await lookups(context, connection, new Set()));
    const instead = await refusedAgain(connection, drafts, results, (draft) => now.get(draft.key) ?? draft);
    return refusedAgain(connection, drafts, instead, withoutOwner);
}

async function refusedAgain(
    connection: Connection,
    drafts: readonly Draft[],
    results: readonly WriteResult[],
    other: (draft: Draft) => Draft
): Promise<readonly WriteResult[]> {
    const refused = drafts.filter((_, n) => isOwnerRefused(results[n]));
    if (refused.length === 0) return results;
    const second = await write(connection, refused.map(other));
    const byKey = new Map(refused.map(({ key }, n) => [key, second[n]]));
    return results.map((result, n) => byKey.get(drafts[n]?.key ?? '') ?? result);
}

function write(connection: Connection, drafts: readonly Draft[]): Promise<readonly WriteResult[]> {
    return connection.org.write(drafts.map((draft) => ({ draft })));
}

function withoutOwner(draft: Draft): Draft {
    const createOnly = Object.entries(draft.createOnly ?? {}).filter(([name]) => name !== 'OwnerId');
    return { ...draft, createOnly: Object.fromEntries(createOnly) };
}
