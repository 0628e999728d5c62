import { badRequest, OrgError, refused } from '../org-error.ts';
import { normalizeId } from '../records/ids.ts';
import { idOf, isDeleted, type Row } from '../records/row.ts';
import { coerce } from '../rules/coerce.ts';
import { deleteRecord } from '../rules/remove.ts';
import { createRecord, updateRecord, upsertRecord } from '../rules/save.ts';
import type { Field, SObject } from '../schema/types.ts';
import { objectOf, type Exchange, type Handle, type Org } from './exchange.ts';
import { externalIdAt, externalIdNotFound, fieldsAsked, objectAt } from './lookup.ts';
import { renderRow } from './records.ts';

/** sObject Collections maximum. */
const RECORDS_PER_REQUEST = 200;
/** Rows of one object that follow each other are one chunk. */
const CHUNKS_PER_REQUEST = 10;

type Outcome =
    { id?: string; success: true; errors: []; created?: boolean } | { id?: string; success: false; errors: unknown[] };
type RecordJson = Record<string, unknown>;

/** `POST /composite/sobjects`. */
export const createMany: Handle = (org, exchange) => {
    const { records, allOrNone } = read(exchange);
    const objects = records.map((record) => objectOfRecord(org, exchange, record));
    limitChunks(objects);
    return run(org, allOrNone, records, (record, index) => {
        const row = createRecord(org.state, exchange.caller, objects[index] as SObject, record);
        return { id: idOf(row), success: true, errors: [] };
    });
};

/** `PATCH /composite/sobjects`. */
export const updateMany: Handle = (org, exchange) => {
    const { records, allOrNone } = read(exchange);
    const objects = records.map((record) => objectOfRecord(org, exchange, record));
    limitChunks(objects);
    return run(org, allOrNone, records, (record, index) => {
        const object = objects[index] as SObject;
        const sent = record.Id ?? record.id;
        if (typeof sent !== 'string' || sent === '')
            throw refused('MISSING_ARGUMENT', 'Id not specified in an update call');
        const id = existingId(org, object, sent);
        updateRecord(org.state, exchange.caller, object, id, record, ['Id', 'id']);
        return { id, success: true, errors: [] };
    });
};

/** `PATCH /composite/sobjects/Task/Quo_Key__c`: always 200 when the request is well-formed. */
export const upsertMany: Handle = (org, exchange, params) => {
    const object = objectAt(org, exchange, params.object);
    const field = externalIdAt(org, exchange, object, params.field);
    // A collection takes external ids only; record ids are for updates.
    if (field.type === 'id') throw externalIdNotFound(field.name);
    const { records, allOrNone } = read(exchange);
    for (const record of records) {
        if (objectOfRecord(org, exchange, record) !== object) {
            throw badRequest('INVALID_INPUT', `The attributes.type of every record must be ${object.name}.`);
        }
    }
    const repeated = repeatedKeys(field, records);
    return run(org, allOrNone, records, (record) => upsertOne(org, exchange, object, field, record, repeated));
};

function upsertOne(
    org: Org,
    exchange: Exchange,
    object: SObject,
    field: Field,
    record: RecordJson,
    repeated: ReadonlySet<string>
): Outcome {
    const { [field.name]: value, ...rest } = record;
    if (value === undefined || value === null || value === '') {
        throw refused('MISSING_ARGUMENT', `${field.name} not specified`);
    }
    if (repeated.has(keyText(field, value))) {
        throw refused('DUPLICATE_VALUE', `Duplicate external id specified: ${keyText(field, value)}`, [field.name]);
    }
    const { row, created } = upsertRecord(org.state, exchange.caller, object, field, value, rest);
    return { id: idOf(row), success: true, errors: [], created };
}

function keyText(field: Field, value: unknown): string {
    const text = String(coerce(field, value));
    return field.caseSensitive ? text : text.toLowerCase();
}

