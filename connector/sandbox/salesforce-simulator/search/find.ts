import type { Caller, OrgState } from '../org-state.ts';
import { isDeleted, type Row } from '../records/row.ts';
import { noSuchObject } from '../soql/errors.ts';
import { compileOrder, sortBy } from '../soql/order.ts';
import { parseSoql } from '../soql/parse.ts';
import type { Json } from '../soql/render.ts';
import { matchingRows } from '../soql/run.ts';
import type { Scope } from '../soql/scope.ts';
import { compileSelection } from '../soql/selection.ts';
import { malformedSearch, type Match } from './search-query.ts';
import { tokensOf } from './tokens.ts';
import type { Field, SObject } from '../schema/types.ts';

/** Which fields are searched. */
export type SearchGroup = 'ALL' | 'NAME' | 'EMAIL' | 'PHONE' | 'SIDEBAR';

/** One object of RETURNING, with the SOQL that stands in its parentheses. */
export interface Returning {
    readonly object: string;
    /** Empty: only ids. */
    readonly fields: readonly string[];
    /** `WHERE … ORDER BY …`; empty when there is none. */
    readonly rest: string;
    readonly limit: number | undefined;
}

const RESULTS = 2_000;
const PLAIN_RESULTS = 250;

/** Finds records of the objects asked for, in their order. @throws {OrgError} as SOSL refuses */
export function findRecords(
    state: OrgState,
    caller: Caller,
    match: Match,
    group: SearchGroup,
    returning: readonly Returning[],
    base: string
): Json[] {
    return returning
        .flatMap((part) => {
            const text = `SELECT ${part.fields.length === 0 ? 'Id' : part.fields.join(', ')} FROM ${part.object} ${part.rest}`;
            const query = parseSoql(text);
            const object = state.schema.object(part.object);
            if (!object || object.flags.searchable !== true || !caller.access.object(object).read)
                throw noSuchObject(text, part.object);
            const scope: Scope = {
                state,
                caller,
                object,
                text,
                selfNames: [object.name.toLowerCase()],
                all: false,
                base
            };
            const fields = searchedFields(object, group).filter((field) => caller.access.field(object, field).read);
            const found = [...state.tables.of(object).all()].filter(
                (row) => !isDeleted(row) && match(tokens(fields, row))
            );
            const rows = sortBy(matchingRows(scope, query, found), compileOrder(scope, query.orderBy));
            const render = compileSelection(scope, query.fields ?? [], () => {
                throw malformedSearch('A search cannot have nested queries.');
            });
            return rows.slice(0, Math.min(part.limit ?? RESULTS, mostOf(part, returning.length))).map(render);
        })
        .slice(0, RESULTS);
}

/** A condition or an order raises what one object may give. */
function mostOf(part: Returning, objects: number): number {
    if (objects === 1) return part.rest === '' ? PLAIN_RESULTS : RESULTS;
    return Math.min(Math.floor(RESULTS / objects), PLAIN_RESULTS);
}

function searchedFields(object: SObject, group: SearchGroup): Field[] {
    return object.fields.filter((field) => {
        if (group === 'EMAIL') return field.type === 'email';
        if (group === 'PHONE') return field.type === 'phone';
        if (group === 'NAME') return field.nameField || field.compoundFieldName === 'Name';
        return ['string', 'textarea', 'phone', 'email', 'url', 'combobox', 'picklist'].includes(field.type);
    });
}

function tokens(fields: readonly Field[], row: Row): string[][] {
    return fields.flatMap((field) => {
        const value = row[field.name];
        return typeof value === 'string' ? [tokensOf(value)] : [];
    });
}
