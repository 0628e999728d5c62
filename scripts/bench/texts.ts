/**
 * What a day of texts costs in Salesforce API calls: `node scripts/bench/texts.ts [texts] [conversations] [hours]`. The
 * same texts at several speeds, by the pace that the connector keeps: the slower they come, the fewer share a request.
 * Beside it how late a text is in Salesforce, and the baseline: a request for each first text of a window at once, and
 * for each conversation by itself once a minute.
 */
import { writeSchedule, type WriteSchedule } from '../../connector/src/domain/write-schedule.ts';
import { windowsFrom } from '../../connector/src/domain/conversations/windows.ts';
import type { MessageFact } from '../../connector/src/domain/facts.ts';

const TEXTS = Number(process.argv[2] ?? 1_000);
const CONVERSATIONS = Number(process.argv[3] ?? 120);
const HOURS = Number(process.argv[4] ?? 9);
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
/** The least time between two passes. */
const PASS_EVERY_MS = 1.5 * SECOND;
const RECORDS_PER_CALL = 1_000;
/** Windows are an hour; the first text of one is a first write. */
const WINDOW_MS = 60 * MINUTE;
/** As by default, and with GATHER_SECONDS=300. */
const GATHERED = [MINUTE, 5 * MINUTE];

interface Text {
    readonly conversation: number;
    readonly atMs: number;
}

interface Conversation {
    readonly waiting: number[];
    windowFrom?: number;
    isNew: boolean;
    written?: number;
}

type Rule = 'baseline' | { readonly gatherMs: number };

console.log(`${TEXTS} texts in ${CONVERSATIONS} conversations`);
for (const minutes of [0.2, 1, 10, 60, HOURS * 60]) {
    const texts = textsOver(minutes * MINUTE);
    const baseline = costOf(texts, 'baseline');
    const told = GATHERED.map((gatherMs) => {
        const { calls, late } = costOf(texts, { gatherMs });
        const [half = 0, most = 0] = [late[Math.floor(late.length / 2)], late[Math.floor(late.length * 0.95)]];
        const ratio = (calls / baseline.calls).toFixed(2);
        const seconds = `half within ${Math.round(half / SECOND)} s, 95 % within ${Math.round(most / SECOND)} s`;
        return `${(calls / TEXTS).toFixed(3)} calls a text (${ratio} of the baseline; ${seconds})`;
    });
    const windows = windowsIn(texts);
    console.log(`in ${label(minutes)}: ${windows} windows, ${told[0]}; gathered for five minutes, ${told[1]}`);
}

/** Conversations begin all through the time, and each goes on in bursts. */
function textsOver(spanMs: number): readonly Text[] {
    const random = randomFrom(7);
    const begins = Array.from({ length: CONVERSATIONS }, () => random() * 0.8);
    const texts = Array.from({ length: TEXTS }, (_, n) => {
        const conversation = n % CONVERSATIONS;
        const burst = Math.floor(random() * 3) * 0.08;
        return { conversation, atMs: ((begins[conversation] ?? 0) + burst + random() * 0.02) * spanMs };
    });
    return texts.toSorted((a, b) => a.atMs - b.atMs);
}

/** Pass after pass, as long as something is left: all that is due by its pace goes out together. */
function costOf(texts: readonly Text[], rule: Rule): { readonly calls: number; readonly late: readonly number[] } {
    const known = new Map<number, Conversation>();
    const late: number[] = [];
    let calls = 0;
    let next = 0;
    for (let now = texts[0]?.atMs ?? 0; next < texts.length || isLeft(known); now += PASS_EVERY_MS) {
        for (let text = texts[next]; text !== undefined && text.atMs <= now; text = texts[++next]) arrive(known, text);
        const out = goingOut(known, now, rule);
        for (const one of out) {
            late.push(...one.waiting.splice(0).map((atMs) => now - atMs));
            one.written = now;
            one.isNew = false;
        }
        calls += Math.ceil(out.length / RECORDS_PER_CALL);
    }
    return { calls, late: late.sort((a, b) => a - b) };
}

function arrive(known: Map<number, Conversation>, { conversation, atMs }: Text): void {
    const one = known.get(conversation) ?? { waiting: [], isNew: true };
    known.set(conversation, one);
    if (one.windowFrom === undefined || atMs >= one.windowFrom + WINDOW_MS) {
        one.windowFrom = atMs;
        one.isNew = true;
    }
    one.waiting.push(atMs);
}

function isLeft(known: ReadonlyMap<number, Conversation>): boolean {
    return [...known.values()].some(({ waiting }) => waiting.length > 0);
}

function goingOut(known: ReadonlyMap<number, Conversation>, now: number, rule: Rule): readonly Conversation[] {
    const waiting = [...known.values()].filter((one) => one.waiting.length > 0);
    if (rule === 'baseline')
        return waiting.filter(({ isNew, written }) => isNew || written === undefined || now - written >= MINUTE);
    const steps = waiting.map((one) => ({ one, step: stepOf(one, now, rule.gatherMs) }));
    if (!steps.some(({ step }) => step.write)) return [];
    return steps.filter(({ step }) => step.write || step.mayRide === true).map(({ one }) => one);
}

function stepOf({ waiting, isNew, written }: Conversation, now: number, gatherMs: number): WriteSchedule {
    return writeSchedule({
        kind: 'messages',
        awaited: [],
        everWritten: !isNew,
        pendingForMs: now - (waiting[0] ?? now),
        quietForMs: now - (waiting.at(-1) ?? now),
        writtenForMs: written === undefined ? undefined : now - written,
        forced: false,
        gatherMs
    });
}

function windowsIn(texts: readonly Text[]): number {
    const facts = texts.map(({ conversation, atMs }, n): MessageFact => ({
        kind: 'message',
        messageId: `AC${n}`,
        conversation: `CN${conversation}`,
        direction: 'incoming',
        at: new Date(atMs).toISOString(),
        createdAt: new Date(atMs).toISOString()
    }));
    return [...Map.groupBy(facts, ({ conversation }) => conversation)].reduce(
        (sum, [conversation, some]) => sum + windowsFrom(conversation, some).length,
        0
    );
}

function label(minutes: number): string {
    return minutes < 1 ? `${minutes * 60} s` : minutes < 120 ? `${minutes} min` : `${minutes / 60} h`;
}

/** The same numbers each time (mulberry32). */
function randomFrom(seed: number): () => number {
    let state = seed;
    return () => {
        state = (state + 0x6d2b79f5) | 0;
        let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
        mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
    };
}
