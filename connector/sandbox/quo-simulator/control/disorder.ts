import { z } from 'zod';
import { SPOILS, type Spoil } from '../sender/delivery.ts';
import type { Random } from 'sandbox-day/random.ts';

/** How a play's deliveries go wrong. Shares are from 0 to 1; times are real milliseconds. */
export const Disorder = z.strictObject({
    seed: z.int().default(1),
    /** `true`: all in any order, after everything happened. A number: each up to so many milliseconds late. */
    shuffle: z.union([z.boolean(), z.int().min(0)]).default(false),
    /** Share of deliveries that are sent again after they were accepted. */
    repeat: z.number().min(0).max(1).default(0),
    /** Share that is never sent: the API knows it, no webhook tells it. */
    drop: z.number().min(0).max(1).default(0),
    /** Share whose first attempt arrives spoiled (wrong, stale or missing signature, changed byte). */
    corrupt: z.number().min(0).max(1).default(0),
    /** Share that is late, and by how much at most. */
    delay: z.strictObject({ share: z.number().min(0).max(1), ms: z.int().min(0) }).default({ share: 0, ms: 0 })
});
export type Disorder = z.infer<typeof Disorder>;

export interface Fate {
    readonly dropped: boolean;
    readonly after: number;
    readonly again: readonly number[];
    readonly spoil: Spoil | null;
}

const REPEAT_WITHIN_MS = 1_500;

/** What becomes of one delivery. Always draws the same count of numbers, so that one share doesn't move another's dice. */
export function drawFate(disorder: Disorder, random: Random): Fate {
    const dropped = random.chance(disorder.drop);
    const repeated = random.chance(disorder.repeat);
    const again = random.below(REPEAT_WITHIN_MS);
    const corrupted = random.chance(disorder.corrupt);
    const spoil = random.pick(SPOILS);
    const delayed = random.chance(disorder.delay.share);
    const delay = random.below(disorder.delay.ms + 1);
    const jitter = typeof disorder.shuffle === 'number' ? random.below(disorder.shuffle + 1) : 0;
    return {
        dropped,
        after: jitter + (delayed ? delay : 0),
        again: repeated ? [again] : [],
        spoil: corrupted ? spoil : null
    };
}
