import { ACTIVITY_KINDS, type FieldDefault } from '../../domain/records/field-defaults.ts';
import { chosenRecordTypes, RECORD_TYPE, taskValues, valuesOf } from '../../domain/records/task-values.ts';
import type { TaskPicklists } from '../../domain/workspace.ts';
import type { Session } from '../rest/session.ts';
import { readTaskPicklists } from '../task-picklists.ts';
import { failed, ok, unexpected, type Check } from './check.ts';

/** Whether Tasks have a status that is closed, and the record types that an admin chose. */
export async function checkTaskValues(
    session: Session,
    chosen: readonly FieldDefault[] = []
): Promise<readonly Check[]> {
    try {
        const recordTypes = chosenRecordTypes(chosen);
        const known = await readTaskPicklists(session, recordTypes);
        const missing = recordTypes.filter((id) => known.recordTypes?.[id] === undefined);
        return [
            ...(missing.length === 0 ? [] : [failed('record type', 'SF-RECORD-TYPE', missing.join(', '))]),
            checkStatus(chosen, known)
        ];
    } catch (error) {
        return [unexpected('task status', error)];
    }
}

function checkStatus(chosen: readonly FieldDefault[], known: TaskPicklists): Check {
    const values = ACTIVITY_KINDS.map((kind) => taskValues(kind, chosen, known));
    const open = values.find(({ Status }) => Status === undefined);
    if (open !== undefined) {
        const { statuses } = valuesOf(open.others[RECORD_TYPE], known);
        return failed('task status', 'SF-NO-CLOSED-STATUS', statuses.join(', ') || 'none');
    }
    return ok('task status', [...new Set(values.map(({ Status, Priority }) => `${Status}, ${Priority}`))].join('; '));
}
