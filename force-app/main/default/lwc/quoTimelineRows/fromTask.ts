import { readCall, readConversation } from 'c/quoTaskDescription';
import { safeUrl, shownInPlace } from 'c/quoLinks';
import { definedOnly, instantOf, personOf, valueOf } from './fieldValues';
import type { TaskNode } from './nodes';
import type { Row } from './row';

const DIRECTIONS: Readonly<Record<string, 'incoming' | 'outgoing'>> = { Inbound: 'incoming', Outbound: 'outgoing' };
/** `sms_…_2`: the Task of a conversation that continues another one. */
const CONTINUES = /_\d{1,6}$/;

type Told = Pick<Row, 'summary' | 'nextSteps' | 'notes' | 'messages' | 'part'> & {
    /** As they are written: none is safe yet. */
    readonly recordingUrls: readonly string[];
};

function toldBy(node: TaskNode, kind: Row['kind'], startedAt: string | undefined): Told {
    const description = valueOf(node.Description);
    const known = definedOnly({
        recordingUrl: valueOf(node.recordingUrl),
        conversationUrl: valueOf(node.conversationUrl),
        matchReason: valueOf(node.matchReason)
    });
    if (kind === 'call') return { ...readCall(description, known), messages: [] };
    const key = valueOf(node.key);
    const mayContinue = key === undefined || CONTINUES.test(key);
    const conversation = readConversation(description, startedAt, mayContinue, known);
    const messages = conversation.messages.map((message) => ({
        ...message,
        attachments: message.attachments.map((one) => ({ ...one, url: shownInPlace(one.url, known.recordingUrl) }))
    }));
    return { summary: [], nextSteps: [], recordingUrls: [], ...conversation, messages };
}

/** The text's link to a recording and the field's are of two kinds, which differ in what stands after the question mark. */
function recordingOf(url: string | undefined): string | undefined {
    return url?.split('?')[0];
}

/** A row from a Task. */
export function rowFromTask(node: TaskNode): Row {
    const kind = valueOf(node.kind) === 'Messages' ? 'messages' : 'call';
    const startedAt = instantOf(valueOf(node.startedAt));
    const recordingUrl = safeUrl(valueOf(node.recordingUrl));
    const { recordingUrls, ...told } = toldBy(node, kind, startedAt);
    const further = recordingUrls.filter((url) => safeUrl(url) && recordingOf(url) !== recordingOf(recordingUrl));
    return {
        id: node.Id,
        taskId: node.Id,
        kind,
        number: valueOf(node.externalNumber) ?? '',
        ...told,
        // Without the field, the user may not listen: then the text's links are not offered either. Of texts it leads to photos.
        recordingUrls:
            recordingUrl && kind === 'call'
                ? [recordingUrl, ...further.map((url) => shownInPlace(url, recordingUrl))]
                : [],
        ...definedOnly({
            direction: DIRECTIONS[valueOf(node.CallType) ?? ''],
            outcome: valueOf(node.outcome),
            startedAt,
            duration: valueOf(node.CallDurationInSeconds),
            who: personOf(node.Who),
            what: personOf(node.What),
            owner: personOf(node.Owner),
            spokeWith: valueOf(node.handledBy),
            handedTo: valueOf(node.transferredTo),
            menu: valueOf(node.menuChoice),
            voicemailDuration: valueOf(node.voicemailDuration),
            inbox: valueOf(node.inbox),
            conversationUrl: safeUrl(valueOf(node.conversationUrl)),
            match: valueOf(node.match),
            matchReason: valueOf(node.matchReason)
        })
    };
}
