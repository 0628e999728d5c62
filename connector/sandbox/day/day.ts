import { seededRandom, type Random } from './random.ts';
import type { Instance } from './instance.ts';
import { loadPeople, type People } from './people.ts';
import type { Scenario } from './scenario.ts';
import { loadScenarios } from './scenarios.ts';

export interface DayOptions {
    readonly seed: number;
    /** When the day begins, in milliseconds since the epoch. */
    readonly fromMs: number;
    /** About how many calls and texts. */
    readonly activities: number;
}

const DAY_MS = 10 * 3_600_000;
const MINUTE_MS = 60_000;
/** Who can stand in for one another on the phone. */
const STAND_INS = ['marie-eve', 'luc', 'sarah', 'david'];

/**
 * A working day: every scenario that needs no choice of the admin's and no rep at work in Salesforce once, and the common ones again and again with other
 * people, until there are about as many activities as asked. The same options always make the same day.
 *
 * @returns instances in order of time
 */
export function workingDay(options: DayOptions): Instance[] {
    const random = seededRandom(options.seed);
    const people = loadPeople();
    const scenarios = [...loadScenarios()].filter(
        ([, one]) => Object.keys(one.expect.preferences).length === 0 && one.edits.length === 0
    );
    const chosen = choose(scenarios, options.activities, random);
    const slots = random.shuffled(chosen.map((_, i) => i));
    const texting = new Set(
        chosen.filter(({ again }) => !again).flatMap(({ scenario }) => conversations(scenario, {}))
    );
    const instances = chosen.map(({ name, scenario, again }, i): Instance => {
        const slot = ((slots[i] ?? 0) + random.next()) / chosen.length;
        const startMs = options.fromMs + Math.floor((slot * (DAY_MS - 2 * 3_600_000)) / MINUTE_MS) * MINUTE_MS;
        const key = `day#${options.seed}@${new Date(options.fromMs).toISOString()}/${i}/${name}`;
        return { name, scenario, key, startMs, swaps: again ? swapsFor(scenario, people, texting, random) : {} };
    });
    return instances.sort((a, b) => a.startMs - b.startMs);
}

interface Choice {
    readonly name: string;
    readonly scenario: Scenario;
    /** A repetition, with other people. */
    readonly again: boolean;
}

function choose(scenarios: [string, Scenario][], wanted: number, random: Random): Choice[] {
    const once = scenarios.map(([name, scenario]) => ({ name, scenario, again: false }));
    const urn = scenarios.flatMap(([name, scenario]) =>
        Array.from({ length: scenario.repeats }, () => ({ name, scenario, again: true }))
    );
    const chosen: Choice[] = wanted < count(once) ? random.shuffled(once) : once;
    if (wanted < count(once)) return upTo(chosen, wanted);
    const rounds = Math.ceil(wanted / Math.max(1, count(urn)));
    const repetitions = Array.from({ length: rounds }, () => random.shuffled(urn)).flat();
    return [...chosen, ...upTo(repetitions, wanted - count(once))];
}

function count(choices: readonly Choice[]): number {
    return choices.reduce((sum, { scenario }) => sum + Object.keys(scenario.activities).length, 0);
}

function upTo(choices: readonly Choice[], wanted: number): Choice[] {
    const taken: Choice[] = [];
    for (const choice of choices) {
        if (count(taken) >= wanted) break;
        taken.push(choice);
    }
    return taken;
}

/**
 * Everybody is replaced by somebody of the same kind, and colleagues by colleagues; special people stay themselves. Nobody
 * texts one inbox twice in a day: their texts would run together, and each scenario says what becomes of its own.
 */
function swapsFor(scenario: Scenario, people: People, texting: Set<string>, random: Random): Record<string, string> {
    const names = new Set(Object.values(scenario.activities).flatMap((activity) => activity.who));
    const swaps: Record<string, string> = {};
    for (const name of names) {
        const kind = people[name]?.kind;
        if (kind === undefined || kind === 'special') continue;
        const others = Object.keys(people).filter(
            (other) =>
                people[other]?.kind === kind &&
                !Object.values(swaps).includes(other) &&
                !conversations(scenario, { ...swaps, [name]: other }).some((one) => texting.has(one))
        );
        swaps[name] = others.length > 0 ? random.pick(others) : name;
    }
    for (const one of conversations(scenario, swaps)) texting.add(one);
    for (const name of STAND_INS) swaps[name] = random.pick(STAND_INS);
    return swaps;
}

/** Which people text which inbox. */
function conversations(scenario: Scenario, swaps: Readonly<Record<string, string>>): string[] {
    return Object.values(scenario.activities).flatMap((activity) =>
        activity.kind === 'message' ? activity.who.map((who) => `${activity.inbox}/${swaps[who] ?? who}`) : []
    );
}
