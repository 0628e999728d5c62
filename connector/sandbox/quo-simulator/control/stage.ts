import { z } from 'zod';
import { workingDay } from 'sandbox-day/day.ts';
import type { Instance } from 'sandbox-day/instance.ts';
import { loadScenario, scenarioNames } from 'sandbox-day/scenarios.ts';
import { Disorder } from './disorder.ts';

const DAY_ACTIVITIES = 190;
/** How a day's deliveries behave unless the request says otherwise: a little of everything that goes wrong. */
const DAY_MANNERS = { seconds: 18, shuffle: 400, repeat: 0.08, corrupt: 0.02, delay: { share: 0.04, ms: 4_000 } };

const Asked = Disorder.extend({
    /** Names of scenario files, in order, or `all`. */
    scenarios: z.union([z.literal('all'), z.array(z.string()).min(1)]).optional(),
    /** A whole working day instead. */
    day: z
        .union([z.literal(true), z.strictObject({ activities: z.int().min(1).max(2_000).default(DAY_ACTIVITIES) })])
        .optional(),
    /** When the play begins, in its own time; without it, so that it ends about now. */
    from: z.iso.datetime({ offset: true }).optional(),
    /** Real seconds that the play takes. Without it and without `speed`, each delivery waits for the one before. */
    seconds: z.number().min(0).optional(),
    /** Seconds of the play in one real second. */
    speed: z.number().positive().optional(),
    /** Only what happens from this second of each scenario on, and before that one: the rest is another play. */
    after: z.number().optional(),
    before: z.number().optional(),
    /** Answer only when it is done. */
    wait: z.boolean().default(false)
}).refine((play) => (play.scenarios === undefined) !== (play.day === undefined), 'Give either scenarios or day');

export const PlayRequest = z.preprocess(
    (raw) => (typeof raw === 'object' && raw !== null && 'day' in raw ? { ...manners(raw), ...raw } : raw),
    Asked
);
export type PlayRequest = z.infer<typeof PlayRequest>;

function manners(raw: object): object {
    const { seconds, ...rest } = DAY_MANNERS;
    return 'speed' in raw ? rest : { seconds, ...rest };
}

const DAY_MS = 10 * 3_600_000;
/** All scenarios together span little more than a day: what looks for missed calls looks that far back. */
const SCENARIO_GAP_MS = 15 * 60_000;
const MINUTE_MS = 60_000;

/** Which scenarios a request asks for, each with its time and people. @throws {Error} when there is no such scenario */
export function instancesFor(request: PlayRequest, nowMs: number): Instance[] {
    if (request.day !== undefined) {
        const activities = request.day === true ? DAY_ACTIVITIES : request.day.activities;
        const fromMs = startOf(request, nowMs, DAY_MS);
        return workingDay({ seed: request.seed, fromMs, activities });
    }
    const names = request.scenarios === 'all' ? scenarioNames() : (request.scenarios ?? []);
    const fromMs = startOf(request, nowMs, names.length * SCENARIO_GAP_MS);
    return names.map((name, i) => {
        const startMs = fromMs + i * SCENARIO_GAP_MS;
        const key = `${name}@${new Date(startMs).toISOString()}`;
        return { name, scenario: loadScenario(name), key, startMs, swaps: {} };
    });
}

function startOf(request: PlayRequest, nowMs: number, spanMs: number): number {
    if (request.from !== undefined) return Date.parse(request.from);
    return Math.floor((nowMs - spanMs) / MINUTE_MS) * MINUTE_MS;
}
