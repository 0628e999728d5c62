import { canSee } from '../access/sharing.ts';
import { badRequest, OrgError, refused } from '../org-error.ts';
import { normalizeId } from '../records/ids.ts';
import { idOf, isDeleted, type Row } from '../records/row.ts';
import { deleteRecord } from '../rules/remove.ts';
import { createRecord, updateRecord, upsertRecord } from '../rules/save.ts';
import type { Field, SObject } from '../schema/types.ts';
import { objectOf, type Exchange, type Handle, type Org } from '../api/exchange.ts';
import { externalIdAt, fieldsAsked, objectAt } from '../api/lookup.ts';
import { renderRow } from './records.ts';
import { duplicateId, keyName, keyText, repeatedIds, repeatedKeys } from './repeated.ts';
import { filledList, requireKeys, switchOf } from '../api/request-shape.ts';
import { run, type Outcome } from './run-collection.ts';

/** sObject Collections maximum. */
const RECORDS_PER_REQUEST = 200;
/** Rows of one object that follow each other are one chunk. */
const CHUNKS_PER_REQUEST = 10;

type RecordJson = Record<string, unknown>;

/** `POST /composite/sobjects`. */
export const createMany: Handle = (org, exchange) => {
    const { records, allOrNone } = read(exchange);
    const objects = records.map((record) => objectOfRecord(org, exchange, record));
    limitChunks(objects);
    return run(org, { allOrNone, items: records, objects, operation: 'insert' }, (record, index) => {
        if ('Id' in record)
            throw refused('INVALID_FIELD_FOR_INSERT_UPDATE', 'cannot specify Id in an insert call', ['Id']);
        const row = createRecord(org.state, exchange.caller, objects[index] as SObject, record);
        return { id: idOf(row), success: true, errors: [] };
    });
};

/** `PATCH /composite/sobjects`. */
export const updateMany: Handle = (org, exchange) => {
    const { records, allOrNone } = read(exchange);
    const objects = records.map((record) => objectOfRecord(org, exchange, record));
    limitChunks(objects);
    const repeated = repeatedIds(records.map((record) => record.Id ?? record.id));
    return run(org, { allOrNone, items: records, objects, operation: 'update' }, (record, index) => {
        const object = objects[index] as SObject;
        const sent = record.Id ?? record.id;
        if (typeof sent !== 'string' || sent === '')
            throw refused('MISSING_ARGUMENT', 'Id not specified in an update call');
        if (repeated.has(normalizeId(sent) ?? sent)) throw duplicateId(sent);
        const id = existingId(org, object, sent);
        updateRecord(org.state, exchange.caller, object, id, record, ['Id', 'id']);
        return { id, success: true, errors: [] };
    });
};

/**
 * `PATCH /composite/sobjects/Task/Quo_Key__c`: always 200 when the request is well-formed. By `Id`, a record that names
 * one is changed, and one that names none is created.
 */
export const upsertMany: Handle = (org, exchange, params) => {
    const object = objectAt(org, exchange, params.object);
    const field = externalIdAt(org, exchange, object, params.field);
    const { records, allOrNone } = read(exchange);
    for (const record of records) {
        if (objectOfRecord(org, exchange, record) !== object) {
            throw badRequest('INVALID_INPUT', `The attributes.type of every record must be ${object.name}.`);
        }
    }
    const isById = field.type === 'id';
    const repeated = isById
        ? repeatedIds(records.map((record) => record[keyName(field, record)]))
        : repeatedKeys(field, records);
    const upsert = isById ? upsertById : upsertOne;
    const objects = records.map(() => object);
    return run(org, { allOrNone, items: records, objects, operation: 'upsert' }, (record) =>
        upsert(org, exchange, object, field, record, repeated)
    );
};

function upsertOne(
    org: Org,
    exchange: Exchange,
    object: SObject,
    field: Field,
    record: RecordJson,
    repeated: ReadonlySet<string>
): Outcome {
    const name = keyName(field, record);
    const { [name]: value, ...rest } = record;
    if (value === undefined || value === null || value === '') {
        throw refused('MISSING_ARGUMENT', `${field.name} not specified`);
    }
    if (repeated.has(keyText(field, value))) {
        throw refused('DUPLICATE_VALUE', `Duplicate external id specified: ${keyText(field, value)}`, [field.name]);
    }
    const { row, created } = upsertRecord(org.state, exchange.caller, object, field, value, rest);
    return { id: idOf(row), success: true, errors: [], created };
}

function upsertById(
    org: Org,
    exchange: Exchange,
    object: SObject,
    field: Field,
    record: RecordJson,
    repeated: ReadonlySet<string>
): Outcome {
    const name = keyName(field, record);
    const { [name]: sent, ...rest } = record;
    if (sent === undefined || sent === null || sent === '') {
        const row = createRecord(org.state, exchange.caller, object, rest);
        return { id: idOf(row), success: true, errors: [], created: true };
    }
    if (typeof sent !== 'string') throw refused('MALFORMED_ID', `malformed id ${JSON.stringify(sent)}`);
    if (repeated.has(normalizeId(sent) ?? sent)) throw duplicateId(sent);
    const id = existingId(org, object, sent);
    updateRecord(org.state, exchange.caller, object, id, rest);
    return { id, success: true, errors: [], created: false };
}

