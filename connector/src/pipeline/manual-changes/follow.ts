import { readActivityKey, transcriptKey } from '../../domain/activity-key.ts';
import type { Person } from '../../domain/people/person.ts';
import { moveActivities, type MadeChoice } from './move-activities.ts';
import { manualChangeIn, type ManualChange } from './diff.ts';
import { deleteOrphans } from '../erasure/delete-orphans.ts';
import type { ChangedTask } from '../../contracts/salesforce.ts';
import type { ManualOverride, KeptOverride, WrittenTask } from '../../contracts/store.ts';
import type { Connection, PipelineContext } from '../pipeline-context.ts';

export { manualChangeIn as decisionIn, type ManualChange as Decision } from './diff.ts';

/**
 * Follows what people decided in Salesforce about our records: whom a number belongs to, what they are related to, whose Task
 * it is, and that a record is not wanted. A decision about a number is remembered and goes for its activities, as far as whoever made it may edit them; a
 * record is never set back. One that came back from the recycle bin is brought up to date.
 *
 * @param askedAt when Salesforce was asked for these records, as `performance.now()` counts; absent: after every write
 * @returns how many activities are rendered again because of it, and the Tasks that could not be judged yet: they are
 *     being written, so that what we last wrote is not known for sure
 */
export async function followManualChanges(
    context: PipelineContext,
    connection: Connection,
    touched: readonly ChangedTask[],
    askedAt = Infinity
): Promise<{ readonly rendered: number; readonly unjudged: readonly ChangedTask[] }> {
    if (touched.length === 0) return { rendered: 0, unjudged: [] };
    const { activities, directory } = context.store;
    const keys = [...new Set(touched.map(({ key }) => key))];
    const known = new Map((await activities.tasksByKey(connection.id, keys)).map((task) => [task.key, task]));
    await deleteOrphans(
        context,
        connection,
        touched.filter(({ key, object = 'Task' }) => !object.startsWith('Sona_') && !known.has(key))
    );
    const askedForMs = performance.now() - askedAt;
    const [unjudged, judged] = partition(touched, ({ key }) => isMoving(known.get(key), askedForMs));
    const ours = judged.flatMap((task) => {
        const written = known.get(task.key);
        return written === undefined ? [] : [{ task, written }];
    });
    await askAgain(context, connection, ours);
    const successors = await directory.people(connection.id, writtenPeople(ours.map(({ written }) => written)));
    const decisions = ours.map(({ task, written }) => ({
        key: task.key,
        activityKey: written.activityKey,
        by: chooserOf(task, written),
        ...manualChangeIn(task, followed(written, task, successors))
    }));
    await removeRevived(connection, ours);
    await activities.keepByHand(connection.id, keptOf(decisions));
    const restored = new Set(
        decisions.flatMap(({ isRestored, activityKey }) => (isRestored === true ? activityKey : []))
    );
    const changed = decisions.flatMap(({ byHand, key }) => (byHand === undefined ? [] : key));
    const spoken = await callsWithTranscript(context, connection, changed);
    const again = await renderedAgain(context, connection, new Set([...restored, ...spoken]));
    const choices = await newChoices(
        context,
        connection,
        decisions.flatMap(({ choice, key, by }) => (choice === undefined ? [] : { choice, key, by }))
    );
    if (choices.length === 0) return { rendered: again, unjudged };
    const followedBy = await moveActivities(context, connection, choices);
    return { rendered: again + followedBy, unjudged };
}

/** What our login wrote and we do not remember: the store was restored from a backup, and what came since is not known. */
async function askAgain({ store, log }: PipelineContext, { id }: Connection, ours: readonly Ours[]): Promise<void> {
    const byUs = ours.filter(({ task }) => task.isByUs === true && !task.isDeleted);
    const written = byUs.map(({ task: { key, modifiedAt } }) => ({ key, at: modifiedAt }));
    const again = await store.activities.lookUpAgain(id, written);
    if (again > 0) log.info('asked of Quo again', { connection: id, activities: again });
}

/** Our own write may have come after the choice: then who was seen before it made it, as far as can be known. */
function chooserOf({ isByUs, modifiedById }: ChangedTask, { changedBy }: WrittenTask): string | undefined {
    if (isByUs === true) return changedBy;
    return modifiedById === '' ? undefined : modifiedById;
}

/** Calls whose transcript follows their Task: whose it is, whom it is about, and that it is gone. @param keys of Tasks that a person changed */
async function callsWithTranscript(
    { store }: PipelineContext,
    connection: Connection,
    keys: readonly string[]
): Promise<readonly string[]> {
    const transcripts = keys.flatMap((key) => {
        const activity = readActivityKey(key);
        return activity?.kind === 'call' ? [transcriptKey(activity.callId, 1)] : [];
    });
    if (transcripts.length === 0) return [];
    return (await store.activities.tasksByKey(connection.id, transcripts)).map(({ activityKey }) => activityKey);
}

