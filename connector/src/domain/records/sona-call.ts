import { objectEntry, RELATED_ENTRIES, type ObjectName } from '../objects/catalogue.ts';
import { isUserId } from '../record-id.ts';
import { callKey } from '../activity-key.ts';
import type { Call } from '../calls/call.ts';
import { callerDetails } from '../calls/caller-details.ts';
import { isSonaCall } from '../calls/outcome.ts';
import { isSona } from '../workspace.ts';
import { answererName, forwardedTo, recordingUrls } from './description/call-lines.ts';
import { outsideNumbers, playableUrl, seconds, startOf } from './call-task.ts';
import type { RenderContext } from './context.ts';
import type { Draft, FieldValue } from './draft.ts';
import { address, cut, lines, long, oneLine, short } from './fields.ts';
import { localTime } from './local-time.ts';
import { FOLLOW_UP, LENGTH, SONA_CALL, SONA_OUTCOME } from './names.ts';
import { aboutWhom } from './about-whom.ts';
import { mappedAnswers } from './mapped-answers.ts';
import { answerDrafts } from './sona-answers.ts';
import { sonaTranscript } from './sona-transcript.ts';
import { matchReason } from './task-fields.ts';

type Fields = Readonly<Record<string, FieldValue>>;

/**
 * The record of a call that Sona handled, and one row for each answer she was given; nothing for other calls, or when
 * the admin does not want Sona's calls recorded. Parent first.
 */
export function sonaDrafts(call: Call, context: RenderContext): readonly Draft[] {
    if (!isSonaCall(call) || !context.preferences.sona) return [];
    return [sonaCall(call, context), ...answerDrafts(call, context)];
}

function sonaCall(call: Call, context: RenderContext): Draft {
    const handedOff = wasHandedOff(call);
    const mapped = mappedAnswers(call, context);
    return {
        object: 'Sona_Call__c',
        keyField: SONA_CALL.callId,
        key: call.id,
        fields: {
            ...about(call, context),
            ...people(context),
            ...said(call, context),
            ...handOff(call, handedOff, context),
            // People move the follow-up on: from then on it is theirs.
            [SONA_CALL.followUpStatus]: handedOff ? FOLLOW_UP.none : FOLLOW_UP.toDo,
            [SONA_CALL.followUpOwner]: isUserId(context.ownerId) ? context.ownerId : null,
            ...mapped.fields,
            [SONA_CALL.taskId]: context.recordId('Task', callKey(call.id)) ?? null
        },
        ...(mapped.misfits.length === 0 ? {} : { leftOut: mapped.misfits })
    };
}

/** Sona gave the call to somebody: it was forwarded, or a person answered it. */
function wasHandedOff(call: Call): boolean {
    const answerers = [call.summary?.answeredBy, call.answeredBy];
    return call.forwarded?.to !== undefined || answerers.some((id) => id !== undefined && !isSona(id));
}

function about(call: Call, context: RenderContext): Fields {
    const numbers = outsideNumbers(call, context);
    const [recording] = recordingUrls(call, context);
    const { name } = callerDetails(call.summary?.jobs ?? [], context.preferences.sonaFields);
    const caller = context.match.whoName ?? name;
    const start = localTime(startOf(call), context.timeZone);
    const when = ` - ${start.date} ${start.time}`;
    const shown = caller ?? numbers.map(context.formatNumber)[0];
    const title = oneLine(shown ?? context.wording.unknownPerson);
    return {
        Name: cut(title, LENGTH['Sona_Call__c.Name'] - when.length) + when,
        [SONA_CALL.callerNumber]: short('Sona_Call__c.Caller_Number__c', numbers[0]),
        [SONA_CALL.callerName]: short('Sona_Call__c.Caller_Name__c', name ?? context.match.whoName),
        [SONA_CALL.inbox]: short('Sona_Call__c.Inbox__c', context.inbox?.name),
        [SONA_CALL.startedAt]: startOf(call),
        [SONA_CALL.duration]: seconds(call),
        [SONA_CALL.recordingUrl]: address('Sona_Call__c.Recording_URL__c', recording && playableUrl(call, context)),
        [SONA_CALL.conversationUrl]: address('Sona_Call__c.Conversation_URL__c', call.link)
    };
}

function people(context: RenderContext): Fields {
    const { match } = context;
    const about = aboutWhom(context);
    const lookup = (object: ObjectName): string => objectEntry(object).sonaLookup;
    return {
        [lookup('Contact')]: about.contact,
        [lookup('Lead')]: about.lead,
        [lookup('Account')]: about.account,
        ...Object.fromEntries(RELATED_ENTRIES.map(({ apiName, sonaLookup }) => [sonaLookup, about.related(apiName)])),
        [SONA_CALL.match]: match.reason.code === 'ignored-number' ? 'ignored' : match.status,
        [SONA_CALL.matchReason]: short('Sona_Call__c.Match_Reason__c', matchReason(context))
    };
}

function said(call: Call, context: RenderContext): Fields {
    const { summaries } = context.preferences;
    const text = (parts: readonly string[] | undefined) => (summaries ? parts?.map(lines).join('\n') : undefined);
    const jobs = call.summary?.jobs ?? [];
    return {
        [SONA_CALL.title]: short('Sona_Call__c.Title__c', summaries ? call.summary?.title : undefined),
        [SONA_CALL.summary]: long('Sona_Call__c.Summary__c', text(call.summary?.summary)),
        [SONA_CALL.nextSteps]: long(
            'Sona_Call__c.Next_Steps__c',
            text(call.summary?.nextSteps?.map((step) => `- ${step}`))
        ),
        [SONA_CALL.transcript]: sonaTranscript(call, context),
        [SONA_CALL.rawAnswers]: jobs.length === 0 ? null : long('Sona_Call__c.Raw_Answers__c', JSON.stringify(jobs))
    };
}

function handOff(call: Call, handedOff: boolean, context: RenderContext): Fields {
    const answerer = [call.summary?.answeredBy, call.answeredBy].find((id) => id !== undefined && !isSona(id));
    const to = handedOff ? (forwardedTo(call, context) ?? answererName(call, context)) : undefined;
    return {
        [SONA_CALL.outcome]: handedOff ? SONA_OUTCOME.transferred : SONA_OUTCOME.contained,
        [SONA_CALL.handOffTo]: short('Sona_Call__c.Hand_Off_To__c', to),
        [SONA_CALL.answeredBy]: answerer === undefined ? null : (context.orgUserId(answerer) ?? null)
    };
}
