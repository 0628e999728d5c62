import type { CallFact, CallFactKind, Progress } from '../facts.ts';
import { isSona } from '../workspace.ts';
import type { Call, CallSummary, Voicemail } from './call.ts';
import { inTellingOrder, newest, newestOf } from '../latest.ts';
import { mergedRecordings } from './recordings.ts';

type Of<K extends CallFactKind> = Extract<CallFact, { readonly kind: K }>;

const NEVER = '1970-01-01T00:00:00.000Z';

/**
 * The call that these facts add up to.
 *
 * Order does not matter and repeats are harmless: facts are first put in the order in which Quo told them, then the
 * newest told value of each field wins. What a fact does not tell never replaces what another did. A finished summary,
 * transcript or voicemail is only replaced by another finished one.
 *
 * @throws {Error} when a fact is about another call: a wiring bug, never bad input
 */
export function callFrom(callId: string, facts: readonly CallFact[]): Call {
    const stranger = facts.find((fact) => fact.callId !== callId);
    if (stranger) throw new Error(`A fact about call ${stranger.callId} is no fact about call ${callId}.`);
    const told = inTellingOrder(facts);
    return {
        id: callId,
        toldAt: told.at(-1)?.at ?? NEVER,
        ...course(told),
        ...parties(told),
        ...artefacts(told),
        ...(told.some(saysSona) ? { sona: true } : {})
    };
}

function only<K extends CallFactKind>(facts: readonly CallFact[], ...kinds: readonly K[]): readonly Of<K>[] {
    return facts.filter((fact): fact is Of<K> => (kinds as readonly string[]).includes(fact.kind));
}

function course(told: readonly CallFact[]): Pick<Call, 'ended'> & Partial<Call> {
    const ended = only(told, 'ended');
    const known = ended.filter((fact) => fact.status !== 'unknown');
    const status = newest(known, 'status') ?? newest(ended, 'status');
    const forwarded = only(told, 'forwarded');
    const menu = only(told, 'menu');
    return {
        ended: ended.length > 0,
        ...newestOf(only(told, 'ringing', 'ended'), ['direction', 'startedAt']),
        ...newestOf(only(told, 'answered', 'ended'), ['answeredAt', 'answeredBy']),
        ...newestOf(ended, ['completedAt', 'duration', 'hasVoicemail', 'initiatedBy']),
        ...(status === undefined ? {} : { status }),
        ...(only(told, 'missed').length > 0 ? { missed: true } : {}),
        ...(forwarded.length > 0 ? { forwarded: newestOf(forwarded, ['from', 'to']) } : {}),
        ...(menu.length > 0 ? { menu: newestOf(menu, ['selection', 'name', 'reason']) } : {})
    };
}

function parties(told: readonly CallFact[]): Partial<Call> {
    const facts = only(told, 'parties');
    // Who is outside is told together with whether the sides are known; a fact that knows the sides knows more.
    const withOutside = facts.filter((fact) => fact.external !== undefined);
    const outside = withOutside.findLast((fact) => fact.sidesKnown !== false) ?? withOutside.at(-1);
    return {
        ...newestOf(facts, ['phoneNumberId', 'conversationId', 'userId', 'workspace']),
        ...(outside ? { external: outside.external, sidesKnown: outside.sidesKnown !== false } : {})
    };
}

function artefacts(told: readonly CallFact[]): Partial<Call> {
    const summaries = finishedLast(only(told, 'summary'));
    const transcripts = finishedLast(only(told, 'transcript'));
    const voicemails = finishedLast(only(told, 'voicemail'));
    const recordings = mergedRecordings(only(told, 'recordings'));
    const link = newest(only(told, 'link'), 'url');
    return {
        ...(recordings ? { recordings } : {}),
        ...(summaries.length > 0 ? { summary: summary(summaries) } : {}),
        ...(transcripts.length > 0
            ? { transcript: { progress: progress(transcripts), ...newestOf(transcripts, ['dialogue', 'language']) } }
            : {}),
        ...(voicemails.length > 0 ? { voicemail: voicemail(voicemails) } : {}),
        ...(link === undefined ? {} : { link })
    };
}

function summary(facts: readonly Of<'summary'>[]): CallSummary {
    const content = ['title', 'summary', 'nextSteps', 'jobs', 'bySona', 'answeredBy', 'callerNumber'] as const;
    return { progress: progress(facts), ...newestOf(facts, content) };
}

function voicemail(facts: readonly Of<'voicemail'>[]): Voicemail {
    return newestOf(facts, ['id', 'duration', 'transcript', 'url', 'from', 'to', 'progress']);
}

function progress(facts: readonly { readonly progress: Progress }[]): Progress {
    return newest(facts, 'progress') ?? 'absent';
}

/** Quo may tell `in-progress` or `absent` late, after the finished thing: finished ones count as told last. */
function finishedLast<F extends { readonly progress?: Progress }>(facts: readonly F[]): readonly F[] {
    const finished = (fact: F) => fact.progress === 'completed';
    return [...facts.filter((fact) => !finished(fact)), ...facts.filter(finished)];
}

/** Once Sona took a call it stays hers, whoever answered after a hand-off: any one fact is enough. */
function saysSona(fact: CallFact): boolean {
    switch (fact.kind) {
        case 'answered':
            return isSona(fact.answeredBy);
        case 'ended':
            return fact.status === 'sona' || isSona(fact.answeredBy) || isSona(fact.initiatedBy);
        case 'parties':
            return isSona(fact.userId);
        case 'summary':
            return fact.bySona === true || isSona(fact.answeredBy) || (fact.jobs?.length ?? 0) > 0;
        case 'transcript':
            return fact.dialogue?.some((line) => isSona(line.userId)) ?? false;
        default:
            return false;
    }
}
