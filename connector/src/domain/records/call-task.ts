import { callKey } from '../activity-key.ts';
import type { Call } from '../calls/call.ts';
import { callDuration } from '../calls/call-duration.ts';
import { isSonaCall, outcomeOf } from '../calls/outcome.ts';
import { externalNumbers } from '../calls/parties.ts';
import type { Instant } from '../facts.ts';
import type { Reason } from '../people/match.ts';
import {
    callDescription,
    forwardedTo,
    handlerName,
    menuChoice,
    recordingOffsets,
    recordingUrls,
    voicemailUrl
} from './description/call-lines.ts';
import type { RenderContext } from './context.ts';
import type { Draft } from './draft.ts';
import { address, short } from './fields.ts';
import { KIND, TASK } from './names.ts';
import { alsoWho, chosenFields, provisional, subject, taskFields } from './task-fields.ts';

/** Salesforce keeps eight digits. */
const LONGEST_CALL = 99_999_999;

/** The one Task of a call, whole, from what is known now. */
export function callTask(call: Call, context: RenderContext): Draft {
    const { match, preferences, wording } = context;
    const sonaId = preferences.sona ? context.recordId('Sona_Call__c', call.id) : undefined;
    const numbers = outsideNumbers(call, context);
    const about = {
        kind: 'call' as const,
        startedAt: startOf(call),
        numbers,
        link: call.link,
        otherwiseWhatId: sonaId
    };
    return {
        object: 'Task',
        keyField: TASK.key,
        key: callKey(call.id),
        fields: {
            Subject: subject(wording.subject[subjectKind(call)], context.inbox?.number ?? ownNumber(call), context),
            Description: callDescription(call, context) || null,
            CallType: match.reason.code === 'internal' ? 'Internal' : callType(call),
            CallDurationInSeconds: seconds(call),
            CallDisposition: short('Task.CallDisposition', wording.outcome[outcomeOf(call)]),
            CallObject: short('Task.CallObject', call.id),
            ...taskFields(about, context),
            [TASK.kind]: KIND.call,
            [TASK.outcome]: outcomeOf(call),
            [TASK.recordingUrl]: address('Task.Quo_Recording_URL__c', playableUrl(call, context)),
            [TASK.handledBy]: short('Task.Quo_Handled_By__c', handlerName(call, context)),
            [TASK.transferredTo]: short('Task.Quo_Transferred_To__c', forwardedTo(call, context)),
            [TASK.menuChoice]: short('Task.Quo_Menu_Choice__c', menuChoice(call)),
            [TASK.voicemailDuration]: wholeSeconds(call.voicemail?.duration)
        },
        createOnly: { TaskSubtype: 'Call' },
        ...chosenFields('call', about.startedAt, context),
        ...alsoWho(context),
        ...provisional(context)
    };
}

/** For the field that only listeners read: the first recording, else the voicemail, by the address that plays in place. */
export function playableUrl(call: Call, context: RenderContext): string | undefined {
    if (recordingUrls(call, context).length > 0)
        return context.recordingUrl(call.id, 1, startOf(call), recordingOffsets(call)?.[0]);
    return voicemailUrl(call, context) && context.recordingUrl(call.id, 'voicemail', startOf(call));
}

/** When it began, or the nearest thing to it that Quo told. */
export function startOf(call: Call): Instant {
    return call.startedAt ?? call.answeredAt ?? call.completedAt ?? call.toldAt;
}

/** Whole seconds that fit the field; `null` when Quo has not told. */
export function seconds(call: Call): number | null {
    return wholeSeconds(callDuration(call));
}

function wholeSeconds(duration: number | undefined): number | null {
    return duration === undefined ? null : Math.min(LONGEST_CALL, Math.max(0, Math.round(duration)));
}

/** Outside numbers as far as they are known; none for an internal call. */
export function outsideNumbers(call: Call, context: RenderContext): readonly string[] {
    const { match, inbox } = context;
    if (match.reason.code === 'internal') return [];
    const told = externalNumbers(call, inbox ? [inbox] : []) ?? [];
    // Where Quo mixes the sides, the match was made with every number of the workspace at hand.
    const matched = call.sidesKnown === false ? numbersIn(match.reason) : [];
    return matched.length > 0 ? told.filter((number) => matched.includes(number)) : told;
}

function numbersIn(reason: Reason): readonly string[] {
    if (reason.code === 'group') return reason.parts.flatMap(numbersIn);
    if (reason.code === 'unreadable') return [reason.seen];
    return 'number' in reason ? [reason.number] : [];
}

function subjectKind(call: Call): 'incoming' | 'outgoing' | 'sona' | 'other' {
    return isSonaCall(call) ? 'sona' : (call.direction ?? 'other');
}

function callType(call: Call): string | null {
    if (call.direction === undefined) return null;
    return call.direction === 'incoming' ? 'Inbound' : 'Outbound';
}

function ownNumber(call: Call): string | undefined {
    return call.workspace?.length === 1 ? call.workspace[0] : undefined;
}
