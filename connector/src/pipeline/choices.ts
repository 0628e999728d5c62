import { TASK } from '../domain/records/names.ts';
import type { TouchedTask } from './ports/org.ts';
import type { ByHand, Choice, WrittenTask } from './ports/store.ts';
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
 * @returns how many activities are rendered again because of it
 */
export async function followChoices(works: Works, runtime: Runtime, touched: readonly TouchedTask[]): Promise<number> {
    if (touched.length === 0) return 0;
    const { activities, directory } = works.store;
    const keys = touched.map(({ key }) => key);
    const known = new Map((await activities.tasksByKey(runtime.id, keys)).map((task) => [task.key, task]));
    const decisions = touched.flatMap((task) => {
        const written = known.get(task.key);
        return written === undefined ? [] : [{ key: task.key, ...decisionIn(task, written) }];
    });
    const byHand = decisions.flatMap(({ key, byHand: set }) => (set === undefined ? [] : [{ key, byHand: set }]));
    const choices = decisions.flatMap(({ choice }) => choice ?? []);
    await activities.keepByHand(runtime.id, byHand);
    if (choices.length === 0) return 0;
    await directory.choose(runtime.id, choices);
    return activities.makeDue(runtime.id, { numbers: choices.map(({ number }) => number) }, { force: true });
}

/** Compares a Task with what we last wrote of it. Only differences are decisions: people also tick and rename. */
export function decisionIn(task: TouchedTask, written: WrittenTask): Decision {
    if (task.isDeleted) return { byHand: { deleted: true } };
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