/** Keys that one request names twice: none of those rows is written. */
function repeatedKeys(field: Field, records: readonly RecordJson[]): ReadonlySet<string> {
    const seen = new Set<string>();
    const repeated = new Set<string>();
    for (const { [field.name]: value } of records) {
        if (value === undefined || value === null || value === '') continue;
        const key = keyText(field, value);
        if (seen.has(key)) repeated.add(key);
        seen.add(key);
    }
    return repeated;
}

/** `DELETE /composite/sobjects?ids=…&allOrNone=…`. */
export const removeMany: Handle = (org, exchange) => {
    const ids = (exchange.query.get('ids') ?? '').split(',').filter(Boolean);
    if (ids.length === 0) throw badRequest('MISSING_ARGUMENT', 'The ids parameter is required.');
    limitRecords(ids.length);
    return run(org, exchange.query.get('allOrNone') === 'true', ids, (text) => {
        const id = normalizeId(text);
        if (id === undefined) throw refused('MALFORMED_ID', `malformed id ${text}`);
        const object = org.state.schema.ofId(id);
        if (!object) throw refused('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
        deleteRecord(org.state, exchange.caller, object, existingId(org, object, id));
        return { id, success: true, errors: [] };
    });
};

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
        return row && !isDeleted(row) ? row : undefined;
    });
    return { status: 200, body: rows.map((row) => (row ? renderRow(object, row, fields, exchange.base) : null)) };
};

function textsOf(value: unknown): string[] {
    return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}

function read(exchange: Exchange): { records: RecordJson[]; allOrNone: boolean } {
    const { records, allOrNone } = objectOf(exchange) as { records?: unknown; allOrNone?: unknown };
    if (!Array.isArray(records)) throw badRequest('JSON_PARSER_ERROR', 'The records list is required.');
    if (records.length === 0) throw badRequest('INVALID_INPUT', 'The records list must hold at least one record.');
    limitRecords(records.length);
    return { records: records as RecordJson[], allOrNone: allOrNone === true };
}

function limitRecords(count: number): void {
    if (count > RECORDS_PER_REQUEST) {
        throw badRequest(
            'EXCEEDED_ID_LIMIT',
            `record limit reached. cannot submit more than ${RECORDS_PER_REQUEST} records into this call`
        );
    }
}

function limitChunks(objects: readonly SObject[]): void {
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

class RolledBack extends Error {}

/** Runs one step a record. With allOrNone, one failure takes back all the others, and each of them says so. */
function run<Item>(
    org: Org,
    allOrNone: boolean,
    items: readonly Item[],
    step: (item: Item, index: number) => Outcome
): { status: number; body: Outcome[] } {
    let outcomes: Outcome[] = [];
    try {
        org.state.tables.journal.atomically(() => {
            outcomes = items.map((item, index) => attempt(() => step(item, index)));
            if (allOrNone && outcomes.some((outcome) => !outcome.success)) throw new RolledBack();
        });
    } catch (error) {
        if (!(error instanceof RolledBack)) throw error;
        outcomes = outcomes.map((outcome) => (outcome.success ? rolledBack() : outcome));
    }
    return { status: 200, body: outcomes };
}

function attempt(step: () => Outcome): Outcome {
    try {
        return step();
    } catch (error) {
        // What the parser cannot read fails the request, not the record.
        if (
            !(error instanceof OrgError) ||
            error.errorCode === 'JSON_PARSER_ERROR' ||
            (error.fields === undefined && error.errorCode === 'INVALID_FIELD')
        )
            throw error;
        return { success: false, errors: [collectionError(error)] };
    }
}

/** In a collection's result the code is called `statusCode`. */
export function collectionError(error: OrgError): unknown {
    return { statusCode: error.errorCode, message: error.message, fields: error.fields ?? [], ...error.extra };
}

function rolledBack(): Outcome {
    const message = 'Record rolled back because not all records were valid and the request was using AllOrNone header';
    return { success: false, errors: [{ statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK', message, fields: [] }] };
}
