import { safeUrl } from 'c/quoLinks';
import { listItemsOf } from 'c/quoTextLines';
import { definedOnly, instantOf, personOf, valueOf } from './fieldValues';
import type { SonaNode } from './nodes';
import type { Row } from './row';

/** A row from a Sona call alone: its Task may be archived, or Tasks may not be readable at all. */
export function rowFromSonaCall(node: SonaNode): Row {
    const recordingUrl = safeUrl(valueOf(node.recordingUrl));
    const callerName = valueOf(node.callerName);
    const who = personOf(node.contact) ?? personOf(node.lead);
    return {
        id: node.Id,
        sonaId: node.Id,
        kind: 'call',
        direction: 'incoming',
        outcome: 'handled by Sona',
        number: valueOf(node.callerNumber) ?? '',
        summary: listItemsOf(valueOf(node.summary)),
        nextSteps: listItemsOf(valueOf(node.nextSteps)),
        recordingUrls: recordingUrl ? [recordingUrl] : [],
        notes: [],
        messages: [],
        ...definedOnly({
            taskId: valueOf(node.taskId),
            startedAt: instantOf(valueOf(node.startedAt)),
            duration: valueOf(node.duration),
            who: who ?? (callerName ? { id: '', name: callerName } : undefined),
            what: personOf(node.account),
            spokeWith: personOf(node.answeredBy)?.name,
            inbox: valueOf(node.inbox),
            title: valueOf(node.title),
            conversationUrl: safeUrl(valueOf(node.conversationUrl)),
            match: valueOf(node.match),
            matchReason: valueOf(node.matchReason),
            followUpStatus: valueOf(node.followUpStatus)
        })
    };
}
