import type { DirectoryChange } from '../../contracts/store.ts';
import { objectOf } from '../../domain/objects/catalogue.ts';
import type { Row } from '../rest/query.ts';
import type { Session } from '../rest/session.ts';
import { list } from '../rest/soql.ts';
import { NOTHING, peopleIn, type Reading } from './changes.ts';
import { inChunks } from '../rest/chunks.ts';
import { completeRelated, readRelated } from './related.ts';
import type { PersonQuery } from './person-query.ts';
import type { DirectorySchema } from './schema.ts';

/** Merges of merges; also the end of a circle, which only damaged data could have. */
const LONGEST_CHAIN = 8;

/**
 * What became of these records, asked of Salesforce by their ids: who they are now, who stands for them after a merge or a
 * conversion, with that record as well, and which are gone. One that is not told any more (deleted for good, or hidden from
 * the integration user) is gone.
 *
 * @throws {OrgUnavailable} @throws {Refusal}
 */
export async function readStanding(
    session: Session,
    schema: DirectorySchema,
    ids: readonly string[],
    reading: Reading
): Promise<DirectoryChange> {
    const people: DirectoryChange['people'][number][] = [];
    const gone: DirectoryChange['gone'][number][] = [];
    const asked = new Set<string>();
    let next = [...new Set(ids)];
    for (let step = 0; step < LONGEST_CHAIN && next.length > 0; step += 1) {
        for (const id of next) asked.add(id);
        const found = await standingPeople(session, schema, next, reading);
        people.push(...found.people);
        gone.push(...found.gone);
        next = [...new Set(found.gone.flatMap(({ into }) => into ?? []))].filter((id) => !asked.has(id));
    }
    return { ...NOTHING, people, gone, ...(await standingRelated(session, schema, ids)) };
}

async function standingPeople(
    session: Session,
    schema: DirectorySchema,
    ids: readonly string[],
    reading: Reading
): Promise<Pick<DirectoryChange, 'people' | 'gone'>> {
    const all = await Promise.all(
        schema.people.map(async (query) => {
            const own = ids.filter((id) => objectOf(id) === query.object);
            const rows = await rowsOf(session, query, own);
            const found = new Set(rows.map(({ Id }) => Id));
            const { people = [], gone = [] } = peopleIn(rows, query, reading);
            return { people, gone: [...gone, ...own.filter((id) => !found.has(id)).map((id) => ({ id }))] };
        })
    );
    return { people: all.flatMap(({ people }) => people), gone: all.flatMap(({ gone }) => gone) };
}

function rowsOf(session: Session, { object, columns }: PersonQuery, ids: readonly string[]): Promise<readonly Row[]> {
    const soqlOf = (some: readonly string[]): string =>
        `SELECT ${columns.join(',')} FROM ${object} WHERE Id IN ${list(some)}`;
    return inChunks(session, ids, soqlOf, 'queryAll');
}

async function standingRelated(
    session: Session,
    { related }: DirectorySchema,
    ids: readonly string[]
): Promise<Pick<DirectoryChange, 'related' | 'goneRelated' | 'deletedRelated'>> {
    const all = await Promise.all(
        related.map(async (query) => {
            const own = ids.filter((id) => objectOf(id) === query.object);
            const rows = await readRelated(session, query, own);
            const living = new Set(rows.map(({ Id }) => Id));
            const deleted = own.filter((id) => !living.has(id));
            const { open, gone } = await completeRelated(session, query, rows);
            return { open, gone: [...gone, ...deleted], deleted };
        })
    );
    return {
        related: all.flatMap(({ open }) => open),
        goneRelated: all.flatMap(({ gone }) => gone),
        deletedRelated: all.flatMap(({ deleted }) => deleted)
    };
}
