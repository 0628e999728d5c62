import type { Org } from '../../contracts/salesforce.ts';
import type { Preferences } from '../../domain/preferences/preferences.ts';
import { ACTIVITY_KINDS, type ActivityKind } from '../../domain/records/field-defaults.ts';
import { chosenRecordTypes, RECORD_TYPE, taskValues, valuesOf } from '../../domain/records/task-values.ts';
import type { TaskPicklists } from '../../domain/workspace.ts';
import type { Fault } from './model.ts';

type TaskFields = Preferences['taskFields'];

/**
 * What the org would refuse of the Tasks to come: a status that the record type does not have. And what nobody wants: a
 * record type without a closed status, whose Tasks would all stand open.
 */
export async function taskFaults(
    rows: TaskFields,
    org: Pick<Org, 'vocabulary'> | undefined
): Promise<readonly Fault[]> {
    if (rows.length === 0 || org === undefined) return [];
    // An org that cannot be asked now says it with the first Task.
    const known = await org.vocabulary(chosenRecordTypes(rows)).catch(() => undefined);
    if (known === undefined) return [];
    const faults = ACTIVITY_KINDS.flatMap((kind) => faultsOfKind(kind, rows, known));
    return [...new Map(faults.map((fault) => [fault.at, fault])).values()];
}

function faultsOfKind(kind: ActivityKind, rows: TaskFields, known: TaskPicklists): readonly Fault[] {
    const { Status, others } = taskValues(kind, rows, known);
    const { statuses } = valuesOf(others[RECORD_TYPE], known);
    const at = (field: string): string => `taskFields.${rowOf(field, kind, rows)}.value`;
    if (Status === undefined)
        return RECORD_TYPE in others ? [{ at: at(RECORD_TYPE), why: 'no-closed', seen: statuses.join(', ') }] : [];
    const isChosen = rowOf('Status', kind, rows) >= 0;
    return !isChosen || statuses.includes(Status) ? [] : [{ at: at('Status'), why: 'value', seen: Status }];
}

/** The row that decides a field of Tasks of a kind; -1: none. */
function rowOf(field: string, kind: ActivityKind, rows: TaskFields): number {
    const special = rows.findLastIndex((row) => row.field === field && row.on === kind);
    return special >= 0 ? special : rows.findLastIndex((row) => row.field === field && row.on === undefined);
}
