import type { RecordToRead } from '../../contracts/salesforce.ts';
import { chunks, nextPage } from '../rest/chunks.ts';
import { integrationUser } from '../changed-records.ts';
import type { NameInOrg } from '../namespace.ts';
import { compositeReads, partBody, QUERIES_PER_COMPOSITE } from '../rest/composite.ts';
import { QueryPage } from '../rest/query.ts';
import { Refusal } from '../rest/refusal.ts';
import type { Session } from '../rest/session.ts';
import { list, queryPath } from '../rest/soql.ts';
import { readAnswer } from '../rest/unreadable.ts';

/** 200 ids make a condition of some 4,500 characters; an address may have 16,000 (REST API guide, URI limits). */
const IDS_PER_QUERY = 200;

/**
 * What records of ours hold now: one API call for up to a thousand of them.
 *
 * @returns by id; a record that is gone, or that the integration user does not see, is absent
 * @throws {OrgUnavailable}
 */
export async function currentValues(
    session: Session,
    records: readonly RecordToRead[],
    name: NameInOrg
): Promise<ReadonlyMap<string, Readonly<Record<string, unknown>>>> {
    const wanted = records.flatMap(({ alsoFields = [], ...record }) => [
        { ...record, isApart: false },
        ...(alsoFields.length > 0 ? [{ ...record, fields: alsoFields, isApart: true }] : [])
    ]);
    const queries = [...Map.groupBy(wanted, ({ object, isApart }) => `${object} ${isApart}`).values()].flatMap(
        (some) => {
            const object = some[0]?.object ?? 'Task';
            const fields = [...new Set(some.flatMap((record) => record.fields))].sort();
            const ids = [...new Set(some.map(({ id }) => id))];
            return chunks(ids, IDS_PER_QUERY).map((chunk) => ({
                fields,
                soql: `SELECT ${['Id', 'LastModifiedById', ...fields.map(name)].join(',')} FROM ${name(object)} WHERE Id IN ${list(chunk)}`
            }));
        }
    );
    const us = await integrationUser(session);
    const found = new Map<string, Readonly<Record<string, unknown>>>();
    for (const some of chunks(queries, QUERIES_PER_COMPOSITE)) {
        const parts = await compositeReads(
            session,
            some.map(({ soql }) => queryPath(session.root, soql))
        );
        for (const [n, { fields }] of some.entries())
            for (let page = pageOf(parts[n]); page !== undefined; page = await nextPage(session, page))
                for (const row of page.records)
                    found.set(row.Id, {
                        ...found.get(row.Id),
                        ...(row.LastModifiedById === us ? {} : { LastModifiedById: row.LastModifiedById }),
                        ...Object.fromEntries(fields.map((field) => [field, row[name(field)] ?? null]))
                    });
    }
    return found;
}

/** A field that may be written but not read is refused; the write itself will tell what is missing. */
function pageOf(part: Awaited<ReturnType<typeof compositeReads>>[number] | undefined): QueryPage | undefined {
    if (part === undefined) return undefined;
    try {
        return readAnswer(QueryPage, partBody(part));
    } catch (error) {
        if (error instanceof Refusal) return undefined;
        throw error;
    }
}
