import type { KnownGap } from '../../contracts/comparison.ts';

/** Whether everything that Quo has is here, and what a person does about what is not. */
export interface CompletenessUseCases {
    /** Times of which Quo does not tell everything, and that nobody acknowledged. */
    gaps(id: string): Promise<readonly KnownGap[]>;
    /** @returns the gap; undefined when there is none such any more */
    acknowledge(id: string, gap: string): Promise<KnownGap | undefined>;
    /** Has everything from the beginning of the gap on compared again, with the next comparison. */
    fetchAgain(id: string, gap: string): Promise<KnownGap | undefined>;
}
