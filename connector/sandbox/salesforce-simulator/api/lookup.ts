import { canSee } from '../access/sharing.ts';
import { badRequest, notFound, OrgError } from '../org-error.ts';
import { normalizeId } from '../records/ids.ts';
import { isDeleted, type Row } from '../records/row.ts';
import { coerce } from '../rules/values/coerce.ts';
import { entityIsDeleted } from '../rules/references.ts';
import type { Field, SObject } from '../schema/types.ts';
import type { Exchange, Org } from './exchange.ts';

/** The object that an address names. @throws {OrgError} 404 when the org has none or this user may not see it */
export function objectAt(org: Org, exchange: Exchange, name: string | undefined): SObject {
    const object = org.state.schema.object(name ?? '');
    if (!object || !exchange.caller.access.object(object).read) throw notFound();
    return object;
}

/**
 * The id of an address as 18 characters.
 *
 * @throws {OrgError} 404 as if it were an external id's field, which is how an org reads anything that is no id
 */
export function idAt(object: SObject, text: string | undefined): string {
    const id = normalizeId(text ?? '');
    if (id === undefined || !id.startsWith(object.keyPrefix)) {
        throw externalIdNotFound(text);
    }
    return id;
}

/** A live record by its id. @throws {OrgError} 404 NOT_FOUND or ENTITY_IS_DELETED */
export function rowAt(org: Org, exchange: Exchange, object: SObject, id: string): Row {
    const row = org.state.tables.of(object).get(id);
    if (!row || !canSee(org.state, exchange.caller, row)) throw notFound();
    if (isDeleted(row)) throw entityIsDeleted();
    return row;
}

function externalIdNotFound(name: string | undefined): OrgError {
    return notFound(`Provided external ID field does not exist or is not accessible: ${name}`);
}

/** The external id field that an address names. @throws {OrgError} 404 */
export function externalIdAt(org: Org, exchange: Exchange, object: SObject, name: string | undefined): Field {
    const field = org.state.schema.field(object, name ?? '');
    const visible = field && exchange.caller.access.field(object, field).read;
    if (!field || !visible || !(field.externalId || field.idLookup)) {
        throw externalIdNotFound(name);
    }
    return field;
}

/** The only live record with an external id. @throws {OrgError} 404 for none, 300 with their addresses for several */
export function rowByExternalId(org: Org, exchange: Exchange, object: SObject, field: Field, text: string): Row {
    const value = coerce(field, field.type === 'double' ? Number(text) : text);
    const rows = (org.state.tables.of(object).find(field.name, value) ?? []).filter(
        (row) => !isDeleted(row) && canSee(org.state, exchange.caller, row)
    );
    const [row, ...others] = rows;
    if (!row) throw notFound();
    if (others.length > 0) throw severalFound(exchange, object, rows);
    return row;
}

/** 300: the body is the list of the records' addresses. */
export function severalFound(exchange: Exchange, object: SObject, rows: readonly Row[]): OrgError {
    const addresses = rows.map((row) => `${exchange.base}/sobjects/${object.name}/${String(row.Id)}`);
    return new OrgError(300, 'MULTIPLE_CHOICES', 'several records have this external id', undefined, { addresses });
}

/** `?fields=Id,Name`. @throws {OrgError} INVALID_FIELD for a field that the object does not have */
export function fieldsAsked(org: Org, exchange: Exchange, object: SObject, asked: string | null): Field[] {
    if (asked === null) return object.fields.filter((field) => exchange.caller.access.field(object, field).read);
    return asked.split(',').map((name) => {
        const field = org.state.schema.field(object, name.trim());
        if (!field || !exchange.caller.access.field(object, field).read) {
            throw badRequest(
                'INVALID_FIELD',
                `No such column '${name.trim()}' on entity '${object.name}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.`
            );
        }
        return field;
    });
}
