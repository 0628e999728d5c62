import type { FieldValue } from './draft.ts';
import { LEAD, TASK } from './names.ts';
import { relativeDay, type DayType, type Moment } from './relative-day.ts';

/** Objects of which an admin chooses values of further fields. */
export type DefaultedObject = 'Task' | 'Lead';

/** What a Task is about: one call, or the texts of a conversation. */
export const ACTIVITY_KINDS = ['call', 'messages'] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

/** A value that a field of ours gets where nothing else is known for it. */
export interface FieldDefault {
    /** API name. */
    readonly field: string;
    readonly value: string | number | boolean;
    /** Of Tasks: only those of this kind; absent: all. */
    readonly on?: ActivityKind | undefined;
    /** The value is counted from the activity's day, and the field holds a day of this type: `TODAY+3`. */
    readonly relative?: DayType | undefined;
}

/** What we fill in ourselves, from the call or by a preference of its own. */
const OURS: Readonly<Record<DefaultedObject, readonly string[]>> = {
    Task: [
        'Subject',
        'Description',
        'ActivityDate',
        'OwnerId',
        'WhoId',
        'WhatId',
        'TaskSubtype',
        'CallType',
        'CallDurationInSeconds',
        'CallDisposition',
        'CallObject',
        ...Object.values(TASK)
    ],
    Lead: ['Phone', 'OwnerId', 'LeadSource', ...Object.values(LEAD)]
};

export function isFilledByUs(object: DefaultedObject, field: string): boolean {
    return OURS[object].some((ours) => ours.toLowerCase() === field.toLowerCase());
}

/**
 * The values by field. What is said of one kind goes before what is said of all; said twice, the last one counts.
 *
 * @param moment of the activity; without it, values that are counted from its day are left out
 */
export function fieldDefaults(
    rows: readonly FieldDefault[],
    kind?: ActivityKind,
    moment?: Moment
): Readonly<Record<string, FieldValue>> {
    const general = rows.filter(({ on }) => on === undefined);
    const special = rows.filter(({ on }) => on !== undefined && on === kind);
    return Object.fromEntries(
        [...general, ...special].flatMap(({ field, value, relative }): [string, FieldValue][] => {
            if (relative === undefined) return [[field, value]];
            return moment === undefined ? [] : [[field, relativeDay(String(value), relative, moment)]];
        })
    );
}
