import type { ErrorNote } from '../../errors/errors.ts';
import type { SkippedPage } from '../../contracts/quo/contacts.ts';
import type { EstimateState } from '../../contracts/stored-values.ts';

export type { PeopleEstimate } from '../../contracts/stored-values.ts';
export type { Skipped, SkippedPage } from '../../contracts/quo/contacts.ts';

/** Salesforce people in Quo. */
export interface PeopleInQuo {
    readonly mode: PeopleMode;
    /** Contacts of Quo that are kept as Salesforce has them. */
    readonly linked: number;
    readonly due: number;
    readonly failed: number;
    /** Why nobody is put into Quo. */
    readonly fault?: ErrorNote;
    readonly run?: {
        readonly state: 'running' | 'paused' | 'done';
        readonly done: number;
        readonly total: number;
        /** What came of each, by what was done or why nothing was. */
        readonly tally: Readonly<Record<string, number>>;
    };
}

export type PeopleMode = 'off' | 'on-call' | 'full';

/** Where an estimate stands. */
export type Estimated = EstimateState & { readonly ageMs: number };

/** Putting people into Quo, from the console. Failures are errors that carry a note. */
export interface ContactSyncUseCases {
    /** `undefined` while the connection is not whole. */
    people(id: string): Promise<PeopleInQuo | undefined>;
    /** Begins to look at everybody; resolves early, `estimated` tells the rest. */
    estimate(id: string): Promise<void>;
    estimated(id: string): Promise<Estimated | undefined>;
    /** Who is not in Quo and why, newest first. @param after where a page before ended */
    skipped(id: string, after?: string): Promise<SkippedPage>;
    /** Begins (everybody is then put there from now on), holds or goes on. */
    run(id: string, what: 'start' | 'pause' | 'resume'): Promise<void>;
    choose(id: string, mode: PeopleMode): Promise<void>;
}
