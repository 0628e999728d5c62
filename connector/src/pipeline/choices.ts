import type { Person } from '../domain/people/person.ts';
import { TASK } from '../domain/records/names.ts';
import { removeStrays } from './forgetting/remove-strays.ts';
import type { TouchedTask } from './ports/org.ts';
import type { ActivityStore, ByHand, Choice, WrittenTask } from './ports/store.ts';
import type { Runtime, Works } from './runtime.ts';

/** What one changed Task says. */
export interface Decision {
    /** For this record alone. */
    readonly byHand?: ByHand;
    /** For everything of the number. */
    readonly choice?: Choice;
}

/**
 * Follows what people decided in Salesforce about our Tasks: whom a number belongs to, which opportunity, whose Task it
 * is. A decision about a number goes for all its activities and is remembered; a record is never set back.
 *
 * @param askedAt when Salesforce was asked for these Tasks, as `performance.now()` counts; absent: after every write
 * @returns how many activities are rendered again because of it, and the Tasks that could not be judged yet: they are
 *     being written, so that what we last wrote is not known for sure
 */
export async function followChoices(
    works: Works,
    runtime: Runtime,
    touched: readonly TouchedTask[],
    askedAt = Infinity
): Promise<{ readonly rendered: number; readonly unjudged: readonly TouchedTask[] }> {
    if (touched.length === 0) return { rendered: 0, unjudged: [] };
    const { activities, directory } = works.store;
    const keys = [...new Set(touched.map(({ key }) => key))];
    const known = new Map((await activities.tasksByKey(runtime.id, keys)).map((task) => [task.key, task]));
    await removeStrays(
        works,
        runtime,
        touched.filter(({ key }) => !known.has(key))
    );
    const askedForMs = performance.now() - askedAt;
    const [unjudged, judged] = partition(touched, ({ key }) => isMoving(known.get(key), askedForMs));
    const ours = judged.flatMap((task) => {
        const written = known.get(task.key);
        return written === undefined ? [] : [{ task, written }];
    });
    const successors = await directory.people(runtime.id, writtenPeople(ours.map(({ written }) => written)));
    const decisions = ours.map(({ task, written }) => ({
        key: task.key,
        ...decisionIn(task, followed(written, task, successors))
    }));
    await removeRevived(runtime, ours);
    await activities.keepByHand(runtime.id, byHandOf(decisions));
    const choices = await newChoices(
        works,
        runtime,
        decisions.flatMap(({ choice }) => choice ?? [])
    );
    if (choices.length === 0) return { rendered: 0, unjudged };
    await directory.choose(runtime.id, choices);
    const numbers = choices.map(({ number }) => number);
    return { rendered: await activities.makeDue(runtime.id, { numbers }, { force: true }), unjudged };
}

/** One of each key: of a Task that was made again, the deleted one and the new one are told. */
function byHandOf(decisions: readonly (Decision & { readonly key: string })[]): Parameters<KeepByHand>[1] {
    const byKey = Map.groupBy(decisions, ({ key }) => key);
    return [...byKey].flatMap(([key, some]) => {
        const byHand = some.reduce<ByHand>((all, one) => ({ ...all, ...one.byHand }), {});
        return Object.keys(byHand).length === 0 ? [] : [{ key, byHand }];
    });
}

type KeepByHand = ActivityStore['keepByHand'];

/** Being written now, or written since Salesforce was asked: what differs may be our own change. */
function isMoving(written: WrittenTask | undefined, askedForMs: number): boolean {
    if (written === undefined) return false;
    return written.isHeld === true || (written.writtenForMs ?? Infinity) < askedForMs;
}

type Ours = { readonly task: TouchedTask; readonly written: WrittenTask };

/** A late fact made a Task again that a person had deleted: the person's word is the last. */
async function removeRevived(runtime: Runtime, ours: readonly Ours[]): Promise<void> {
    const revived = ours.flatMap(({ task, written: { salesforceId, byHand } }) => {
        const isAnother = salesforceId !== undefined && salesforceId !== task.id;
        return task.isDeleted && task.isByUs !== true && isAnother && byHand.deleted !== true ? [salesforceId] : [];
    });
    if (revived.length > 0) await runtime.org.remove('Task', [...new Set(revived)]);
}

/** The last one of each number, where it says something new. */
async function newChoices(works: Works, runtime: Runtime, choices: readonly Choice[]): Promise<readonly Choice[]> {
    const last = [...new Map(choices.map((choice) => [choice.number, choice])).values()];
    const before = await works.store.directory.choices(
        runtime.id,
        last.map(({ number }) => number)
    );
    return last.filter(({ number, record, opportunityId }) => {
        const known = before.get(number);
        return known?.record !== record || known.opportunityId !== opportunityId;
    });
}

function writtenPeople(written: readonly WrittenTask[]): readonly string[] {
    return [...new Set(written.flatMap(({ fields: { WhoId } }) => (typeof WhoId === 'string' ? WhoId : [])))];
}

/**
 * What we wrote, as Salesforce itself changed it: of merged people and converted leads the Tasks go on to who stands for
 * them, and of deleted people they lose them. Nobody decided that about the Task.
 */
function followed(written: WrittenTask, task: TouchedTask, successors: ReadonlyMap<string, Person>): WrittenTask {
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

/** Compares a Task with what we last wrote of it. Only differences are decisions: people also tick and rename. */
export function decisionIn(task: TouchedTask, written: WrittenTask): Decision {
    // What we deleted ourselves was of no more use; a key's earlier record says nothing of the one there is now.
    if (task.isDeleted) return task.isByUs === true ? {} : { byHand: { deleted: true } };
    if (written.salesforceId !== undefined && written.salesforceId !== task.id) return {};
    const who = changed(task.whoId, written.fields['WhoId']);
    const what = changed(task.whatId, written.fields['WhatId']);
    const owner = changed(task.ownerId, written.fields['OwnerId']) ?? undefined;
    const choice = choiceIn(task, written, who, what);
    const byHand: ByHand = {
        ...(who === undefined || choice?.record === who ? {} : { whoId: who }),
        ...(what === undefined || isChosen(choice, what) ? {} : { whatId: what }),
        ...(owner === undefined || written.fields['OwnerId'] === undefined ? {} : { ownerId: owner })
    };
    return { ...(Object.keys(byHand).length > 0 ? { byHand } : {}), ...(choice === undefined ? {} : { choice }) };
}

/** A decision about a group cannot be told from one about a single number of it, so it stays with the record. */
function choiceIn(
    task: TouchedTask,
    { numbers, fields }: WrittenTask,
    who: string | null | undefined,
    what: string | null | undefined
): Choice | undefined {
    const [number] = numbers;
    if (number === undefined || numbers.length > 1) return undefined;
    if (task.match === 'ignored' && fields[TASK.match] !== 'ignored') return { number, record: 'ignore' };
    const opportunity = what?.startsWith('006') === true ? { opportunityId: what } : {};
    const account = what?.startsWith('001') === true && task.whoId === undefined ? what : undefined;
    const record = who ?? account ?? ('opportunityId' in opportunity ? task.whoId : undefined);
    return record === undefined ? undefined : { number, record, ...opportunity };
}

function isChosen(choice: Choice | undefined, what: string | null): boolean {
    return choice !== undefined && (choice.record === what || choice.opportunityId === what);
}

/** @returns the new value, `null` when it was cleared, `undefined` when it did not change */
function changed(now: string | undefined, before: unknown): string | null | undefined {
    const was = typeof before === 'string' ? before : undefined;
    if (now === was) return undefined;
    return now ?? null;
}
