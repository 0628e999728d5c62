import type { ContactRole } from '../../domain/objects/object.ts';
import { personEntry, relatedEntry, type PersonObject } from '../../domain/objects/catalogue.ts';
import { instant } from '../rest/soql.ts';
import type { DirectorySchema } from './schema.ts';

/** Transactions that began before our last look and were saved after it carry an earlier time. */
const OVERLAP_MS = 2 * 60_000;

export interface ChangeQuery {
    readonly object: string;
    readonly soql: string;
    readonly resource: 'query' | 'queryAll';
}

/**
 * What to ask of each object: at first everything that is alive, later everything that changed, deletions, merges and
 * conversions included. Oldest first, so that a refresh that is cut short goes on where it stopped.
 */
export function changeQueries(
    schema: DirectorySchema,
    highWater: Readonly<Record<string, string>>
): readonly ChangeQuery[] {
    const order = 'ORDER BY SystemModstamp, Id';
    const build = (object: string, columns: readonly string[], atFirst?: string): ChangeQuery => {
        const select = `SELECT ${columns.join(',')} FROM ${object}`;
        const mark = highWater[object];
        if (isUnread(mark))
            return {
                object,
                soql: [select, atFirst === undefined ? '' : `WHERE ${atFirst}`, order].filter(Boolean).join(' '),
                resource: 'query'
            };
        const since = instant(new Date(Date.parse(mark) - OVERLAP_MS).toISOString());
        return { object, soql: `${select} WHERE SystemModstamp >= ${since} ${order}`, resource: 'queryAll' };
    };
    const people = schema.people.map(({ object, columns }) => build(object, columns, openOnly(object, columns)));
    const related = schema.related.flatMap(({ object, columns }) => {
        const { closedBy, roles } = relatedEntry(object);
        const records = build(object, columns, `${closedBy} = false`);
        if (roles === undefined) return [records];
        const all = ['Id', ...roles.neededFields, 'SystemModstamp', 'IsDeleted'];
        return [records, isUnread(highWater[roles.apiName]) ? newestRole(roles) : build(roles.apiName, all)];
    });
    return [...people, ...related];
}

/** At first, what is closed is nothing to match. */
function openOnly(object: PersonObject, columns: readonly string[]): string | undefined {
    const { closedBy } = personEntry(object);
    return closedBy !== undefined && columns.includes(closedBy) ? `${closedBy} = false` : undefined;
}

/** Empty: everybody of this object is to be read once more. */
function isUnread(mark: string | undefined): mark is undefined | '' {
    return mark === undefined || mark === '';
}

/** At first the roles come with their records; only the mark to go on from is needed. */
function newestRole({ apiName, parent }: ContactRole): ChangeQuery {
    return {
        object: apiName,
        soql: `SELECT Id, ${parent}, SystemModstamp FROM ${apiName} ORDER BY SystemModstamp DESC, Id LIMIT 1`,
        resource: 'query'
    };
}
