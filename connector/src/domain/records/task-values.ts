import type { Preferences } from '../preferences/preferences.ts';
import type { TaskPicklists, TaskValues } from '../workspace.ts';
import type { FieldValue } from './draft.ts';
import { fieldDefaults, type ActivityKind } from './field-defaults.ts';
import type { Moment } from './relative-day.ts';

export const RECORD_TYPE = 'RecordTypeId';

interface ValuesOfKind {
    readonly Status: string | undefined;
    readonly Priority: string;
    /** Of the org's other fields. */
    readonly others: Readonly<Record<string, FieldValue>>;
}

/**
 * Status and priority of the Tasks of a kind, and what an admin chose for their other fields: what they chose, else what
 * the chosen record type has, else what the org has in general. `Status` is absent where the record type has no closed one.
 *
 * @param moment of the activity; without it, values that are counted from its day are left out
 */
export function taskValues(
    kind: ActivityKind,
    chosen: Preferences['taskFields'],
    org: TaskPicklists,
    moment?: Moment
): ValuesOfKind {
    const { Status, Priority, ...others } = fieldDefaults(chosen, kind, moment);
    const values = valuesOf(others[RECORD_TYPE], org);
    return {
        Status: typeof Status === 'string' ? Status : values.closedStatus,
        Priority: typeof Priority === 'string' ? Priority : values.priority,
        others
    };
}

/** Ids of the record types that an admin chose, each once. */
export function chosenRecordTypes(chosen: Preferences['taskFields']): readonly string[] {
    const ids = chosen.flatMap(({ field, value }) =>
        field === RECORD_TYPE && typeof value === 'string' ? [value] : []
    );
    return [...new Set(ids)];
}

export function valuesOf(recordType: FieldValue | undefined, org: TaskPicklists): TaskValues {
    return (typeof recordType === 'string' ? org.recordTypes?.[recordType] : undefined) ?? org;
}
