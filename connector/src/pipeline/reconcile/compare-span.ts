import type { QuoList } from '../../contracts/comparison.ts';
import type { CallFact, MessageFact } from '../../domain/facts.ts';
import { CodedError, type ErrorCode } from '../../errors/errors.ts';
import type { Connection, PipelineContext } from '../pipeline-context.ts';
import type { Span } from './spans.ts';

/** Calls and texts. */
export interface Found {
    readonly seen: number;
    /** Of which nothing was known. */
    readonly missed: number;
}

export interface SpanOptions {
    readonly signal: AbortSignal;
    /** Told of all that was found in this span so far. */
    readonly onPage: (found: Found) => Promise<void>;
    /** Since when Quo has not given this span, in milliseconds. */
    readonly failingSince: number | undefined;
}

/** What Quo says of the question itself: it says the same tomorrow. */
const REFUSALS: ReadonlySet<ErrorCode> = new Set(['QUO-FORBIDDEN', 'QUO-PLAN', 'QUO-NOT-FOUND', 'QUO-REQUEST']);
/** What passes, as a rule. */
const DISTURBANCES: ReadonlySet<ErrorCode> = new Set(['QUO-SERVER', 'QUO-ANSWER']);
/** A day that Quo still does not give then must not keep the days after it waiting. */
const PATIENCE = 6 * 3_600_000;

interface Work extends SpanOptions {
    readonly context: PipelineContext;
    readonly connection: Connection;
    readonly span: Span;
}

/**
 * Learns what Quo lists of a span, calls before texts.
 *
 * Where a day of before is refused, each inbox is asked for by itself; what is refused then is kept as a gap. What is
 * refused of the newest span is an error as any other: nothing of it is lost yet.
 */
export async function compareSpan(
    context: PipelineContext,
    connection: Connection,
    span: Span,
    options: SpanOptions
): Promise<Found> {
    const work = { context, connection, span, ...options };
    const { logCalls, logMessages } = connection.preferences();
    const lists: readonly QuoList[] = [
        ...(logCalls ? ['calls' as const] : []),
        ...(logMessages ? ['messages' as const] : [])
    ];
    let all: Found = { seen: 0, missed: 0 };
    for (const list of lists) {
        const found = await compareList(work, list, all);
        if (found.seen === 0) await nameEndOfHistory(work, list);
        all = sum(all, found);
    }
    return all;
}

async function compareList(work: Work, list: QuoList, before: Found): Promise<Found> {
    try {
        return await learnAll(work, list, before);
    } catch (error) {
        if (!isForGood(work, error)) throw error;
        return compareByInbox(work, list, before, error);
    }
}

async function compareByInbox(work: Work, list: QuoList, before: Found, refusal: CodedError): Promise<Found> {
    const inboxes = await work.connection.workspace.inboxes();
    if (inboxes.length === 0) await addGap(work, list, null, refusal);
    let all: Found = { seen: 0, missed: 0 };
    for (const { id } of inboxes) {
        try {
            all = sum(all, await learnAll(work, list, sum(before, all), id));
        } catch (error) {
            if (!isForGood(work, error)) throw error;
            await addGap(work, list, id, error);
        }
    }
    return all;
}

function isForGood({ span, context, failingSince }: Work, error: unknown): error is CodedError {
    if (span.isLast || !(error instanceof CodedError)) return false;
    const isPatient = failingSince === undefined || context.now().getTime() - failingSince < PATIENCE;
    return REFUSALS.has(error.code) || (isDisturbance(error) && !isPatient);
}

/** Whether Quo may give it some time later, and may never. An outage of all of Quo is none: it says nothing of this day. */
export function isDisturbance(error: unknown): boolean {
    return error instanceof CodedError && DISTURBANCES.has(error.code);
}

async function learnAll(work: Work, list: QuoList, before: Found, inbox?: string): Promise<Found> {
    const { context, connection, span, signal, onPage } = work;
    const { workspace } = connection;
    const [from, to] = instants(span);
    const which = { inbox, isLate: !span.isLast, signal };
    const pages: AsyncIterable<readonly (CallFact | MessageFact)[]> =
        list === 'calls' ? workspace.callsBetween(from, to, which) : workspace.messagesBetween(from, to, which);
    const seen = new Set<string>();
    let missed = 0;
    for await (const page of pages) {
        if (signal.aborted) break;
        missed += (await context.store.deliveries.learn(connection.id, page)).missed;
        for (const fact of page) seen.add(fact.kind === 'message' ? fact.messageId : fact.callId);
        await onPage(sum(before, { seen: seen.size, missed }));
    }
    return { seen: seen.size, missed };
}

/** Quo does not say how far its history goes: it lists nothing of a time of which we know something. */
async function nameEndOfHistory(work: Work, list: QuoList): Promise<void> {
    const { context, connection, span, signal } = work;
    if (span.isLast || signal.aborted) return;
    const [from, to] = instants(span);
    const { gaps } = context.store;
    const open = (await gaps.open(connection.id)).filter((gap) => gap.list === list && gap.to >= from && gap.from < to);
    // Whatever else is not told of this day is named already.
    if (open.some(({ error }) => error.code !== 'QUO-HISTORY')) return;
    if (open.length > 0 || (await gaps.isAnythingKnown(connection.id, list, from, to)))
        await addGap(work, list, null, new CodedError('QUO-HISTORY', `${list}, ${from}`));
}

async function addGap({ context, connection, span }: Work, list: QuoList, inbox: string | null, { note }: CodedError) {
    const [from, to] = instants(span);
    await context.store.gaps.add(connection.id, { list, inbox, from, to, error: note });
    context.log.warn('gap', { connection: connection.id, list, inbox, from, to, code: note.code });
}

function instants({ from, to }: Span): readonly [string, string] {
    return [new Date(from).toISOString(), new Date(to).toISOString()];
}

function sum(one: Found, other: Found): Found {
    return { seen: one.seen + other.seen, missed: one.missed + other.missed };
}
