import { objectOf } from '../../domain/objects/catalogue.ts';
import { errorData } from '../../log.ts';
import type { DirectoryChange } from '../../contracts/store.ts';
import { learnChange } from '../learn-change.ts';
import type { Connection, PipelineContext } from '../pipeline-context.ts';
import type { WrittenActivity } from '../write/write-drawn.ts';

const RECORD_ID = /^\w{15}(\w{3})?$/;
const DIED = 'SF-REFERENCE';

/**
 * Whom a record was to stand on was deleted, merged or converted between the match and the write: Salesforce is asked at
 * once what became of them, for all activities of the pass together, and the directory learns it.
 *
 * @returns keys of the activities that are now matched otherwise, so that trying again at once makes sense
 */
export async function learnReferences(
    context: PipelineContext,
    connection: Connection,
    written: readonly WrittenActivity[]
): Promise<ReadonlySet<string>> {
    const refused = written.flatMap((one) => {
        const ids = diedIn(one);
        return ids.length === 0 ? [] : [{ ...one, ids }];
    });
    if (refused.length === 0) return new Set();
    try {
        const ids = [...new Set(refused.flatMap((one) => one.ids))];
        const change = await connection.org.standing(ids);
        const known = await context.store.directory.people(connection.id, ids);
        await learnChange(context, connection, change);
        await followByHand(context, connection, refused, change);
        const deleted = new Set(change.deletedRelated ?? []);
        const gone = new Set(change.gone.map(({ id }) => id));
        const isNews = (id: string): boolean => deleted.has(id) || (gone.has(id) && known.get(id)?.id === id);
        const isByHand = (one: WrittenActivity, id: string): boolean => byHandIds(one).includes(id) && gone.has(id);
        return new Set(
            refused
                .filter((one) => one.ids.some((id) => isNews(id) || isByHand(one, id)))
                .map(({ one }) => one.plan.claimed.activityKey)
        );
    } catch (error) {
        context.log.warn('references not asked about', { connection: connection.id, ...errorData(error) });
        return new Set();
    }
}

/** Every person, account and other record that a refused record of this activity was to stand on. */
function diedIn({ one, results }: WrittenActivity): readonly string[] {
    const isRefused = (n: number): boolean => {
        const result = results[n];
        return result?.ok === false && result.remedy === 'resolve' && result.note.code === DIED;
    };
    const drafts = one.difference.writes.filter((_, n) => isRefused(n)).map(({ draft }) => draft);
    if (drafts.length === 0) return [];
    const { whoId, accountId, relatedId } = one.match;
    const named = drafts.flatMap(({ fields, alsoWhoIds = [] }) => [...Object.values(fields), ...alsoWhoIds]);
    return [...new Set([...named, whoId, accountId, relatedId])].filter(isReference);
}

function isReference(value: unknown): value is string {
    return typeof value === 'string' && RECORD_ID.test(value) && objectOf(value) !== undefined;
}

function byHandIds({ one }: WrittenActivity): readonly string[] {
    return one.plan.claimed.records.flatMap(({ byHand }) => [byHand?.whoId, byHand?.whatId].filter(isReference));
}

/** Whom a person had put on the record goes on to who stands for them, or gives way to the match. */
async function followByHand(
    context: PipelineContext,
    connection: Connection,
    refused: readonly WrittenActivity[],
    { gone, deletedRelated = [] }: DirectoryChange
): Promise<void> {
    const into = new Map<string, string | undefined>([
        ...gone.map((one) => [one.id, one.into] as const),
        ...deletedRelated.map((id) => [id, undefined] as const)
    ]);
    const kept = refused
        .flatMap(({ one }) => one.plan.claimed.records)
        .flatMap(({ key, byHand }) => {
            const died = (['whoId', 'whatId'] as const).filter((name) => into.has(byHand?.[name] ?? ''));
            if (byHand === undefined || died.length === 0) return [];
            const moved = died.flatMap((name) => {
                const to = into.get(byHand[name] ?? '');
                return to === undefined ? [] : [[name, to] as const];
            });
            const forget = died.filter((name) => !moved.some(([other]) => other === name));
            return [{ key, byHand: Object.fromEntries(moved), forget }];
        });
    await context.store.activities.keepByHand(connection.id, kept);
}
