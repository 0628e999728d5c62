/**
 * What a day of texts costs in Salesforce API calls: `node scripts/bench/texts.ts [texts] [conversations] [hours]`. The
 * same texts at several speeds, by the pace that the connector keeps: the slower they come, the fewer share a request.
 */
import { pace } from '../../connector/src/domain/pace.ts';
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
/** As by default, and with GATHER_SECONDS=600. */
const GATHERED = [MINUTE, 10 * MINUTE];

interface Text {
    readonly conversation: number;
    readonly atMs: number;
}

interface Conversation {
    dirtySince?: number;
    lastFact: number;
    written?: number;
}

console.log(`${TEXTS} texts in ${CONVERSATIONS} conversations`);
for (const minutes of [0.2, 1, 10, 60, HOURS * 60]) {
    const texts = textsOver(minutes * MINUTE);
    const [usual = '', patient = ''] = GATHERED.map((gatherMs) => (callsFor(texts, gatherMs) / TEXTS).toFixed(3));
    const windows = windowsIn(texts);
    console.log(
        `in ${label(minutes)}: ${windows} windows, ${usual} calls a text; gathered for ten minutes, ${patient}`
    );
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
function callsFor(texts: readonly Text[], gatherMs: number): number {
    const known = new Map<number, Conversation>();
    let calls = 0;
    let next = 0;
    for (let now = texts[0]?.atMs ?? 0; next < texts.length || isLeft(known); now += PASS_EVERY_MS) {
        for (let text = texts[next]; text !== undefined && text.atMs <= now; text = texts[++next]) {
            const before = known.get(text.conversation);
            known.set(text.conversation, {
                ...before,
                lastFact: text.atMs,
                dirtySince: before?.dirtySince ?? text.atMs
            });
        }
        const due = [...known.values()].filter((one) => one.dirtySince !== undefined && isDue(one, now, gatherMs));
        for (const one of due) {
            one.dirtySince = undefined;
            one.written = now;
        }
        calls += Math.ceil(due.length / RECORDS_PER_CALL);
    }
    return calls;
}

function isLeft(known: ReadonlyMap<number, Conversation>): boolean {
    return [...known.values()].some(({ dirtySince }) => dirtySince !== undefined);
}

function isDue({ dirtySince, lastFact, written }: Conversation, now: number, gatherMs: number): boolean {
    const step = pace({
        kind: 'messages',
        awaited: [],
        everWritten: written !== undefined,
        dirtyForMs: now - (dirtySince ?? now),
        quietForMs: now - lastFact,
        writtenForMs: written === undefined ? undefined : now - written,
        forced: false,
        gatherMs
    });
    return step.write;
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
