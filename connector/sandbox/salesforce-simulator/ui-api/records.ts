import { canSee } from '../access/sharing.ts';
import { fieldValue } from '../graphql/values.ts';
import { badRequest, notFound, OrgError } from '../org-error.ts';
import { normalizeId } from '../records/ids.ts';
import { idOf, isDeleted, type Row } from '../records/row.ts';
import { objectsOf, requireKeys, switchOf } from '../api/request-shape.ts';
import { requireUnchanged } from '../api/conditional.ts';
import { objectOf, type Answer, type Exchange, type Handle, type Org } from '../api/exchange.ts';
import { entityIsDeleted } from '../rules/references.ts';
import { deleteRecord } from '../rules/remove.ts';
import { createRecord, updateRecord } from '../rules/save.ts';
import type { Field, SObject } from '../schema/types.ts';
import { isServed } from '../graphql/record-types.ts';
import { batch } from './batch.ts';
import { recordError } from './record-error.ts';

type Json = Record<string, unknown>;

/** `GET /ui-api/records/00T…?fields=Task.Subject,…&optionalFields=…`. */
export const getRecord: Handle = (org, exchange, params) => {
    const { object, row } = find(org, exchange, params.id);
    return { status: 200, body: representation(org, exchange, object, row, askedPaths(exchange, object)) };
};

/** `GET /ui-api/records/batch/id,id?fields=…`. */
export const getRecords: Handle = (org, exchange, params) =>
    batch(params.ids, (id) => getRecord(org, exchange, { id }));

/** `POST /ui-api/records` with `{apiName, fields}`. */
export const postRecord: Handle = (org, exchange) => {
    const { apiName, fields } = recordInput(exchange);
    const object = org.state.schema.object(typeof apiName === 'string' ? apiName : '');
    if (!object || !isServed(object) || !exchange.caller.access.object(object).read) {
        throw badRequest('INVALID_TYPE', `Object ${String(apiName)} is not supported in UI API`);
    }
    return save(object, 'create', () => {
        const row = createRecord(org.state, exchange.caller, object, fields);
        return { status: 201, body: representation(org, exchange, object, row, sentPaths(object, fields)) };
    });
};

/** `PATCH /ui-api/records/00T…` with `{fields}`; `If-Unmodified-Since` guards against another's change. */
export const patchRecord: Handle = (org, exchange, params) => {
    const { object, row } = find(org, exchange, params.id);
    requireUnchanged(exchange, row);
    const { fields, apiName } = recordInput(exchange);
    if (apiName !== undefined && apiName !== object.name)
        throw badRequest('INVALID_INPUT', `The record is a ${object.name}, no ${JSON.stringify(apiName)}.`);
    return save(object, 'update', () => {
        updateRecord(org.state, exchange.caller, object, idOf(row), fields, ['Id']);
        return { status: 200, body: representation(org, exchange, object, row, sentPaths(object, fields)) };
    });
};

/** `DELETE /ui-api/records/00T…`: 204. */
export const deleteOne: Handle = (org, exchange, params) => {
    const { object, row } = find(org, exchange, params.id);
    deleteRecord(org.state, exchange.caller, object, idOf(row));
    return { status: 204 };
};

/** What is to be saved. @throws {OrgError} JSON_PARSER_ERROR for another key, or for fields that are no object */
function recordInput(exchange: Exchange): { apiName: unknown; fields: Json } {
    const body = objectOf(exchange);
    requireKeys(body, ['allowSaveOnDuplicate', 'apiName', 'fields']);
    if (body.allowSaveOnDuplicate !== undefined) switchOf(body.allowSaveOnDuplicate);
    const [fields] = objectsOf([body.fields], 'fields');
    return { apiName: body.apiName, fields: fields as Json };
}

function save(object: SObject, action: 'create' | 'update', run: () => Answer): Answer {
    try {
        return run();
    } catch (error) {
        if (error instanceof OrgError && error.fields !== undefined && error.status === 400)
            throw recordError(error, object, action);
        throw error;
    }
}

function find(org: Org, exchange: Exchange, text: string | undefined): { object: SObject; row: Row } {
    const id = normalizeId(text ?? '');
    const object = id === undefined ? undefined : org.state.schema.ofId(id);
    if (id === undefined || !object || !isServed(object) || !exchange.caller.access.object(object).read)
        throw notFound();
    const row = org.state.tables.of(object).get(id);
    if (!row || !canSee(org.state, exchange.caller, row)) throw notFound();
    if (isDeleted(row)) throw entityIsDeleted();
    return { object, row };
}

