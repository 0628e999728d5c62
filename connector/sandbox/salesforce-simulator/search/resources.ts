import { badRequest } from '../org-error.ts';
import { objectOf, type Handle, type Org } from '../api/exchange.ts';
import { objectsOf, requireKeys } from '../api/request-shape.ts';
import { wrongKind } from '../rules/values/wrong-kind.ts';
import { findRecords, type Returning, type SearchGroup } from './find.ts';
import { compileLiteralSearch, compileSearch } from './search-query.ts';
import { parseSosl } from './sosl.ts';

/** `GET /search?q=FIND {…}…`. */
export const search: Handle = (org, exchange) => {
    const text = exchange.query.get('q');
    if (text === null || text === '') throw badRequest('MALFORMED_SEARCH', 'No search term found.');
    const sosl = parseSosl(text);
    const match = compileSearch(sosl.search);
    const returning = sosl.returning.length > 0 ? sosl.returning : everything(org);
    const found = findRecords(org.state, exchange.caller, match, sosl.group, returning, exchange.base);
    return { status: 200, body: { searchRecords: found.slice(0, sosl.limit ?? found.length) } };
};

interface SearchBody {
    readonly q?: string;
    readonly in?: string;
    readonly fields?: readonly string[];
    readonly sobjects?: readonly {
        name: string;
        fields?: readonly string[];
        where?: string;
        orderBy?: string;
        limit?: number;
    }[];
    readonly overallLimit?: number;
    readonly defaultLimit?: number;
}

/** `GET /parameterizedSearch?q=…&sobject=Contact&Contact.fields=…` and the same by POST. */
export const parameterizedSearch: Handle = (org, exchange) => {
    const body: SearchBody = exchange.method === 'POST' ? fromBody(objectOf(exchange)) : fromQuery(exchange.query);
    if (typeof body.q !== 'string') throw badRequest('MISSING_ARGUMENT', 'The q parameter is required.');
    const group = (body.in ?? 'ALL').toUpperCase() as SearchGroup;
    const returning = (body.sobjects ?? []).map((object): Returning => ({
        object: object.name,
        fields: object.fields ?? body.fields ?? [],
        rest: [object.where ? `WHERE ${object.where}` : '', object.orderBy ? `ORDER BY ${object.orderBy}` : '']
            .filter(Boolean)
            .join(' '),
        limit: object.limit ?? body.defaultLimit
    }));
    const objects = returning.length > 0 ? returning : everything(org);
    const found = findRecords(org.state, exchange.caller, compileLiteralSearch(body.q), group, objects, exchange.base);
    return { status: 200, body: { searchRecords: found.slice(0, body.overallLimit ?? found.length) } };
};

const BODY_KEYS = ['q', 'in', 'fields', 'sobjects', 'overallLimit', 'defaultLimit'];
const OBJECT_KEYS = ['name', 'fields', 'where', 'orderBy', 'limit'];

/** @throws {OrgError} JSON_PARSER_ERROR for a key or a value that the resource does not read */
function fromBody(json: Record<string, unknown>): SearchBody {
    requireKeys(json, BODY_KEYS);
    requireKinds(json);
    if (json.sobjects === undefined) return json;
    for (const object of objectsOf(json.sobjects, 'sobjects')) {
        requireKeys(object, OBJECT_KEYS);
        requireKinds(object);
        if (object.name === undefined) throw badRequest('MISSING_ARGUMENT', 'Every sobject needs a name.');
    }
    return json;
}

const isWhole = (value: unknown): boolean => Number.isInteger(value) && Number(value) > 0;
const isText = (value: unknown): boolean => typeof value === 'string';
const areTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText);

/** What each key holds. */
const KINDS: Readonly<Record<string, readonly [kind: string, holds: (value: unknown) => boolean]>> = {
    q: ['string', isText],
    in: ['string', isText],
    name: ['string', isText],
    where: ['string', isText],
    orderBy: ['string', isText],
    fields: ['list', areTexts],
    limit: ['int', isWhole],
    overallLimit: ['int', isWhole],
    defaultLimit: ['int', isWhole]
};

/** @throws {OrgError} JSON_PARSER_ERROR for a value of another kind than its key holds */
function requireKinds(json: Record<string, unknown>): void {
    for (const [key, value] of Object.entries(json)) {
        const kind = KINDS[key];
        if (kind && !kind[1](value)) throw wrongKind(kind[0], value ?? 'null');
    }
}

function everything(org: Org): Returning[] {
    return org.state.schema.objects
        .filter((object) => object.flags.searchable === true)
        .map((object) => ({ object: object.name, fields: [], rest: '', limit: undefined }));
}

function fromQuery(query: URLSearchParams): SearchBody {
    const text = (name: string): string | undefined => query.get(name) ?? undefined;
    const list = (value: string | undefined): string[] | undefined => value?.split(',');
    const number = (name: string): number | undefined => (query.has(name) ? Number(query.get(name)) : undefined);
    const sobjects = query.getAll('sobject').map((name) => {
        const fields = list(text(`${name}.fields`));
        const where = text(`${name}.where`);
        const limit = number(`${name}.limit`);
        return {
            name,
            ...(fields ? { fields } : {}),
            ...(where ? { where } : {}),
            ...(limit === undefined ? {} : { limit })
        };
    });
    const parts = {
        q: text('q'),
        in: text('in'),
        fields: list(text('fields')),
        overallLimit: number('overallLimit'),
        defaultLimit: number('defaultLimit')
    };
    return { ...Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)), sobjects };
}
