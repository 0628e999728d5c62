import type { RelatedRecord, Person } from '../domain/people/person.ts';

/**
 * Kept among the marks of the objects: since when the directory holds everything that Salesforce has, ISO 8601. Absent until
 * the first load has come to its end, empty from the first page of a refresh to its end: what the directory says then is
 * provisional.
 */
export const WHOLE_SINCE = 'whole since';

/** @param marks as the store holds them */
export function isWhole({ [WHOLE_SINCE]: since }: Readonly<Record<string, string>>): boolean {
    return since !== undefined && since !== '';
}

export interface DirectoryChange {
    readonly people: readonly Person[];
    /** Deleted records; with `into` when they were merged or (a lead) converted. */
    readonly gone: readonly { readonly id: string; readonly into?: string | undefined }[];
    /** Open records that activities are related to. */
    readonly related: readonly RelatedRecord[];
    /** Closed or deleted. */
    readonly goneRelated: readonly string[];
    /** Those of them that are known to be deleted: whoever chose one has chosen nothing any more. */
    readonly deletedRelated?: readonly string[];
    /** The largest SystemModstamp seen, by object. */
    readonly highWater: Readonly<Record<string, string>>;
}

/** What a change of the directory comes to. */
export interface AppliedChange {
    /** Numbers whose people changed. */
    readonly numbers: readonly string[];
    /** Ids that now stand for others, or for nobody. */
    readonly moved: readonly { readonly from: string; readonly to?: string }[];
    /** People whom Salesforce did not tell, because only their account changed: as they are now. */
    readonly related: readonly Person[];
}

export interface DirectoryStore {
    apply(connection: string, change: DirectoryChange): Promise<AppliedChange>;
    /** Users who are called otherwise now, by id. @returns their people as they are now */
    renameOwners(connection: string, owners: ReadonlyMap<string, string>): Promise<readonly Person[]>;
    highWater(connection: string): Promise<Readonly<Record<string, string>>>;
    /** Everybody who has one of these numbers, each whole. Costs one query. */
    lookup(connection: string, numbers: readonly string[]): Promise<ReadonlyMap<string, readonly Person[]>>;
    people(connection: string, ids: readonly string[]): Promise<ReadonlyMap<string, Person>>;
    relatedOf(
        connection: string,
        who: { readonly contactIds: readonly string[]; readonly accountIds: readonly string[] }
    ): Promise<readonly RelatedRecord[]>;
    /** Numbers that Salesforce was asked about and nobody had, not longer ago than `withinMs`. */
    knownUnknown(connection: string, numbers: readonly string[], withinMs: number): Promise<ReadonlySet<string>>;
    rememberUnknown(connection: string, numbers: readonly string[]): Promise<void>;
    /** What a person chose for a number: a record id, or `ignore`. */
    choices(connection: string, numbers: readonly string[]): Promise<ReadonlyMap<string, Choice>>;
    choose(connection: string, choices: readonly Choice[]): Promise<void>;
    /** Nothing is chosen for these numbers any more. */
    unchoose(connection: string, numbers: readonly string[]): Promise<void>;
    /** The record that a person chose last to relate activities to, for each of these records, whatever number it was chosen at. */
    chosenRelated(connection: string, records: readonly string[]): Promise<ReadonlyMap<string, string>>;
    counts(connection: string): Promise<{ people: number; numbers: number }>;
}

export interface Choice {
    readonly number: string;
    /** Record id (18), `ignore`, or `no-lead`: nobody has the number, and no lead is made for it. */
    readonly record: string;
    readonly relatedId?: string | null;
    /** Who named it; absent: a person. */
    readonly by?: 'duplicate-rule' | 'merge' | 'conversion';
    /** Of a merge or a conversion: the name of who had the number. */
    readonly was?: string;
}
