import { z } from 'zod';
import type { CallFact, Instant } from '../domain/facts.ts';
import { dialogue, recording, recordingOf, restProgress } from './payloads/artefacts.ts';
import { callFacts } from './payloads/call-facts.ts';
import { endStatus, isLive } from './payloads/end-status.ts';
import { jobs } from './payloads/jobs.ts';
import { direction, instant, key, lines, name, parties, seconds, text, told } from './payloads/scalars.ts';

const summary = z
    .object({ status: restProgress, type: name, summary: lines, nextSteps: lines, title: name, jobs })
    .nullish();

const voicemail = z
    .object({ id: name, status: restProgress, duration: seconds, recordingUrl: name, transcript: text })
    .nullish();

/** The dated surface lists every party with its actor; the older one lists numbers. */
const participants = z
    .union([z.array(z.object({ phoneNumber: text, actorId: name })), parties])
    .transform((all) => all?.map((one) => (typeof one === 'string' ? { phoneNumber: one, actorId: undefined } : one)));

export const restCall = z.object({
    id: key,
    phoneNumberId: name,
    conversationId: name,
    actorId: name,
    direction,
    status: name,
    participants,
    createdAt: instant,
    answeredAt: instant,
    completedAt: instant,
    updatedAt: instant,
    answeredBy: name,
    initiatedBy: name,
    duration: seconds,
    forwardedFrom: name,
    forwardedTo: name,
    aiHandled: name,
    summary,
    voicemail
});

export type RestCall = z.infer<typeof restCall>;

/** A voicemail is not ready when the call ends; Quo's own integrations wait ten seconds. */
const VOICEMAIL_SETTLED_MS = 5 * 60_000;

/**
 * The facts of a call as the API tells it. What is still being worked on is left untold: an answer that has no time of
 * its own must not compete with the finished one.
 */
export function restCallFacts(call: RestCall, nowMs: number): readonly CallFact[] {
    const at = call.updatedAt ?? call.completedAt ?? call.answeredAt ?? call.createdAt;
    if (at === undefined) return [];
    const live = isLive(call.status) || call.status === undefined;
    const facts = callFacts({
        ...call,
        callId: call.id,
        at,
        startedAt: call.createdAt,
        ended: live ? undefined : { status: endStatus(call), hasVoicemail: hasVoicemail(call, nowMs) },
        parties: {
            phoneNumberId: call.phoneNumberId,
            conversationId: call.conversationId,
            userId: call.actorId,
            ...sidesOf(call.participants)
        }
    });
    return [...facts, ...summaryFacts(call, at), ...voicemailFacts(call, at)];
}

function hasVoicemail(call: RestCall, nowMs: number): boolean | undefined {
    if (call.voicemail) return true;
    const ended = Date.parse(call.completedAt ?? '');
    return nowMs - ended > VOICEMAIL_SETTLED_MS ? false : undefined;
}

/** Actors are the workspace's; a party without one is outside, unless its number also has one. */
function sidesOf(parties: RestCall['participants']) {
    const numbers = (some: (actorId: string | undefined) => boolean) =>
        (parties ?? []).flatMap((party) =>
            party.phoneNumber !== undefined && some(party.actorId) ? [party.phoneNumber] : []
        );
    if (parties === undefined || parties.length === 0) return {};
    const workspace = numbers((actorId) => actorId !== undefined);
    const external = numbers((actorId) => actorId === undefined).filter((number) => !workspace.includes(number));
    return { external, workspace, sidesKnown: false };
}

function summaryFacts(call: RestCall, at: Instant): readonly CallFact[] {
    if (!call.summary || call.summary.status === 'in-progress') return [];
    const { status, type, title, summary, nextSteps, jobs } = call.summary;
    const bySona = type === undefined ? undefined : type === 'agent';
    return [told({ callId: call.id, at, kind: 'summary', progress: status, title, summary, nextSteps, jobs, bySona })];
}

function voicemailFacts(call: RestCall, at: Instant): readonly CallFact[] {
    if (!call.voicemail || call.voicemail.status === 'in-progress') return [];
    const { id, status, duration, recordingUrl: url, transcript } = call.voicemail;
    return [told({ callId: call.id, at, kind: 'voicemail', id, progress: status, duration, url, transcript })];
}

export const restRecording = recording;
export type RestRecording = z.infer<typeof recording>;

/** No recording yet, but one is on its way. */
const BEING_MADE = new Set(['in-progress', 'paused', 'processing', 'stopped', 'stopping']);

/**
 * The recordings of a call that can be played.
 *
 * @param nowMs when Quo said so: recordings have no time of telling of their own
 */
export function recordingsFact(callId: string, all: readonly RestRecording[], nowMs: number): CallFact {
    const playable = all.filter((one) => one.url !== undefined && one.status !== 'deleted');
    const pending = all.some((one) => one.url === undefined && BEING_MADE.has(one.status ?? ''));
    const failed = playable.length === 0 && all.some((one) => one.status === 'failed');
    return {
        callId,
        at: new Date(nowMs).toISOString(),
        kind: 'recordings',
        recordings: playable.map((segment, index) => recordingOf(segment, index)),
        progress: pending ? 'in-progress' : playable.length > 0 ? 'completed' : failed ? 'failed' : 'absent'
    };
}

export const restTranscript = z.object({
    recordingId: name,
    status: restProgress,
    startTime: instant,
    createdAt: instant,
    language: name,
    dialogue
});
export type RestTranscript = z.infer<typeof restTranscript>;

/**
 * One transcript for the whole call: Quo has one per recording, each counted from its own recording's start.
 *
 * @returns nothing while one of them is still being made
 */
export function transcriptFacts(callId: string, all: readonly RestTranscript[], nowMs: number): readonly CallFact[] {
    const at = new Date(nowMs).toISOString();
    if (all.length === 0) return [{ callId, at, kind: 'transcript', progress: 'absent' }];
    if (all.some((one) => one.status === 'in-progress')) return [];
    const completed = all.filter((one) => one.status === 'completed').sort((a, b) => startOf(a) - startOf(b));
    if (completed.length === 0) return [{ callId, at, kind: 'transcript', progress: all[0]?.status ?? 'absent' }];
    const first = completed[0] ? startOf(completed[0]) : 0;
    const dialogue = completed.flatMap((one) => {
        const shift = Math.max(0, (startOf(one) - first) / 1_000);
        return (one.dialogue ?? []).map((line) => ({ ...line, start: line.start + shift, end: line.end + shift }));
    });
    const language = completed.find((one) => one.language !== undefined)?.language;
    return [told({ callId, at, kind: 'transcript' as const, progress: 'completed' as const, dialogue, language })];
}

function startOf(transcript: RestTranscript): number {
    return Date.parse(transcript.startTime ?? transcript.createdAt ?? '') || 0;
}
