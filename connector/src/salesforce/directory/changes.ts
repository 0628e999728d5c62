import type { DirectoryChange } from '../../contracts/store.ts';
import { compositeQueries, type WriteAlong } from '../rest/composite.ts';
import type { QueryPage, Row } from '../rest/query.ts';
import type { Session } from '../rest/session.ts';
import { changeQueries } from './change-queries.ts';
import { nextPage } from '../rest/chunks.ts';
import { relatedEntry } from '../../domain/objects/catalogue.ts';
import type { ContactRole } from '../../domain/objects/object.ts';
import { completeRelated, type RelatedQuery } from './related.ts';
import type { PersonQuery } from './person-query.ts';
import type { DirectorySchema } from './schema.ts';
import { rememberOverlap, type Overlap } from './overlap.ts';
import type { ReadNumbers } from './numbers.ts';
import { instantOf, isClosed, isShadow, toPerson } from './to-person.ts';
import { text } from './values.ts';

export interface Reading {
    /** Of numbers without a country code, where the record tells no country of its own. */
    readonly region: string;
    readonly readNumbers: ReadNumbers;
    /** The ISO 3166 region that an address names. */
    readonly regionOfCountry: (country: string) => string | undefined;
    /** The region of a number that is typed with its country code. */
    readonly regionOfNumber: (number: string) => string | undefined;
}

export const NOTHING: DirectoryChange = {
    people: [],
    gone: [],
    related: [],
    goneRelated: [],
    highWater: {}
};

/**
 * Reads what changed since the marks: one composite request, one request per further page, and one more when
 * related records or their contact roles changed.
 *
 * @param along written in the same request
 * @param onPage each page with its own mark, told in order; the next page waits for it
 * @throws {OrgUnavailable} @throws {Refusal}
 */
export async function readChanges(
    session: Session,
    schema: DirectorySchema,
    highWater: Readonly<Record<string, string>>,
    reading: Reading,
    overlap: Overlap,
    onPage: (change: DirectoryChange) => Promise<void>,
    along?: WriteAlong
): Promise<void> {
    const queries = changeQueries(schema, highWater);
    const firstPages = await compositeQueries(session, queries, along);
    const seen = rememberOverlap(overlap, highWater);
    for (const [n, { object, resource }] of queries.entries()) {
        for (let page = firstPages[n]; page !== undefined; page = await nextPage(session, page)) {
            const rows = seen.unseen(object, page.records);
            const mark = markOf(page);
            if (rows.length > 0 && mark !== undefined) {
                const isRole = schema.related.some((one) => rolesOf(one)?.apiName === object);
                const change = await changeOf(
                    session,
                    schema,
                    object,
                    isRole && resource === 'query' ? [] : rows,
                    reading
                );
                await onPage({ ...NOTHING, ...change, highWater: { [object]: mark } });
            }
            if (resource === 'queryAll') seen.told(object, page.records, mark);
        }
    }
    seen.finish();
}

async function changeOf(
    session: Session,
    schema: DirectorySchema,
    object: string,
    rows: readonly Row[],
    reading: Reading
): Promise<Partial<DirectoryChange>> {
    const query = schema.people.find((one) => one.object === object);
    if (query !== undefined) return peopleIn(rows, query, reading);
    const own = schema.related.find((one) => one.object === object || rolesOf(one)?.apiName === object);
    if (own === undefined) return {};
    const roles = object === own.object ? undefined : rolesOf(own);
    const { open, gone } =
        roles === undefined
            ? await completeRelated(session, own, rows)
            : await completeRelated(
                  session,
                  own,
                  [],
                  rows.flatMap((row) => text(row[roles.parent]) ?? [])
              );
    return { related: open, goneRelated: gone };
}

function rolesOf({ object }: RelatedQuery): ContactRole | undefined {
    return relatedEntry(object).roles;
}

/** The people of these rows as they are now, and those who are gone. */
export function peopleIn(rows: readonly Row[], query: PersonQuery, reading: Reading): Partial<DirectoryChange> {
    const isGone = (row: Row): boolean => row.IsDeleted === true || isClosed(row, query);
    return {
        people: rows.filter((row) => !isGone(row) && !isShadow(row, query)).map((row) => toPerson(row, query, reading)),
        gone: rows.filter(isGone).map((row) => ({ id: row.Id, into: successorOf(row) }))
    };
}

/** Who stands for a merged record or a converted lead. A lead without company became a person account. */
export function successorOf(row: Row): string | undefined {
    if (row.IsConverted !== true) return text(row.MasterRecordId);
    const account = text(row.ConvertedAccountId);
    const contact = text(row.ConvertedContactId);
    return text(row.Company) === undefined ? (account ?? contact) : (contact ?? account);
}

function markOf(page: QueryPage): string | undefined {
    return page.records
        .flatMap(({ SystemModstamp }) => instantOf(SystemModstamp) ?? [])
        .toSorted()
        .at(-1);
}
