import { setTimeout as sleep } from 'node:timers/promises';
import type { Row, World } from '../river/world.ts';
import { until } from '../river/user-actions.ts';

/** The same calls and texts under whatever happens to them: the same seed draws the same day. */
const DAY = {
    day: { activities: 80 },
    seed: 7,
    from: '2026-11-18T13:00:00.000Z',
    repeat: 0.1,
    shuffle: 1_000,
    seconds: 6
};

/** Plays the day. @returns once it is on its way; `told` resolves when Quo has delivered everything */
export async function playDay(world: World, how: Row = {}): Promise<{ readonly told: Promise<void> }> {
    await world.control('play', { ...DAY, ...how });
    return { told: allTold(world) };
}

async function allTold(world: World): Promise<void> {
    await until(
        async () => {
            const { state, pending } = await world.control<{ state: string; pending: number }>('play');
            return state === 'done' && pending === 0 ? true : undefined;
        },
        () => world.control('play')
    );
}

/** Where our records are, and what each is told by. */
const OURS = { Task: 'Quo_Key__c', Sona_Call__c: 'Quo_Call_Id__c', Sona_Answer__c: 'Quo_Key__c' } as const;
/** When and by whom it was written is not the same twice. */
const OF_THE_WRITE = /^(Id|CreatedDate|LastModifiedDate|LastModifiedById|SystemModstamp|CompletedDateTime|attributes)$/;
const REASON = /Match_Reason__c$/;

/** What stands in Salesforce, by object and key; several where a key stands there more than once. */
export type Left = ReadonlyMap<string, readonly Row[]>;

export async function whatIsLeft(world: World): Promise<Left> {
    const all = await Promise.all(
        Object.entries(OURS).map(async ([object, key]) => {
            const records = (await world.records(object)).filter((one) => one[key] !== undefined);
            return records.map((record) => ({ name: `${object} ${String(record[key])}`, record }));
        })
    );
    const named = all.flat();
    const names = new Map([
        ...Object.entries(world.ids).map(([name, id]) => [id, name] as const),
        ...named.map(({ name, record }) => [String(record['Id']), name] as const)
    ]);
    const read = named.map(({ name, record }) => [name, plain(record, names)] as const);
    return new Map([...Map.groupBy(read, ([name]) => name)].map(([name, some]) => [name, some.map(([, one]) => one)]));
}

function plain(record: Row, names: ReadonlyMap<string, string>): Row {
    const fields = Object.entries(record).filter(
        ([field, value]) => !OF_THE_WRITE.test(field) && value !== null && value !== ''
    );
    return Object.fromEntries(
        fields.map(([field, value]) => [
            field,
            typeof value === 'string' ? (names.get(value) ?? withoutLinks(value)) : value
        ])
    );
}

/** Links are signed with each store's own key, and each Quo has an address of its own. */
function withoutLinks(value: string): string {
    return value.replace(/https?:\/\/(quo\.example\.com|127\.0\.0\.1:\d+)\/\S+/g, 'link');
}

/** What is wrong, a line each. */
export interface Verdict {
    readonly lost: readonly string[];
    readonly doubled: readonly string[];
    readonly stale: readonly string[];
    readonly untrueReasons: readonly string[];
}

export const NOTHING_WRONG: Verdict = { lost: [], doubled: [], stale: [], untrueReasons: [] };

/** Compares with what a clean run left, record by record and field by field. */
export function compare(left: Left, clean: Left): Verdict {
    const fields = [...clean].flatMap(([name, [expected = {}]]) => {
        const [found] = left.get(name) ?? [];
        if (found === undefined) return [];
        const all = [...new Set([...Object.keys(expected), ...Object.keys(found)])];
        return all
            .filter((field) => JSON.stringify(found[field]) !== JSON.stringify(expected[field]))
            .map((field) => ({
                field,
                line: `${name} ${field}: ${said(found[field])} instead of ${said(expected[field])}`
            }));
    });
    return {
        lost: [...clean.keys()].filter((name) => !left.has(name)),
        doubled: [...left].filter(([name, some]) => some.length > 1 || !clean.has(name)).map(([name]) => name),
        stale: fields.filter(({ field }) => !REASON.test(field)).map(({ line }) => line),
        untrueReasons: fields.filter(({ field }) => REASON.test(field)).map(({ line }) => line)
    };
}

function said(value: unknown): string {
    const text: unknown = JSON.stringify(value);
    return typeof text === 'string' ? text.slice(0, 300) : 'nothing';
}

/** What Quo is asked after the fact comes when it comes: so long, after nothing is due any more. */
const LATE_FACTS_MS = 45_000;

/** Looks until nothing is wrong, or what is wrong stays. */
export async function verdictOn(world: World, clean: Left): Promise<Verdict> {
    await world.settled();
    for (const end = Date.now() + LATE_FACTS_MS; ;) {
        const verdict = compare(await whatIsLeft(world), clean);
        if (Object.values({ ...verdict }).every((lines) => lines.length === 0) || Date.now() > end)
            return verdict;
        await sleep(500);
    }
}
