import { idOf, relatedObjectOf } from '../../domain/objects/catalogue.ts';
import { TASK } from '../../domain/records/names.ts';
import type { ChangedTask } from '../../contracts/salesforce.ts';
import type { ManualOverride, Choice, KeptOverride, WrittenTask } from '../../contracts/store.ts';

/** What one changed record says. */
export interface ManualChange extends Pick<KeptOverride, 'forget' | 'seen' | 'salesforceId'> {
    /** For this record alone. */
    readonly byHand?: ManualOverride;
    /** For everything of the number. */
    readonly choice?: Choice;
    /** It came back from the recycle bin: it is followed again. */
    readonly isRestored?: boolean;
}

/** Compares a record with what we last wrote of it. Only differences are decisions: people also tick and rename. */
export function manualChangeIn(task: ChangedTask, written: WrittenTask): ManualChange {
    // What we deleted ourselves was of no more use, and is not kept as ours; a key's earlier record says nothing of the one
    // there is now. What stands in our records was deleted by a person, perhaps with our login.
    if (task.isDeleted) {
        const isOurDeletion = task.isByUs === true && written.salesforceId !== task.id;
        return isOurDeletion ? {} : { byHand: { deleted: true } };
    }
    const isRestored = written.byHand.deleted === true;
    if (!isRestored && written.salesforceId !== undefined && written.salesforceId !== task.id) return {};
    const restored = isRestored ? { isRestored, salesforceId: task.id } : {};
    const back: ManualOverride = isRestored ? { deleted: false } : {};
    if (task.object !== undefined && task.object !== 'Task') return isRestored ? { ...restored, byHand: back } : {};
    const { byHand, ...decision } = isForgottenWrite(task, written) ? {} : differenceIn(task, written);
    const kept = { ...back, ...byHand };
    return { ...restored, ...decision, ...(Object.keys(kept).length === 0 ? {} : { byHand: kept }) };
}

/**
 * Only we say how a person was found, people only that a number is to be ignored: our login said it otherwise than we
 * remember, so that we wrote this and the store was restored from a backup of before.
 */
function isForgottenWrite({ isByUs, match }: ChangedTask, { fields }: WrittenTask): boolean {
    return isByUs === true && match !== undefined && match !== 'ignored' && match !== fields[TASK.match];
}

function differenceIn(task: ChangedTask, written: WrittenTask): ManualChange {
    const who = changed(task.whoId, written.fields['WhoId']);
    const what = changed(task.whatId, written.fields['WhatId']);
    const hasOwner = written.fields['OwnerId'] !== undefined;
    const owner = hasOwner ? (changed(task.ownerId, written.fields['OwnerId']) ?? undefined) : undefined;
    const choice = choiceIn(task, written, who, what);
    const byHand: ManualOverride = {
        ...(who === undefined || choice?.record === who ? {} : { whoId: who }),
        ...(what === undefined || isChosen(choice, what) ? {} : { whatId: what }),
        ...(owner === undefined ? {} : { ownerId: owner })
    };
    const seen = {
        ...(who === undefined ? {} : { WhoId: who }),
        ...(what === undefined ? {} : { WhatId: what }),
        ...(owner === undefined ? {} : { OwnerId: owner })
    };
    const forget = choice === undefined ? [] : overruled(choice, what);
    return {
        ...(Object.keys(byHand).length === 0 ? {} : { byHand }),
        ...(choice === undefined ? {} : { choice }),
        ...(forget.length === 0 ? {} : { forget }),
        ...(Object.keys(seen).length === 0 ? {} : { seen })
    };
}

/** What was set on this record alone before, and is now decided for the number. */
function overruled(choice: Choice, what: string | null | undefined): readonly (keyof ManualOverride)[] {
    if (choice.record === 'ignore') return [];
    return what !== undefined && isChosen(choice, what) ? ['whoId', 'whatId'] : ['whoId'];
}

/** A decision about a group cannot be told from one about a single number of it, so it stays with the record. */
function choiceIn(
    task: ChangedTask,
    { numbers, fields }: WrittenTask,
    who: string | null | undefined,
    what: string | null | undefined
): Choice | undefined {
    const [number] = numbers;
    if (number === undefined || numbers.length > 1) return undefined;
    if (task.match === 'ignored' && fields[TASK.match] !== 'ignored') return { number, record: 'ignore' };
    const isRelated = typeof what === 'string' && relatedObjectOf(what) !== undefined;
    const related = isRelated ? { relatedId: what } : {};
    const account = task.whoId === undefined ? idOf('Account', what) : undefined;
    const record = who ?? account ?? (isRelated ? task.whoId : undefined);
    return record === undefined ? undefined : { number, record, ...related };
}

function isChosen(choice: Choice | undefined, what: string | null): boolean {
    return choice !== undefined && (choice.record === what || choice.relatedId === what);
}

/** @returns the new value, `null` when it was cleared, `undefined` when it did not change */
function changed(now: string | undefined, before: unknown): string | null | undefined {
    const was = typeof before === 'string' ? before : undefined;
    if (now === was) return undefined;
    return now ?? null;
}
