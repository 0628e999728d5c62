import type { Preferences } from '../preferences/preferences.ts';
import { isSona } from '../workspace.ts';
import type { Call } from './call.ts';
import { callDuration } from './call-duration.ts';
import { isSonaCall, leftVoicemail, outcomeOf } from './outcome.ts';

export type LateFacts = 'recording' | 'summary' | 'voicemail' | 'transcript';
export type Gap = 'call' | 'recordings' | 'transcript';

/**
 * Late facts that may still come and would change what we write: worth gathering into one update.
 *
 * Quo makes recordings and summaries of conversations only, by plan and settings that it does not tell: they may
 * never come, so nothing may wait for them without an end.
 */
export function lateFacts(call: Call, preferences: Preferences): readonly LateFacts[] {
    const late: LateFacts[] = [];
    const spoken = isSonaCall(call) || outcomeOf(call) === 'answered';
    if (preferences.recordings && spoken && call.recordings === undefined) late.push('recording');
    const sonaNeedsIt = preferences.sona && isSonaCall(call);
    if ((preferences.summaries || sonaNeedsIt) && spoken && summaryMayCome(call)) late.push('summary');
    if (voicemailMayCome(call)) late.push('voicemail');
    if (preferences.transcripts && sonaNeedsIt && unfinished(call.transcript?.progress)) late.push('transcript');
    return late;
}

/**
 * What no webhook will tell and the Task needs: to be asked of Quo's API, at leisure. Never a reason to hold the first
 * write back. An answer may leave a gap open (Quo itself does not know): ask a bounded number of times.
 *
 * @param isLookedUp no delivery told its end: none may come for its recording, summary and transcript either
 * @param preferences whether what was said between people is wanted: of Sona's calls it always is
 */
export function gaps(
    call: Call,
    isLookedUp = false,
    preferences?: Pick<Preferences, 'callTranscripts'>
): readonly Gap[] {
    const untold = isLookedUp ? untoldBesides(call, preferences?.callTranscripts === true) : [];
    const open: Gap[] = [];
    if (callIsIncomplete(call) || untold.includes('call')) open.push('call');
    if (call.recordings?.some((recording) => recording.url === undefined) || untold.includes('recordings'))
        open.push('recordings');
    const isEmpty = call.transcript?.progress === 'completed' && call.transcript.dialogue === undefined;
    if (isEmpty || untold.includes('transcript')) open.push('transcript');
    return open;
}

/** What Quo's list leaves out, or told before it was made. */
function untoldBesides(call: Call, wantsTranscript: boolean): readonly Gap[] {
    const isSona = isSonaCall(call);
    if (!call.ended || !(isSona || outcomeOf(call) === 'answered')) return [];
    return [
        ...(unfinished(call.summary?.progress) ? (['call'] as const) : []),
        ...(call.recordings === undefined ? (['recordings'] as const) : []),
        ...((isSona || wantsTranscript) && unfinished(call.transcript?.progress) ? (['transcript'] as const) : [])
    ];
}

/** The title of a Sona call comes by another way than her summary, moments later. */
function summaryMayCome(call: Call): boolean {
    return unfinished(call.summary?.progress) || (call.ended && sonaIsIncomplete(call));
}

function unfinished(progress: string | undefined): boolean {
    return progress === undefined || progress === 'in-progress';
}

function voicemailMayCome(call: Call): boolean {
    const { voicemail } = call;
    if (voicemail) return voicemail.progress === 'in-progress';
    if (call.direction === 'outgoing' || call.hasVoicemail === false) return false;
    // v4 webhooks never announce one: a missed call may still turn out to have it.
    return leftVoicemail(call) || outcomeOf(call) === 'missed';
}

function callIsIncomplete(call: Call): boolean {
    if (!call.ended) return lateFactsCame(call);
    return (
        call.direction === undefined ||
        call.external === undefined ||
        call.phoneNumberId === undefined ||
        call.status === undefined ||
        call.status === 'unknown' ||
        voicemailIsMissing(call) ||
        sonaIsIncomplete(call) ||
        somebodyAnsweredButWho(call) ||
        timesTellNoLength(call)
    );
}

function lateFactsCame(call: Call): boolean {
    const late = [call.recordings, call.summary, call.transcript, call.voicemail, call.forwarded];
    return call.missed === true || late.some((fact) => fact !== undefined);
}

function voicemailIsMissing(call: Call): boolean {
    if (call.direction === 'outgoing') return false;
    if (call.hasVoicemail === true) return call.voicemail?.url === undefined;
    return call.hasVoicemail === undefined && call.voicemail === undefined && outcomeOf(call) === 'missed';
}

/** The title of a Sona call is only in the API; v4 says nothing of Sona but the actor who answered. */
function sonaIsIncomplete(call: Call): boolean {
    if (!isSonaCall(call)) return false;
    const progress = call.summary?.progress;
    return call.summary?.title === undefined && progress !== 'absent' && progress !== 'failed';
}

/** `call.completed` does not say who answered; `call.answered` does, and may have been lost. */
function somebodyAnsweredButWho(call: Call): boolean {
    if (isSonaCall(call) || outcomeOf(call) !== 'answered') return false;
    if (call.direction === 'outgoing') return (call.initiatedBy ?? call.userId) === undefined;
    return call.answeredBy === undefined || isSona(call.answeredBy);
}

/** Answered, and over in the same second or before: only Quo can tell how long it was. */
function timesTellNoLength(call: Call): boolean {
    const { answeredAt, completedAt, duration } = call;
    if (duration !== undefined || answeredAt === undefined || completedAt === undefined) return false;
    return outcomeOf(call) === 'answered' && !callDuration(call);
}
