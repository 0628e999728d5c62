import { z } from 'zod';
import type { CallFact, MessageFact } from '../domain/facts.ts';
import { isSona, type Inbox, type QuoUser } from '../domain/workspace.ts';
import type { Listed, Workspace } from '../contracts/quo/quo.ts';
import type { QuoClient, Request } from './client.ts';
import { dataOf, everyPage, pages } from './page.ts';
import { notFoundAsUndefined } from './not-found-as-undefined.ts';
import { key, name, told } from './payloads/scalars.ts';
import {
    recordingsFact,
    restCall,
    restCallFacts,
    restRecording,
    restTranscript,
    transcriptFacts
} from './rest-call.ts';
import { restMessage, restMessageFacts } from './rest-message.ts';

const inbox = z.object({ id: key, name, phoneNumber: name, number: name, symbol: name });
const user = z.object({ id: key, email: name, firstName: name, lastName: name });

const CALL_EXTRAS = 'summary,voicemail';

/** The workspace of one API key. Sona is never asked for as a user: Quo answers 400. */
export function workspace(client: QuoClient): Workspace {
    return {
        inboxes: () => inboxes(client),
        users: () => users(client),
        call: (callId) => call(client, callId),
        recordings: (callId) => recordings(client, callId),
        transcript: (callId) => transcript(client, callId),
        callsBetween: (from, to, which) => callsBetween(client, from, to, which),
        messagesBetween: (from, to, which) => messagesBetween(client, from, to, which)
    };
}

async function inboxes(client: QuoClient): Promise<readonly Inbox[]> {
    const all = await everyPage(client, 'GET /phone-numbers', inbox);
    return all.flatMap(({ id, name, phoneNumber, number, symbol }) => {
        const e164 = phoneNumber ?? number;
        return e164 === undefined ? [] : [told({ id, name: name ?? e164, number: e164, symbol })];
    });
}

async function users(client: QuoClient): Promise<readonly QuoUser[]> {
    const all = await everyPage(client, 'GET /users', user);
    return all.filter(({ id }) => !isSona(id)).map((person) => told(person));
}

async function call(client: QuoClient, callId: string): Promise<readonly CallFact[] | undefined> {
    const request = { params: { callId }, query: { include: CALL_EXTRAS } };
    const answer = await notFoundAsUndefined(client.send('GET /calls/{callId}', request));
    if (answer === undefined) return undefined;
    return restCallFacts(dataOf('GET /calls/{callId}', restCall, answer), client.now());
}

async function recordings(client: QuoClient, callId: string): Promise<readonly CallFact[]> {
    const all = everyPage(client, 'GET /calls/{callId}/recordings', restRecording, { params: { callId } });
    const found = await notFoundAsUndefined(all);
    return found === undefined ? [] : [recordingsFact(callId, found, client.now())];
}

async function transcript(client: QuoClient, callId: string): Promise<readonly CallFact[]> {
    const all = everyPage(client, 'GET /calls/{callId}/transcripts', restTranscript, { params: { callId } });
    const found = await notFoundAsUndefined(all);
    return found === undefined ? [] : transcriptFacts(callId, found, client.now());
}

/** Quo lists the newest first, and its cursors do not live long: the span is read whole, then told oldest first. */
async function* callsBetween(
    client: QuoClient,
    from: string,
    to: string,
    which: Listed = {}
): AsyncGenerator<readonly CallFact[]> {
    const query = { 'createdAt[gte]': from, 'createdAt[lte]': to, include: CALL_EXTRAS };
    const newestFirst: (readonly CallFact[])[] = [];
    for await (const page of pages(client, 'GET /calls', restCall, listed(query, which))) {
        newestFirst.push(page.toReversed().flatMap((one) => restCallFacts(one, client.now())));
    }
    yield* newestFirst.reverse();
}

/** `createdAt` of messages is compared without its bounds, unlike that of calls: a millisecond more on each side. */
async function* messagesBetween(
    client: QuoClient,
    from: string,
    to: string,
    which: Listed = {}
): AsyncGenerator<readonly MessageFact[]> {
    const query = { 'createdAt[gt]': shifted(from, -1), 'createdAt[lt]': shifted(to, 1) };
    const newestFirst: (readonly MessageFact[])[] = [];
    for await (const page of pages(client, 'GET /messages', restMessage, listed(query, which))) {
        newestFirst.push(page.toReversed().flatMap(restMessageFacts));
    }
    yield* newestFirst.reverse();
}

function listed(query: NonNullable<Request['query']>, { inbox, isLate = false, signal }: Listed): Request {
    return { query: { ...query, phoneNumberId: inbox }, lane: isLate ? 'full' : 'calls', signal };
}

function shifted(instant: string, ms: number): string {
    return new Date(Date.parse(instant) + ms).toISOString();
}
