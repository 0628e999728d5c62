import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { PATIENCE_MS, type Row, type World } from '../river/world.ts';
import { until } from '../river/user-actions.ts';

const HOUR_MS = 3_600_000;

/**
 * The same calls and texts under whatever happens to them: the same seed draws the same day. It was over two hours ago, and
 * began less than a day ago, so that what a restored backup does not know is in what is looked back on.
 */
const DAY = {
    day: { activities: 404 },
    seed: 7,
    from: new Date((Math.floor(Date.now() / HOUR_MS) - 12) * HOUR_MS).toISOString(),
    repeat: 0.1,
    shuffle: 1_000,
    seconds: 8
};

interface Progress {
    readonly state: string;
    readonly pending: number;
    readonly sent: number;
}

/** Plays the day. @returns once it is on its way; `told` resolves with the deliveries when Quo has made them all */
export async function playDay(world: World, how: Row = {}): Promise<{ readonly told: Promise<number> }> {
    await world.control('play', { ...DAY, ...how });
    const told = allTold(world);
    // Whoever waits for it hears of it; until then it is no crash.
    told.catch(() => {});
    return { told };
}

/** What is refused is told again for minutes, and what Quo gives up is found in its list. */
const TOLD_WITHIN_MS = 2 * PATIENCE_MS;
/** How often is looked: what a play tells of itself is long. */
const LOOK_EVERY_MS = 1_000;

async function allTold(world: World): Promise<number> {
    for (const end = Date.now() + TOLD_WITHIN_MS; ;) {
        const { state, pending, sent } = await world.control<Progress>('play');
        if (state === 'done' && pending === 0) return sent;
        if (Date.now() > end) throw new Error(`${pending} deliveries are still under way (${state})`);
        await sleep(LOOK_EVERY_MS);
    }
}

/**
 * Everything that was told is written, and Quo's own list was compared with it: it knows of calls and texts that no delivery
 * told, and of those that one did it knows more. When that happens by itself is chance, so it happens last in each day.
 */
export async function evening(world: World): Promise<void> {
    const asking = hurried(world);
    await comparedAndSettled(world).finally(() => clearInterval(asking));
}

/** Quo is asked six times within twenty minutes what it can still tell: as if each time had come. */
function hurried(world: World): NodeJS.Timeout {
    const soon = 'update activities set ask_at = now(), due_at = now() where ask_at > now()';
    return setInterval(() => void world.query(soon).catch(() => {}), 2_000);
}

async function comparedAndSettled(world: World): Promise<void> {
    await world.settled();
    const before = await comparisons(world);
    await world.query("delete from memory where name = 'repair-asked'");
    await until(
        async () => ((await comparisons(world)) > before ? true : undefined),
        async () => world.connector().lines.slice(-5)
    );
    await world.settled();
    await sleep(QUIET_MS);
    await world.settled();
}

/** Late facts are asked of Quo for some seconds after the last delivery. */
const QUIET_MS = 5_000;

async function comparisons(world: World): Promise<number> {
    const lines = Array.from({ length: world.connectors }, (_, n) => world.connector(n).lines).flat();
    return lines.filter((line) => line.includes('"compared with Quo"')).length;
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
                line: `${name} ${field}: ${apart(found[field], expected[field])}`
            }));
    });
    return {
        lost: [...clean.keys()].filter((name) => !left.has(name)),
        doubled: [...left].filter(([name, some]) => some.length > 1 || !clean.has(name)).map(([name]) => name),
        stale: fields.filter(({ field }) => !REASON.test(field)).map(({ line }) => line),
        untrueReasons: fields.filter(({ field }) => REASON.test(field)).map(({ line }) => line)
    };
}

/** Both values, from a little before where they part. */
function apart(found: unknown, expected: unknown): string {
    const [one, other] = [said(found), said(expected)];
    let same = 0;
    while (same < one.length && one[same] === other[same]) same += 1;
    const from = Math.max(0, same - 40);
    return `${one.slice(from, from + 300)} instead of ${other.slice(from, from + 300)}`;
}

function said(value: unknown): string {
    const text: unknown = JSON.stringify(value);
    return typeof text === 'string' ? text : 'nothing';
}

/** The second question about a call comes half a minute after the first. */
const LATE_FACTS_MS = 45_000;

/** Looks until nothing is wrong, or what is wrong stays. */
export async function verdictOn(world: World, clean: Left): Promise<Verdict> {
    await evening(world);
    for (const end = Date.now() + LATE_FACTS_MS; ;) {
        const verdict = compare(await whatIsLeft(world), clean);
        if (isDeepStrictEqual(verdict, NOTHING_WRONG) || Date.now() > end) return verdict;
        await sleep(LOOK_EVERY_MS);
    }
}
