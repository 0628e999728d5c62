import type { Scenario } from './scenario.ts';

/** One playing of a scenario: when it starts, and who stands in for whom. Equal instances make equal ids. */
export interface Instance {
    readonly name: string;
    readonly scenario: Scenario;
    readonly key: string;
    /** Milliseconds since the epoch. */
    readonly startMs: number;
    readonly swaps: Readonly<Record<string, string>>;
}
