import type { WriteResult } from '../../contracts/salesforce.ts';
import { recordFailure } from '../rest/failures.ts';
import type { NameInOrg } from '../namespace.ts';
import type { Refusal } from '../rest/refusal.ts';
import type { Batch } from './batches.ts';
import { isOwnerRefusal } from './refused-owners.ts';
import { isAutomationLimit } from './collection-sizes.ts';
import { createOnlyNames, defaultNames, ownerOf, recordOf, withoutOwner, type PlannedWrite } from './write-plan.ts';
import type { Saved } from './send.ts';

/** What follows for one item: its result, or another way to send it. */
export type Verdict = { readonly planned: PlannedWrite } & (
    { readonly result: WriteResult } | { readonly again: PlannedWrite }
);

/** Judges one record's answer. @param together how many records shared its collection */
export function classifyResult(planned: PlannedWrite, saved: Saved, name: NameInOrg, together = 1): Verdict {
    if (saved.ok)
        return { planned, result: planned.withoutOwner === true ? { ...saved, without: ['OwnerId'] } : saved };
    // The transaction was too much for the org's automation; the record alone may not be.
    if (together > 1 && isAutomationLimit(saved.errors[0]))
        return { planned, again: { ...planned, atMost: Math.ceil(together / 2) } };
    const { code = '', fields = [], message = '' } = saved.errors[0] ?? {};
    if (hasOwnerOfItsOwn(planned) && isOwnerRefusal(code)) return { planned, again: withoutOwner(planned) };
    const onlyOnCreate = createOnlyNames(planned, name);
    const names = (field: string): boolean => fields.includes(field) || message.includes(field);
    // The record exists although we did not know: an update may not carry what only an insert may set.
    if (planned.forCreate && code === 'INVALID_FIELD_FOR_INSERT_UPDATE' && onlyOnCreate.some(names))
        return { planned, again: { ...planned, forCreate: false } };
    // The record is gone although we knew it: the insert that follows needs them.
    if (
        !planned.forCreate &&
        code === 'REQUIRED_FIELD_MISSING' &&
        [...onlyOnCreate, ...defaultNames(planned, name)].some(names)
    )
        return { planned, again: { ...planned, forCreate: true } };
    if (planned.by.how === 'update' && isAboutTheRecord(code, fields))
        return { planned, again: { ...planned, by: { how: 'upsert' }, forCreate: true } };
    return { planned, result: recordFailure(saved.errors, name(planned.item.draft.keyField)) };
}

/** A Task's owner is somebody whom another can stand in for; a transcript has its own only where that person may read it. */
export function hasOwnerOfItsOwn(planned: PlannedWrite): boolean {
    return planned.item.draft.object === 'Quo_Transcript__c' && ownerOf(planned) !== undefined;
}

/**
 * Judges a collection that was refused as a whole: the records that carry the column it names, or, where it names none,
 * smaller and smaller collections until the guilty record stands alone.
 */
export function classifyRefusal(batch: Batch, refused: Refusal, name: NameInOrg): readonly Verdict[] {
    const result = recordFailure(refused.errors, name(batch.planned[0]?.item.draft.keyField ?? ''));
    const all = (): readonly Verdict[] =>
        batch.planned.map((planned) => ({ planned, result: wholeResult(refused, result) }));
    if (batch.planned.length === 1 || result.remedy === 'retry' || isAboutTheObject(refused)) return all();
    const column = /column '([A-Za-z]\w*)'/.exec(refused.first.message)?.[1];
    if (column !== undefined) {
        const guilty = (planned: PlannedWrite): boolean => column in recordOf(planned, name);
        if (batch.planned.some(guilty))
            return batch.planned.map((planned) =>
                guilty(planned) ? { planned, result } : { planned, again: planned }
            );
    }
    const atMost = Math.ceil(batch.planned.length / 2);
    return batch.planned.map((planned) => ({ planned, again: { ...planned, atMost } }));
}

/** The object itself is not there: the words for a missing record would mislead. */
function wholeResult(refused: Refusal, result: WriteResult): WriteResult {
    if (result.ok || !isAboutTheObject(refused)) return result;
    return { ...result, remedy: 'park', note: { ...result.note, code: 'SF-OBJECT-MISSING' } };
}

function isAboutTheObject({ first }: Refusal): boolean {
    return first.code === 'NOT_FOUND' || first.code === 'INVALID_TYPE' || first.code === 'HTTP_404';
}

/** A dead reference names the field that holds it; a dead record names none. */
function isAboutTheRecord(code: string, fields: readonly string[]): boolean {
    const gone = ['ENTITY_IS_DELETED', 'NOT_FOUND', 'INVALID_CROSS_REFERENCE_KEY', 'MALFORMED_ID'].includes(code);
    return gone && fields.every((field) => field.toLowerCase() === 'id');
}
