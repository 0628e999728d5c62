import { OPPORTUNITY } from '../../domain/objects/opportunity.ts';
import { personEntry, type PersonObject } from '../../domain/objects/catalogue.ts';
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
    if (schema.opportunityColumns === undefined) return people;
    return [
        ...people,
        build('Opportunity', schema.opportunityColumns, `${OPPORTUNITY.closedBy} = false`),
        isUnread(highWater.OpportunityContactRole) ? NEWEST_ROLE : build('OpportunityContactRole', ROLE_COLUMNS)
    ];
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

const ROLE_COLUMNS = ['Id', 'OpportunityId', 'ContactId', 'IsPrimary', 'SystemModstamp', 'IsDeleted'];
/** At first the roles come with their opportunities; only the mark to go on from is needed. */
const NEWEST_ROLE: ChangeQuery = {
    object: 'OpportunityContactRole',
    soql: 'SELECT Id, OpportunityId, SystemModstamp FROM OpportunityContactRole ORDER BY SystemModstamp DESC, Id LIMIT 1',
    resource: 'query'
};
