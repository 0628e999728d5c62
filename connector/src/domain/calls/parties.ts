import type { Inbox } from '../workspace.ts';
import type { Call } from './call.ts';

/**
 * The numbers on the other end: E.164, short codes, or `anonymous`.
 *
 * @param inboxes the workspace's own numbers; taken out where Quo does not tell the sides apart
 * @returns `undefined` when Quo has not told who takes part; `[]` when both ends are the workspace's
 */
export function externalNumbers(call: Call, inboxes: readonly Inbox[]): readonly string[] | undefined {
    const told = call.external === undefined ? undefined : outside(call, call.external, inboxes);
    return told ?? callerAsToldElsewhere(call);
}

/** Whether both ends are numbers of the workspace. */
export function isInternal(call: Call, inboxes: readonly Inbox[]): boolean {
    return externalNumbers(call, inboxes)?.length === 0;
}

function outside(call: Call, external: readonly string[], inboxes: readonly Inbox[]): readonly string[] | undefined {
    const parties = [...new Set(external)];
    if (call.sidesKnown !== false) return parties;
    const ours = call.workspace ?? [];
    const own = new Set([...inboxes.map((inbox) => inbox.number), ...ours]);
    const others = parties.filter((number) => !own.has(number));
    // A single own number and nobody else: the other end was not told (seen in v4), which is not an internal call.
    const ends = new Set([...parties, ...ours]).size;
    return others.length === 0 && ends < 2 ? undefined : others;
}

/** Voicemails and Sona's summaries name the caller, also where the participants are unavailable. */
function callerAsToldElsewhere(call: Call): readonly string[] | undefined {
    const caller = call.direction === 'outgoing' ? undefined : (call.voicemail?.from ?? call.summary?.callerNumber);
    return caller === undefined ? undefined : [caller];
}
