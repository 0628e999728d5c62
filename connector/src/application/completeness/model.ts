import type { Completeness } from '../../contracts/completeness.ts';
import type { KnownGap } from '../../contracts/comparison.ts';

/** Whether everything that Quo has is here, and what a person does about what is not. */
export interface CompletenessUseCases {
    /** Of the last days, today included. @param most of the calls and texts that are named */
    completeness(id: string, days: number, most: number): Promise<Completeness>;
    /** Times of which Quo does not tell everything, and that nobody acknowledged. */
    gaps(id: string): Promise<readonly KnownGap[]>;
    /** @returns the gap; undefined when there is none such any more */
    acknowledge(id: string, gap: string): Promise<KnownGap | undefined>;
    /** Has everything from the beginning of the gap on compared again, with the next comparison. */
    fetchAgain(id: string, gap: string): Promise<KnownGap | undefined>;
}
