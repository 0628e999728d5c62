import { sameTelephone } from '../people/mobile-digits.ts';
import type { Inbox } from '../workspace.ts';
import type { Call } from './call.ts';

/**
 * The numbers on the other end: E.164, short codes, or `anonymous`.
 *
 * @param inboxes the workspace's own numbers; taken out, whichever side they are told on
 * @returns `undefined` when Quo has not told who takes part; `[]` when both ends are the workspace's
 */
export function externalNumbers(call: Call, inboxes: readonly Inbox[]): readonly string[] | undefined {
    const own = ownNumbers([...inboxes.map(({ number }) => number), ...(call.workspace ?? [])]);
    const told = call.external === undefined ? undefined : outside(call, call.external, own);
    return told ?? callerAsToldElsewhere(call, inboxes);
}

/** Whether a number is one of these, in whatever spelling. */
function ownNumbers(numbers: readonly string[]): (number: string) => boolean {
    const own = new Set(numbers.map(sameTelephone));
    return (number) => own.has(sameTelephone(number));
}

/** Whether a number belongs to the workspace: it is nobody outside, whatever Quo's payload calls it. */
export function isOwnNumber(number: string, inboxes: readonly Inbox[]): boolean {
    return ownNumbers(inboxes.map((inbox) => inbox.number))(number);
}

/** Whether both ends are numbers of the workspace. */
export function isInternal(call: Call, inboxes: readonly Inbox[]): boolean {
    return externalNumbers(call, inboxes)?.length === 0;
}

function outside(
    call: Call,
    external: readonly string[],
    isOwn: (number: string) => boolean
): readonly string[] | undefined {
    const parties = [...new Set(external)];
    // Told apart, and nobody outside.
    if (parties.length === 0 && call.sidesKnown !== false) return [];
    const others = parties.filter((number) => !isOwn(number));
    // A single own number and nobody else: the other end was not told (seen in v4), which is not an internal call.
    const ends = new Set([...parties, ...(call.workspace ?? [])].map(sameTelephone)).size;
    return others.length === 0 && ends < 2 ? undefined : others;
}

/** Voicemails and Sona's summaries name the caller, also where the participants are unavailable. */
function callerAsToldElsewhere(call: Call, inboxes: readonly Inbox[]): readonly string[] | undefined {
    const caller = call.direction === 'outgoing' ? undefined : (call.voicemail?.from ?? call.summary?.callerNumber);
    if (caller === undefined) return undefined;
    if (!isOwnNumber(caller, inboxes)) return [caller];
    const inbox = inboxes.find(({ id }) => id === call.phoneNumberId);
    return inbox !== undefined && isOwnNumber(caller, [inbox]) ? undefined : [];
}
