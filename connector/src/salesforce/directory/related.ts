import { relatedEntry, type RelatedObject } from '../../domain/objects/catalogue.ts';
import type { RelatedRecord } from '../../domain/people/person.ts';
import { inChunks } from '../rest/chunks.ts';
import type { Row } from '../rest/query.ts';
import type { Session } from '../rest/session.ts';
import { list } from '../rest/soql.ts';
import { instantOf } from './to-person.ts';
import { text } from './values.ts';

/** How one object is asked of whose open records activities are related to one. */
export interface RelatedQuery {
    readonly object: RelatedObject;
    readonly columns: readonly string[];
}

export interface Related {
    readonly open: readonly RelatedRecord[];
    /** Closed or deleted. */
    readonly gone: readonly string[];
}

/**
 * Completes records with the contacts that have a role on them, the primary one first. A contact role does not touch
 * its record, so both are asked whenever either changed.
 *
 * @param rows records that changed
 * @param alsoIds records whose roles changed
 */
export async function completeRelated(
    session: Session,
    query: RelatedQuery,
    rows: readonly Row[],
    alsoIds: readonly string[] = []
): Promise<Related> {
    const { closedBy } = relatedEntry(query.object);
    const known = new Set(rows.map(({ Id }) => Id));
    const others = [...new Set(alsoIds)].filter((id) => !known.has(id));
    const all = [...rows, ...(await readRelated(session, query, others))];
    const found = new Set(all.map(({ Id }) => Id));
    const isOpen = (row: Row): boolean => row.IsDeleted !== true && row[closedBy] !== true;
    const open = all.filter(isOpen);
    const roles = await rolesOf(session, query.object, open);
    return {
        open: open.map((row) => toRelated(query.object, row, roles.get(row.Id) ?? [])),
        gone: [
            ...all.filter((row) => !isOpen(row)).map(({ Id }) => Id),
            // Asked for and not given: deleted, or no longer visible to the integration user.
            ...others.filter((id) => !found.has(id))
        ]
    };
}

export function readRelated(
    session: Session,
    { object, columns }: RelatedQuery,
    ids: readonly string[]
): Promise<readonly Row[]> {
    return inChunks(session, ids, (some) => `SELECT ${columns.join(',')} FROM ${object} WHERE Id IN ${list(some)}`);
}

async function rolesOf(
    session: Session,
    object: RelatedObject,
    rows: readonly Row[]
): Promise<ReadonlyMap<unknown, readonly Row[]>> {
    const { roles } = relatedEntry(object);
    if (roles === undefined) return new Map();
    const { apiName, neededFields, parent } = roles;
    const ids = rows.map(({ Id }) => Id);
    const soqlOf = (some: readonly string[]): string =>
        `SELECT Id, ${neededFields.join(', ')} FROM ${apiName} WHERE ${parent} IN ${list(some)}`;
    return Map.groupBy(await inChunks(session, ids, soqlOf), (row) => row[parent]);
}

function toRelated(object: RelatedObject, row: Row, roles: readonly Row[]): RelatedRecord {
    const primary = roles.find(({ IsPrimary }) => IsPrimary === true);
    const ordered = primary === undefined ? roles : [primary, ...roles.filter((role) => role !== primary)];
    const names = relatedEntry(object).nameFields.flatMap((field) => text(row[field]) ?? []);
    return {
        id: row.Id,
        name: names.join(' '),
        accountId: text(row.AccountId),
        contactIds: [...new Set([row, ...ordered].flatMap(({ ContactId }) => text(ContactId) ?? []))],
        primaryContactId: text(row.ContactId) ?? text(primary?.ContactId),
        closeDate: text(row.CloseDate),
        lastActivityDate: text(row.LastActivityDate),
        modifiedAt: instantOf(row.LastModifiedDate)
    };
}
