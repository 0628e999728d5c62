import { isSona } from '../workspace.ts';
import type { Call, Outcome } from './call.ts';

/** Whether Sona took this call. A hand-off to a person does not change that. */
export function isSonaCall(call: Call): boolean {
    return (
        call.sona === true ||
        call.status === 'sona' ||
        call.summary?.bySona === true ||
        (call.summary?.jobs?.length ?? 0) > 0 ||
        [call.answeredBy, call.initiatedBy, call.userId].some(isSona)
    );
}

/**
 * What a person would say of the call. Quo says `completed` of missed calls too, and sends `call.missed` beside
 * `call.completed`, so that what was seen (an answer, a voicemail, a forwarding) counts for more than the word.
 */
export function outcomeOf(call: Call): Outcome {
    if (isSonaCall(call)) return 'handled by Sona';
    switch (call.status) {
        case 'answered':
            return contradicted(call) ? notAnswered(call) : 'answered';
        case 'forwarded':
            return 'forwarded';
        case 'abandoned':
            return leftVoicemail(call) ? 'voicemail' : 'abandoned';
        case 'failed':
            return 'failed';
        case 'unanswered':
            return notAnswered(call);
        case 'unknown':
            return seenAnswer(call) ? 'answered' : somethingSeen(call) ? notAnswered(call) : 'failed';
        default:
            return seenAnswer(call) ? 'answered' : notAnswered(call);
    }
}

/** Whether the other side left a message, as far as Quo has said. */
export function leftVoicemail(call: Call): boolean {
    return call.hasVoicemail === true || (call.voicemail !== undefined && call.voicemail.progress !== 'absent');
}

function notAnswered(call: Call): Outcome {
    if (call.direction === 'outgoing') return 'unanswered';
    if (leftVoicemail(call)) return 'voicemail';
    if (call.forwarded && call.missed !== true) return 'forwarded';
    return 'missed';
}

function contradicted(call: Call): boolean {
    return call.missed === true && !seenAnswer(call);
}

function seenAnswer(call: Call): boolean {
    return call.answeredAt !== undefined || call.answeredBy !== undefined;
}

function somethingSeen(call: Call): boolean {
    return call.missed === true || call.forwarded !== undefined || leftVoicemail(call);
}
