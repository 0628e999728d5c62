import type { Caller, OrgState } from '../org-state.ts';
import { badRequest, refused, type OrgError } from '../org-error.ts';
import type { Row, Value } from '../records/row.ts';
import type { Field, SObject } from '../schema/types.ts';
import { coerce } from './values/coerce.ts';

/** A record as a request states it, read into field values. */
export type RecordJson = Readonly<Record<string, unknown>>;

export type Write = 'create' | 'update';

/**
 * Reads a request's record: every key must be a field (or a relationship by external id) that this caller may write.
 *
 * @param ignored keys that were read already, such as the Id of an update
 * @throws {OrgError} INVALID_FIELD for a key that is no field, INVALID_FIELD_FOR_INSERT_UPDATE for one that is read-only
 */
export function readRecord(
    state: OrgState,
    caller: Caller,
    object: SObject,
    json: RecordJson,
    write: Write,
    ignored: readonly string[] = []
): Row {
    const values: Row = {};
    const readOnly: string[] = [];
    for (const key in json) {
        if (key === 'attributes' || ignored.includes(key)) continue;
        const field = state.schema.field(object, key);
        if (!field || !caller.access.field(object, field).read) {
            Object.assign(values, byExternalId(state, caller, object, key, json[key]));
            continue;
        }
        const writeable = write === 'create' ? field.createable : field.updateable;
        if (!writeable || !caller.access.field(object, field).edit) readOnly.push(field.name);
        else if (field.name in values) throw badRequest('INVALID_FIELD', `Duplicate field name in record: ${key}`);
        else values[field.name] = coerce(field, json[key]);
    }
    if (readOnly.length > 0) throw readOnlyFields(readOnly);
    return values;
}

function readOnlyFields(names: readonly string[]): OrgError {
    return refused(
        'INVALID_FIELD_FOR_INSERT_UPDATE',
        `Unable to create/update fields: ${names.join(', ')}. Please check the security settings of this field and ` +
            'verify that it is read/write for your profile or permission set.',
        names
    );
}

/** `"Account": {"Key__c": "x"}`: the parent named by its external id instead of by its record id. */
function byExternalId(state: OrgState, caller: Caller, object: SObject, key: string, value: unknown): Row {
    const lookup = state.schema.relationship(object, key);
    if (!lookup || value === null || typeof value !== 'object' || Array.isArray(value)) throw noSuchColumn(object, key);
    const attributes = (value as { attributes?: { type?: string } }).attributes;
    const parent = parentObject(state, lookup, attributes?.type);
    const [entry, ...others] = Object.entries(value).filter(([name]) => name !== 'attributes');
    const field = entry && parent && state.schema.field(parent, entry[0]);
    const { access } = caller;
    const isSeen = parent && field && access.object(parent).read && access.field(parent, field).read;
    if (!entry || !parent || !field || others.length > 0 || !isSeen) {
        throw refused('INVALID_FIELD', `Unable to resolve the relationship ${key} by an external ID.`);
    }
    if (!field.externalId && !field.idLookup) {
        throw badRequest(
            'INVALID_FIELD',
            `Field name provided, ${field.name} is not an External ID or indexed field for ${parent.name}`
        );
    }
    return { [lookup.name]: findParent(state, parent, field, coerce(field, entry[1])) };
}

function parentObject(state: OrgState, lookup: Field, type: string | undefined): SObject | undefined {
    if (type !== undefined && lookup.referenceTo.includes(type)) return state.schema.object(type);
    const [only, ...others] = lookup.referenceTo;
    return only !== undefined && others.length === 0 ? state.schema.object(only) : undefined;
}

function findParent(state: OrgState, parent: SObject, field: Field, value: Value): string {
    const table = state.tables.of(parent);
    const found = (table.find(field.name, value) ?? []).filter((row) => row.IsDeleted !== true);
    const [match] = found;
    if (found.length === 1 && match) return match.Id as string;
    if (found.length > 1) {
        throw refused(
            'DUPLICATE_EXTERNAL_ID',
            `${field.name}: more than one record found for external id field: [${found.map((row) => String(row.Id)).join(', ')}]`
        );
    }
    throw refused(
        'INVALID_FIELD',
        `Foreign key external ID: ${String(value).toLowerCase()} not found for field ${field.name} in entity ${parent.name}`
    );
}

/** The parser's own sentence about a key that is no field: the whole request fails. */
function noSuchColumn(object: SObject, name: string): OrgError {
    return badRequest('INVALID_FIELD', `No such column '${name}' on sobject of type ${object.name}`);
}
