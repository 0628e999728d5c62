import { readActivityKey } from '../domain/activity-key.ts';
import { lateFacts, gaps } from '../domain/calls/late-facts.ts';
import type { Call } from '../domain/calls/call.ts';
import { callFrom } from '../domain/calls/fold.ts';
import { externalNumbers, isInternal, isOwnNumber } from '../domain/calls/parties.ts';
import { extentOf, type Extent } from '../domain/conversations/extent.ts';
import { placeWindows, readConversation } from '../domain/conversations/windows.ts';
import type { CallFact, Fact, MessageFact } from '../domain/facts.ts';
import { writeSchedule } from '../domain/write-schedule.ts';
import type { Preferences } from '../domain/preferences/preferences.ts';
import type { Inbox } from '../domain/workspace.ts';
import type { Claimed, Settlement } from '../contracts/store.ts';

type PlacedActivity = ReturnType<typeof placeWindows>;

/** What an activity turned out to be. */
type FoldedActivity =
    | { readonly kind: 'call'; readonly call: Call }
    | {
          readonly kind: 'messages';
          readonly conversation: string;
          readonly placed: PlacedActivity;
          readonly extent: Extent;
      };

/** One claimed activity, folded, with what is to be done about it now. */
export interface Plan {
    readonly claimed: Claimed;
    readonly activity: FoldedActivity;
    readonly inboxId?: string | undefined;
    /** Outside numbers; `undefined` when Quo did not tell. */
    readonly numbers: readonly string[] | undefined;
    readonly internal: boolean;
    readonly verdict:
        | { readonly do: 'write' }
        | { readonly do: 'wait'; readonly lookInMs: number; readonly mayRide?: boolean | undefined }
        /** Not over yet, or not chosen by the admin. */
        | { readonly do: 'nothing' };
    /** Whether Quo's API can tell more. */
    readonly isAsking: boolean;
}

export function planOf(claimed: Claimed, inboxes: readonly Inbox[], preferences: Preferences, gatherMs: number): Plan {
    const name = readActivityKey(claimed.activityKey);
    if (name === undefined) throw new Error(`No activity has the key ${claimed.activityKey}.`);
    return name.kind === 'call'
        ? planCall(name.callId, claimed, inboxes, preferences, gatherMs)
        : planConversation(name.conversation, claimed, inboxes, preferences, gatherMs);
}

function planCall(
    callId: string,
    claimed: Claimed,
    inboxes: readonly Inbox[],
    preferences: Preferences,
    gatherMs: number
): Plan {
    const call = callFrom(callId, claimed.facts.filter(isCallFact));
    const internal = isInternal(call, inboxes);
    const isWanted =
        preferences.logCalls && (preferences.internalCalls || !internal) && isChosen(call.phoneNumberId, preferences);
    const plan = {
        claimed,
        activity: { kind: 'call' as const, call },
        inboxId: call.phoneNumberId,
        numbers: externalNumbers(call, inboxes),
        internal,
        isAsking: isWanted && gaps(call, claimed.isLookedUp, preferences).length > 0
    };
    if (!call.ended || !isWanted) return { ...plan, verdict: { do: 'nothing' } };
    return { ...plan, verdict: verdict('call', claimed, lateFacts(call, preferences), gatherMs) };
}

function planConversation(
    conversation: string,
    claimed: Claimed,
    inboxes: readonly Inbox[],
    preferences: Preferences,
    gatherMs: number
): Plan {
    const facts = claimed.facts.filter((fact): fact is MessageFact => fact.kind === 'message');
    const { ending } = claimed;
    const inboxId = ending?.extent.inboxId ?? facts.find((fact) => fact.phoneNumberId !== undefined)?.phoneNumberId;
    const inbox = inboxes.find(({ id }) => id === inboxId);
    const { windows, people } = readConversation(conversation, facts, inbox?.number, ending);
    const extent = extentOf(windows, people, inboxId, facts, ending);
    const tasks = claimed.records.filter(({ object }) => object === 'Task');
    // Also those of which no answer came: they may be in Salesforce.
    const taskKeys = tasks.map(({ key }) => key);
    const written = new Set(tasks.flatMap(({ key, salesforceId }) => (salesforceId === undefined ? [] : key)));
    const others = [...new Set(windows.flatMap(({ external }) => external))];
    const numbers = others.filter((number) => !isOwnNumber(number, inboxes));
    const internal = others.length > 0 && numbers.length === 0;
    const isWanted =
        preferences.logMessages && (preferences.internalCalls || !internal) && isChosen(inboxId, preferences);
    const activity = { kind: 'messages' as const, conversation, placed: placeWindows(windows, taskKeys), extent };
    const isNew = activity.placed.placed.some(({ key, formerKey }) => !written.has(formerKey ?? key));
    const plan = { claimed, activity, inboxId, numbers, internal, isAsking: false };
    return isWanted
        ? {
              ...plan,
              verdict: verdict('messages', { ...claimed, everWritten: claimed.everWritten && !isNew }, [], gatherMs)
          }
        : { ...plan, verdict: { do: 'nothing' } };
}

function verdict(
    kind: 'call' | 'messages',
    claimed: Claimed,
    late: readonly string[],
    gatherMs: number
): Plan['verdict'] {
    const { everWritten, pendingForMs, quietForMs, writtenForMs, forced } = claimed;
    const step = writeSchedule({
        kind,
        awaited: late,
        everWritten,
        pendingForMs,
        quietForMs,
        writtenForMs,
        forced,
        gatherMs
    });
    return step.write ? { do: 'write' } : { do: 'wait', lookInMs: step.lookInMs, mayRide: step.mayRide };
}

/** A call that Quo ties to no inbox is logged unless the admin chose some inboxes only. */
function isChosen(inboxId: string | undefined, { inboxes }: Preferences): boolean {
    return inboxes === 'all' || (inboxId !== undefined && inboxes.includes(inboxId));
}

/** What is kept of a conversation once it is put back as done. */
export function extentToKeep({ claimed, activity }: Plan): Pick<Settlement, 'extent' | 'newFacts'> {
    return activity.kind === 'messages' ? { extent: activity.extent, newFacts: claimed.newFacts } : {};
}

function isCallFact(fact: Fact): fact is CallFact {
    return fact.kind !== 'message' && fact.kind !== 'contact';
}
