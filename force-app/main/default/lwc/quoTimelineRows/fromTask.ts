import { linkIn, readCallText, readMessages, type CallText } from 'c/quoTaskDescription';
import { safeUrl } from 'c/quoLinks';
import { definedOnly, instantOf, personOf, valueOf } from './fieldValues';
import type { TaskNode } from './nodes';
import type { Row } from './row';

const DIRECTIONS: Readonly<Record<string, 'incoming' | 'outgoing'>> = { Inbound: 'incoming', Outbound: 'outgoing' };

/** A row from a Task. */
export function rowFromTask(node: TaskNode): Row {
    const kind = valueOf(node.kind) === 'Messages' ? 'messages' : 'call';
    const startedAt = instantOf(valueOf(node.startedAt));
    const description = valueOf(node.Description);
    const recordingUrl = safeUrl(valueOf(node.recordingUrl));
    const conversationUrl = safeUrl(valueOf(node.conversationUrl));
    const matchReason = valueOf(node.matchReason);
    const known = definedOnly({
        disposition: valueOf(node.CallDisposition),
        recordingUrl,
        conversationUrl,
        matchReason
    });
    const told: CallText = readCallText(kind === 'call' ? description : '', known);
    const talk = kind === 'messages' ? readMessages(description, startedAt) : { messages: [], notes: [] };
    const further = told.recordingUrls.filter((url) => safeUrl(url) && url !== recordingUrl);
    return {
        id: node.Id,
        taskId: node.Id,
        kind,
        number: valueOf(node.externalNumber) ?? '',
        summary:
            kind === 'call'
                ? told.summary
                : talk.notes.filter((note) => linkIn(note) !== conversationUrl && note !== matchReason),
        nextSteps: told.nextSteps,
        // Without the field, the user may not listen: then the text's links are not offered either.
        recordingUrls: recordingUrl ? [recordingUrl, ...further] : [],
        messages: talk.messages,
        ...definedOnly({
            direction: DIRECTIONS[valueOf(node.CallType) ?? ''],
            outcome: valueOf(node.outcome),
            startedAt,
            duration: valueOf(node.CallDurationInSeconds),
            who: personOf(node.Who),
            what: personOf(node.What),
            owner: personOf(node.Owner),
            spokeWith: told.spokeWith,
            handedTo: told.handedTo,
            menu: told.menu,
            inbox: valueOf(node.inbox),
            conversationUrl,
            match: valueOf(node.match),
            matchReason
        })
    };
}
