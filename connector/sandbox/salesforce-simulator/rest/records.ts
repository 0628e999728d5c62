import { canSee } from '../access/sharing.ts';
import type { Row } from '../records/row.ts';
import { idOf, isDeleted } from '../records/row.ts';
import { deleteRecord } from '../rules/remove.ts';
import { createRecord, updateRecord, upsertRecord } from '../rules/save.ts';
import { badRequest, OrgError } from '../org-error.ts';
import { attributesOf, renderAddress, renderValue, type Json } from '../soql/render.ts';
import { flagsFor } from '../schema/describe.ts';
import type { Field, SObject } from '../schema/types.ts';
import { requireTag, requireUnchanged, tagOf } from '../api/conditional.ts';
import { objectOf, type Answer, type Exchange, type Handle, type Org } from '../api/exchange.ts';
import { externalIdAt, fieldsAsked, idAt, objectAt, rowAt, rowByExternalId, severalFound } from '../api/lookup.ts';
import { requireType } from '../api/request-shape.ts';

/** `POST /sobjects/Task`. */
export const create: Handle = (org, exchange, params) => {
    const object = objectAt(org, exchange, params.object);
    const json = objectOf(exchange);
    if ('Id' in json) throw inBody('Id');
    requireType(json, object.name);
    const row = createRecord(org.state, exchange.caller, object, json);
    return {
        status: 201,
        headers: { Location: `${exchange.base}/sobjects/${object.name}/${idOf(row)}` },
        body: { id: idOf(row), success: true, errors: [] }
    };
};

/** `POST /sobjects/Task/Id`: an upsert by record id that names none creates (REST guide, Upsert). */
export const createById: Handle = (org, exchange, params) => {
    const { body, ...answer } = create(org, exchange, params);
    return { ...answer, body: { ...(body as object), created: true } };
};

/** `GET /sobjects/Task/00T…?fields=…`. */
export const retrieve: Handle = (org, exchange, params) => {
    const object = objectAt(org, exchange, params.object);
    const row = rowAt(org, exchange, object, idAt(object, params.id));
    const unchanged = requireUnchanged(exchange, row) ?? requireTag(exchange, object, row);
    return unchanged ?? answerRow(org, exchange, object, row);
};

/** `GET /sobjects/Task/Quo_Key__c/call_1`. */
export const retrieveByExternalId: Handle = (org, exchange, params) => {
    const object = objectAt(org, exchange, params.object);
    const field = externalIdAt(org, exchange, object, params.field);
    return answerRow(org, exchange, object, rowByExternalId(org, exchange, object, field, params.value ?? ''));
};

/** `PATCH /sobjects/Task/00T…`: 204. */
export const update: Handle = (org, exchange, params) => {
    const object = objectAt(org, exchange, params.object);
    const json = objectOf(exchange);
    const id = idAt(object, params.id);
    if ('Id' in json || 'id' in json) throw inBody('Id');
    requireType(json, object.name);
    const row = rowAt(org, exchange, object, id);
    requireUnchanged(exchange, row);
    requireTag(exchange, object, row);
    updateRecord(org.state, exchange.caller, object, id, json);
    return { status: 204 };
};

/** `DELETE /sobjects/Task/00T…`: 204. */
export const remove: Handle = (org, exchange, params) => {
    const object = objectAt(org, exchange, params.object);
    const id = idAt(object, params.id);
    requireTag(exchange, object, rowAt(org, exchange, object, id));
    deleteRecord(org.state, exchange.caller, object, id);
    return { status: 204 };
};

/** `DELETE /sobjects/Task/Quo_Key__c/call_1`: 204. */
export const removeByExternalId: Handle = (org, exchange, params) => {
    const object = objectAt(org, exchange, params.object);
    const field = externalIdAt(org, exchange, object, params.field);
    const row = rowByExternalId(org, exchange, object, field, params.value ?? '');
    deleteRecord(org.state, exchange.caller, object, idOf(row));
    return { status: 204 };
};

/** `PATCH /sobjects/Task/Quo_Key__c/call_1`: 201 created, 200 updated (204 before 46.0), 300 several. */
export const upsert: Handle = (org, exchange, params): Answer => {
    const object = objectAt(org, exchange, params.object);
    const field = externalIdAt(org, exchange, object, params.field);
    const json = objectOf(exchange);
    if (field.name in json) throw inBody(field.name);
    requireType(json, object.name);
    const value = field.type === 'double' ? Number(params.value) : (params.value ?? '');
    const updateOnly = exchange.query.get('updateOnly') === 'true';
    try {
        const { row, created } = upsertRecord(org.state, exchange.caller, object, field, value, json, updateOnly);
        const body = { id: idOf(row), success: true, errors: [], created };
        if (!created && Number(exchange.version) < 46) return { status: 204 };
        const headers = { Location: `${exchange.base}/sobjects/${object.name}/${idOf(row)}` };
        return created ? { status: 201, body, headers } : { status: 200, body };
    } catch (error) {
        if (!(error instanceof OrgError) || error.status !== 300) throw error;
        throw severalFound(
            exchange,
            object,
            (org.state.tables.of(object).find(field.name, value) ?? []).filter((row) => !isDeleted(row))
        );
    }
};

function inBody(name: string): OrgError {
    return badRequest('INVALID_FIELD', `The ${name} field should not be specified in the sobject data.`);
}

function answerRow(org: Org, exchange: Exchange, object: SObject, row: Row): Answer {
    const fields = fieldsAsked(org, exchange, object, exchange.query.get('fields'));
    const tag = tagOf(object, row);
    return {
        status: 200,
        headers: {
            'Last-Modified': new Date(Number(row.LastModifiedDate)).toUTCString(),
            ...(tag === undefined ? {} : { ETag: tag })
        },
        body: renderRow(object, row, fields, exchange.base)
    };
}

/** A whole record as the row resources answer it: the fields that were asked for, and always its Id. */
export function renderRow(object: SObject, row: Row, fields: readonly Field[], base: string): Json {
    const record: Json = { attributes: attributesOf(object, row, base) };
    for (const field of fields) {
        record[field.name] =
            field.type === 'address' ? renderAddress(object, field, row) : renderValue(field, row[field.name]);
    }
    record.Id = row.Id;
    return record;
}

/** `GET /sobjects/Task`: basic facts about the object and what was used last. */
export const objectInfo: Handle = (org, exchange, params) => {
    const object = objectAt(org, exchange, params.object);
    const recent = [...org.state.tables.of(object).all()]
        .filter((row) => !isDeleted(row) && canSee(org.state, exchange.caller, row))
        .slice(-5)
        .reverse();
    return {
        status: 200,
        body: {
            objectDescribe: {
                name: object.name,
                label: object.label,
                keyPrefix: object.keyPrefix,
                ...flagsFor(object, exchange.caller.access)
            },
            recentItems: recent.map((row) => ({
                attributes: attributesOf(object, row, exchange.base),
                Id: row.Id,
                ...(object.nameField ? { [object.nameField.name]: row[object.nameField.name] ?? null } : {})
            }))
        }
    };
};
