import { refused, type OrgError } from '../org-error.ts';
import type { Caller, OrgState } from '../org-state.ts';
import type { Row } from '../records/row.ts';
import { defaultRecordType } from '../schema/record-type-infos.ts';
import type { Field, RecordType, SObject } from '../schema/types.ts';

/** The name of the profile of the user who asks. */
export function profileNameOf(state: OrgState, userId: string): string {
    const profileId = state.tables.byId(state.schema, userId)?.ProfileId;
    const profile = typeof profileId === 'string' ? state.tables.byId(state.schema, profileId) : undefined;
    return String(profile?.Name ?? '');
}

/** What a new record holds by its record type: the type itself, by the user's profile, and its defaults. */
export function recordTypeDefaults(state: OrgState, caller: Caller, object: SObject, values: Row): Row {
    if (object.recordTypes.length === 0) return {};
    const named = values.RecordTypeId;
    const type =
        typeof named === 'string'
            ? recordTypeOf(object, named)
            : defaultRecordType(object, profileNameOf(state, caller.userId));
    if (!type) return {};
    const defaults: Row = { RecordTypeId: type.id };
    for (const [field, choices] of type.picklists) {
        const chosen = choices.find((choice) => choice.defaultValue);
        if (chosen) defaults[field] = chosen.value;
    }
    return defaults;
}

/** @throws {OrgError} INVALID_CROSS_REFERENCE_KEY for a record type that the user may not choose */
export function requireRecordType(state: OrgState, caller: Caller, object: SObject, values: Row): void {
    const id = values.RecordTypeId;
    if (object.recordTypes.length === 0 || typeof id !== 'string') return;
    const type = recordTypeOf(object, id);
    if (type?.active === true && type.isOpenTo(profileNameOf(state, caller.userId))) return;
    throw refused('INVALID_CROSS_REFERENCE_KEY', `Record Type ID: this ID value isn't valid for the user: ${id}`, [
        'RecordTypeId'
    ]);
}

/**
 * Every picklist value that a save sets must be one of the record's record type.
 *
 * @throws {OrgError} INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST
 */
export function checkRecordTypeValues(state: OrgState, object: SObject, next: Row, changed: Row): void {
    if (object.recordTypes.length === 0) return;
    const type = recordTypeOf(object, next.RecordTypeId);
    for (const [name, choices] of type?.picklists ?? []) {
        const value = changed[name];
        const field = typeof value === 'string' ? state.schema.field(object, name) : undefined;
        if (!field || typeof value !== 'string') continue;
        const values = field.type === 'multipicklist' ? value.split(';') : [value];
        if (values.some((one) => !choices.some((choice) => choice.value === one))) throw notInRecordType(field, value);
    }
}

function recordTypeOf(object: SObject, id: unknown): RecordType | undefined {
    return object.recordTypes.find((type) => type.id === id);
}

function notInRecordType(field: Field, value: string): OrgError {
    return refused(
        'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
        `${field.label}: bad value for restricted picklist field: ${value}`,
        [field.name]
    );
}
