import { callKey, transcriptKey } from '../../activity-key.ts';
import type { Call } from '../../calls/call.ts';
import { isUserId } from '../../record-id.ts';
import { aboutWhom } from '../about-whom.ts';
import { outsideNumbers, startOf } from '../call-task.ts';
import type { RenderContext } from '../context.ts';
import type { Draft } from '../draft.ts';
import { cut, oneLine, short } from '../fields.ts';
import { localTime } from '../local-time.ts';
import { LENGTH, TRANSCRIPT } from '../names.ts';
import { isOutdated } from './outdated.ts';
import { spokenLines } from './spoken-line.ts';
import { transcriptParts } from './transcript-parts.ts';

/**
 * The records of what was said on a call, part by part. None before the call's Task is there, whose id they carry; none
 * where the org does not take them, the admin does not want them, or has them deleted by now.
 *
 * They belong to whom the Task belongs to, so that the same people above that person read them. Of a queue's Task the
 * person who is credited with the call has them: a queue takes only the objects that its admin gave it.
 */
export function transcriptDrafts(call: Call, context: RenderContext): readonly Draft[] {
    const { preferences, setByHand } = context;
    const taskId = context.recordId('Task', callKey(call.id));
    if (!preferences.callTranscripts || context.takesTranscripts === false || taskId === undefined) return [];
    if (isOutdated(call, preferences.transcriptDays, context.now)) return [];
    const parts = transcriptParts(spokenLines(call, context), context.wording);
    const owner = [setByHand?.ownerId, context.ownerId].find(isUserId);
    const about = fieldsOf(call, context);
    return parts.map(({ lines, readingCopy }, index): Draft => {
        const part = index + 1;
        return {
            object: 'Quo_Transcript__c',
            keyField: TRANSCRIPT.key,
            key: transcriptKey(call.id, part),
            fields: {
                Name: nameOf(call, context, part, parts.length),
                ...(owner === undefined ? {} : { OwnerId: owner }),
                ...about,
                [TRANSCRIPT.taskId]: taskId,
                [TRANSCRIPT.part]: part,
                [TRANSCRIPT.parts]: parts.length,
                [TRANSCRIPT.lines]: lines,
                [TRANSCRIPT.readingCopy]: readingCopy
            }
        };
    });
}

function fieldsOf(call: Call, context: RenderContext): Draft['fields'] {
    const { contact, lead, account, related } = aboutWhom(context);
    const numbers = outsideNumbers(call, context).join(', ');
    return {
        [TRANSCRIPT.callId]: short('Quo_Transcript__c.Call_Id__c', call.id),
        [TRANSCRIPT.language]: short('Quo_Transcript__c.Language__c', call.transcript?.language),
        [TRANSCRIPT.startedAt]: startOf(call),
        [TRANSCRIPT.inbox]: short('Quo_Transcript__c.Inbox__c', context.inbox?.name),
        [TRANSCRIPT.externalNumber]: short('Quo_Transcript__c.External_Number__c', numbers),
        [TRANSCRIPT.contact]: contact,
        [TRANSCRIPT.lead]: lead,
        [TRANSCRIPT.account]: account,
        [TRANSCRIPT.case]: related('Case'),
        [TRANSCRIPT.opportunity]: related('Opportunity')
    };
}

/** `Marie Roy - 2026-11-20 11:00`, and `(2/3)` where there are several. The name gives way. */
function nameOf(call: Call, context: RenderContext, part: number, parts: number): string {
    const start = localTime(startOf(call), context.timeZone);
    const when = ` - ${start.date} ${start.time}${parts === 1 ? '' : ` (${part}/${parts})`}`;
    const [number] = outsideNumbers(call, context).map(context.formatNumber);
    const who = oneLine(context.match.whoName ?? number ?? context.wording.unknownPerson);
    return cut(who, LENGTH['Quo_Transcript__c.Name'] - when.length) + when;
}