async function renderedAgain(
    context: PipelineContext,
    connection: Connection,
    restored: ReadonlySet<string>
): Promise<number> {
    if (restored.size === 0) return 0;
    return context.store.activities.makeDue(connection.id, { activityKeys: [...restored] }, { force: true });
}

/** One of each key: of a Task that was made again, the deleted one and the new one are told. */
function keptOf(decisions: readonly (ManualChange & { readonly key: string })[]): readonly KeptOverride[] {
    const byKey = Map.groupBy(decisions, ({ key }) => key);
    return [...byKey].flatMap(([key, some]) => {
        const byHand = some.reduce<ManualOverride>((all, one) => ({ ...all, ...one.byHand }), {});
        const seen = Object.assign({}, ...some.map((one) => one.seen)) as NonNullable<KeptOverride['seen']>;
        const forget = some.flatMap((one) => one.forget ?? []);
        const salesforceId = some.find((one) => one.salesforceId !== undefined)?.salesforceId;
        const isEmpty = [byHand, seen].every((kept) => Object.keys(kept).length === 0) && forget.length === 0;
        return isEmpty ? [] : [{ key, byHand, seen, forget, salesforceId }];
    });
}

/** Being written now, or written since Salesforce was asked: what differs may be our own change. */
function isMoving(written: WrittenTask | undefined, askedForMs: number): boolean {
    if (written === undefined) return false;
    return written.isHeld === true || (written.writtenForMs ?? Infinity) < askedForMs;
}

type Ours = { readonly task: ChangedTask; readonly written: WrittenTask };

/** A late fact made a record again that a person had deleted: the person's word is the last. */
async function removeRevived(connection: Connection, ours: readonly Ours[]): Promise<void> {
    const revived = ours.filter(({ task, written: { salesforceId, byHand } }) => {
        const isAnother = salesforceId !== undefined && salesforceId !== task.id;
        return task.isDeleted && task.isByUs !== true && isAnother && byHand.deleted !== true;
    });
    for (const [object, some] of Map.groupBy(revived, ({ task }) => task.object ?? 'Task')) {
        const ids = some.flatMap(({ written: { salesforceId } }) => salesforceId ?? []);
        await connection.org.remove(object, [...new Set(ids)]);
    }
}

/** The last one of each number, where it says something new. */
async function newChoices(
    context: PipelineContext,
    connection: Connection,
    choices: readonly Pick<MadeChoice, 'choice' | 'key' | 'by'>[]
): Promise<readonly MadeChoice[]> {
    const last = [...new Map(choices.map((made) => [made.choice.number, made])).values()];
    const before = await context.store.directory.choices(
        connection.id,
        last.map(({ choice }) => choice.number)
    );
    return last.flatMap((made) => {
        const { number, record, relatedId } = made.choice;
        const known = before.get(number);
        // What it is related to is chosen for the person: another number of theirs may have been the last word.
        const isNew = known?.record !== record || relatedId !== undefined || known.relatedId !== undefined;
        return isNew ? [{ ...made, before: known }] : [];
    });
}

function writtenPeople(written: readonly WrittenTask[]): readonly string[] {
    return [...new Set(written.flatMap(({ fields: { WhoId } }) => (typeof WhoId === 'string' ? WhoId : [])))];
}

/**
 * What we wrote, as Salesforce itself changed it: of merged people and converted leads the Tasks go on to who stands for
 * them, and of deleted people they lose them. Nobody decided that about the Task.
 */
function followed(written: WrittenTask, task: ChangedTask, successors: ReadonlyMap<string, Person>): WrittenTask {
    const { WhoId } = written.fields;
    if (typeof WhoId !== 'string' || WhoId === task.whoId) return written;
    const successor = successors.get(WhoId);
    const isMoved = task.whoId === undefined ? successor === undefined : whoOf(successor) === task.whoId;
    if (!isMoved) return written;
    const { whoId, whatId } = task;
    return { ...written, fields: { ...written.fields, WhoId: whoId, WhatId: whatId } };
}

function whoOf(person: Person | undefined): string | undefined {
    return person?.personContactId ?? person?.id;
}

function partition<T>(items: readonly T[], isFirst: (item: T) => boolean): readonly [readonly T[], readonly T[]] {
    return [items.filter(isFirst), items.filter((item) => !isFirst(item))];
}
