import { OrgUnavailable, type WriteResult } from '../../contracts/salesforce.ts';
import type { Session } from '../rest/session.ts';
import type { PlannedWrite } from './write-plan.ts';
import { remove } from './remove.ts';

/**
 * Whether an update turned out to be an insert, because somebody had deleted the record, and so made a record without
 * what only an insert may set: a call without its call icon.
 */
export function cameBackIncomplete({ item, forCreate, by }: PlannedWrite, result: WriteResult | undefined): boolean {
    const isMissing =
        !forCreate &&
        by.how === 'upsert' &&
        Object.keys({ ...item.draft.createOnly, ...item.draft.defaults }).length > 0;
    return isMissing && result?.ok === true && result.created && result.id !== item.salesforceId;
}

/**
 * Deletes records that came back incomplete, so that they can be made whole.
 *
 * @returns false when they could not be deleted; they then stay as they are
 */
export async function takeBack(
    session: Session,
    planned: readonly PlannedWrite[],
    results: ReadonlyMap<number, WriteResult>
): Promise<boolean> {
    const ids = planned.flatMap(({ index }) => {
        const result = results.get(index);
        return result?.ok === true ? [result.id] : [];
    });
    try {
        await remove(session, ids);
        return true;
    } catch (error) {
        if (error instanceof OrgUnavailable) return false;
        throw error;
    }
}

export function asNew(planned: PlannedWrite): PlannedWrite {
    return { ...planned, forCreate: true };
}