/** `DELETE /composite/sobjects?ids=…&allOrNone=…`. */
export const removeMany: Handle = (org, exchange) => {
    const ids = (exchange.query.get('ids') ?? '').split(',').filter(Boolean);
    if (ids.length === 0) throw badRequest('MISSING_ARGUMENT', 'The ids parameter is required.');
    limitRecords(ids.length);
    const objects = ids.map((text) => org.state.schema.ofId(normalizeId(text) ?? ''));
    limitChunks(objects);
    const repeated = repeatedIds(ids);
    return run(org, { allOrNone: allOrNoneOf(exchange), items: ids, objects, operation: 'delete' }, (text) => {
        const id = normalizeId(text);
        if (id === undefined) throw refused('MALFORMED_ID', `malformed id ${text}`);
        if (repeated.has(id)) throw duplicateId(text);
        const object = org.state.schema.ofId(id);
        if (!object) throw refused('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
        deleteRecord(org.state, exchange.caller, object, existingId(org, object, id));
        return { id, success: true, errors: [] };
    });
};

function allOrNoneOf(exchange: Exchange): boolean {
    const text = (exchange.query.get('allOrNone') ?? 'false').toLowerCase();
    if (text !== 'true' && text !== 'false')
        throw badRequest('INVALID_INPUT', `allOrNone must be true or false: ${text}`);
    return text === 'true';
}

/** `GET /composite/sobjects/Contact?ids=…&fields=…` and the same by POST: `null` for a record that is not there. */
export const retrieveMany: Handle = (org, exchange, params) => {
    const object = objectAt(org, exchange, params.object);
    const body = exchange.method === 'POST' ? objectOf(exchange) : {};
    const ids = exchange.method === 'POST' ? textsOf(body.ids) : (exchange.query.get('ids') ?? '').split(',');
    const asked = exchange.method === 'POST' ? textsOf(body.fields).join(',') : exchange.query.get('fields');
    if (asked === null || asked === '') throw badRequest('MISSING_ARGUMENT', 'The fields parameter is required.');
    limitRecords(exchange.method === 'POST' ? Math.ceil(ids.length / 10) : ids.length);
    const fields = fieldsAsked(org, exchange, object, asked);
    const rows = ids.map((text): Row | undefined => {
        const id = normalizeId(text.trim());
        if (id === undefined || !id.startsWith(object.keyPrefix))
            throw badRequest('MALFORMED_ID', `malformed id ${text}`);
        const row = org.state.tables.of(object).get(id);
        return row && !isDeleted(row) && canSee(org.state, exchange.caller, row) ? row : undefined;
    });
    return { status: 200, body: rows.map((row) => (row ? renderRow(object, row, fields, exchange.base) : null)) };
};

function textsOf(value: unknown): string[] {
    return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}

function read(exchange: Exchange): { records: RecordJson[]; allOrNone: boolean } {
    const body = objectOf(exchange);
    requireKeys(body, ['records', 'allOrNone']);
    const records = filledList(body.records, 'records');
    limitRecords(records.length);
    return { records, allOrNone: switchOf(body.allOrNone) };
}

function limitRecords(count: number): void {
    if (count > RECORDS_PER_REQUEST) {
        throw badRequest(
            'EXCEEDED_ID_LIMIT',
            `record limit reached. cannot submit more than ${RECORDS_PER_REQUEST} records into this call`
        );
    }
}

function limitChunks(objects: readonly (SObject | undefined)[]): void {
    const chunks = objects.filter((object, index) => object !== objects[index - 1]).length;
    if (chunks > CHUNKS_PER_REQUEST) {
        throw badRequest(
            'LIMIT_EXCEEDED',
            `Cannot have more than ${CHUNKS_PER_REQUEST} chunks in a single operation. Please rearrange the data to reduce chunking.`
        );
    }
}

function objectOfRecord(org: Org, exchange: Exchange, record: RecordJson): SObject {
    const type = (record.attributes as { type?: unknown } | undefined)?.type;
    if (typeof type !== 'string')
        throw badRequest('INVALID_INPUT', 'Include a type attribute with the name of the sObject in every record.');
    const object = org.state.schema.object(type);
    if (!object || !exchange.caller.access.object(object).read) {
        throw new OrgError(400, 'INVALID_TYPE', `sObject type '${type}' is not supported.`);
    }
    return object;
}

/** In a collection, a record that is not there is a wrong reference. */
function existingId(org: Org, object: SObject, text: string): string {
    const id = normalizeId(text);
    if (id === undefined) throw refused('MALFORMED_ID', `malformed id ${text}`);
    const row = org.state.tables.of(object).get(id);
    if (!row) throw refused('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
    if (isDeleted(row)) throw refused('ENTITY_IS_DELETED', 'entity is deleted');
    return id;
}