interface Asked {
    readonly path: readonly string[];
    readonly optional: boolean;
}

function askedPaths(exchange: Exchange, object: SObject): Asked[] {
    const read = (name: string, optional: boolean): Asked[] =>
        (exchange.query.get(name) ?? '')
            .split(',')
            .filter(Boolean)
            .map((text) => {
                const [first = '', ...path] = text.trim().split('.');
                if (first.toLowerCase() !== object.name.toLowerCase()) {
                    throw badRequest(
                        'ILLEGAL_QUERY_PARAMETER_VALUE',
                        `The field ${text} must begin with ${object.name}.`
                    );
                }
                return { path, optional };
            });
    const asked = [...read('fields', false), ...read('optionalFields', true)];
    if (asked.length === 0) {
        throw badRequest(
            'ILLEGAL_QUERY_PARAMETER_VALUE',
            'Provide at least one of fields or optionalFields; layouts are not part of this org.'
        );
    }
    return asked;
}

function sentPaths(object: SObject, fields: Json): Asked[] {
    const name = object.nameField ? [object.nameField.name] : [];
    return [...new Set([...name, ...Object.keys(fields)])]
        .filter((field) => field !== 'Id')
        .map((field) => ({ path: [field], optional: true }));
}

function representation(org: Org, exchange: Exchange, object: SObject, row: Row, asked: readonly Asked[]): Json {
    const fields: Json = {};
    const spanned = new Map<string, Asked[]>();
    for (const one of asked) {
        const [name = '', ...rest] = one.path;
        if (rest.length > 0) {
            spanned.set(name, [...(spanned.get(name) ?? []), { ...one, path: rest }]);
            continue;
        }
        const field = visible(org, exchange, object, name);
        if (field) fields[field.name] = valueOf(org, field, row);
        else if (!one.optional) throw invalidFields(object, name);
    }
    for (const [name, rest] of spanned) {
        const shown = spannedField(org, exchange, object, row, name, rest);
        if (shown) fields[shown.name] = shown.value;
        else if (rest.some(({ optional }) => !optional)) throw invalidFields(object, name);
    }
    return { ...heading(object, row), fields };
}

function valueOf(org: Org, field: Field, row: Row): Json {
    const { value, displayValue } = fieldValue(org.state, field, row);
    return { displayValue, value };
}

function visible(org: Org, exchange: Exchange, object: SObject, name: string): Field | undefined {
    const field = org.state.schema.field(object, name);
    return field && exchange.caller.access.field(object, field).read ? field : undefined;
}

/** Fields of a parent. A parent that may be of several objects cannot be asked through. */
function spannedField(
    org: Org,
    exchange: Exchange,
    object: SObject,
    row: Row,
    name: string,
    rest: readonly Asked[]
): { name: string; value: Json } | undefined {
    const lookup = org.state.schema.relationship(object, name);
    const target = lookup?.referenceTo.length === 1 ? org.state.schema.object(lookup.referenceTo[0] ?? '') : undefined;
    if (!lookup || !target || !visible(org, exchange, object, lookup.name)) return undefined;
    if (!exchange.caller.access.object(target).read) return undefined;
    const found = org.state.tables.of(target).get(String(row[lookup.name] ?? ''));
    const parent = found && canSee(org.state, exchange.caller, found) ? found : undefined;
    const shownName = parent && target.nameField ? (parent[target.nameField.name] as string) : null;
    const value = parent ? representation(org, exchange, target, parent, rest) : null;
    return { name: lookup.relationshipName as string, value: { displayValue: shownName, value } };
}

function heading(object: SObject, row: Row): Json {
    const iso = (value: unknown): string | null => (typeof value === 'number' ? new Date(value).toISOString() : null);
    return {
        apiName: object.name,
        childRelationships: {},
        id: row.Id,
        lastModifiedById: row.LastModifiedById ?? null,
        lastModifiedDate: iso(row.LastModifiedDate),
        recordTypeId: null,
        recordTypeInfo: null,
        systemModstamp: iso(row.SystemModstamp),
        weakEtag: row.SystemModstamp
    };
}

function invalidFields(object: SObject, name: string): OrgError {
    return badRequest(
        'INVALID_FIELD',
        `No such column '${name}' on entity '${object.name}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.`
    );
}
