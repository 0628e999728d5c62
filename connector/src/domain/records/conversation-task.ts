import { partKey } from '../activity-key.ts';
import type { PlacedWindow } from '../conversations/placing.ts';
import type { RenderContext } from './context.ts';
import type { Draft } from './draft.ts';
import { address } from './fields.ts';
import { conversationPages } from './description/conversation-pages.ts';
import { toldMessage } from './description/written-message.ts';
import { KIND, LENGTH, TASK } from './names.ts';
import { alsoWho, chosenFields, provisional, reasonLine, subject, taskFields } from './task-fields.ts';

/**
 * The Tasks of a conversation: one a window, and further ones (`…_2`) where one Description cannot hold it; nothing is
 * cut. A part that a window no longer needs is in no draft: the caller finds it by comparing keys.
 */
export function conversationTasks(placed: readonly PlacedWindow[], context: RenderContext): readonly Draft[] {
    return placed.flatMap((one) => windowTasks(one, context));
}

function windowTasks(placed: PlacedWindow, context: RenderContext): readonly Draft[] {
    const texts = descriptions(placed, context);
    return texts.map((text, index) => windowTask(placed, text, index + 1, context));
}

function windowTask(placed: PlacedWindow, text: string, part: number, context: RenderContext): Draft {
    const { window } = placed;
    const { wording } = context;
    const about = {
        ...{ kind: 'messages' as const, startedAt: window.startedAt },
        ...{ numbers: window.external, link: window.link }
    };
    const ending = wording.subject.messages(window.messages.length, part);
    return {
        object: 'Task',
        keyField: TASK.key,
        key: part === 1 ? placed.key : partKey(placed.key, part),
        ...formerKey(placed, part),
        fields: {
            Subject: subject(ending, context.inbox?.number, context),
            Description: text,
            ...taskFields(about, context),
            [TASK.kind]: KIND.messages,
            [TASK.recordingUrl]: address('Task.Quo_Recording_URL__c', shownUrl(placed, context))
        },
        ...chosenFields('messages', about.startedAt, context),
        ...alsoWho(context),
        ...provisional(context)
    };
}

/** A continuation has a former key only where it was written before. */
function formerKey({ formerKey: former, formerParts }: PlacedWindow, part: number): Pick<Draft, 'formerKey'> {
    if (former === undefined) return {};
    if (part === 1) return { formerKey: former };
    const key = partKey(former, part);
    return formerParts.includes(key) ? { formerKey: key } : {};
}

/** For the field that only listeners read: the first attachment, by the address that shows all of this Task in place. */
function shownUrl({ window, key }: PlacedWindow, context: RenderContext): string | undefined {
    const first = window.messages.find(({ media }) => media.length > 0);
    return first && context.attachmentUrl({ messageId: first.id, n: 1, task: key }, window.startedAt);
}

function descriptions({ window, key }: PlacedWindow, context: RenderContext): readonly string[] {
    const { wording } = context;
    const isGroup = window.external.length > 1;
    const names = window.external.map((number) => context.personName(number) ?? context.formatNumber(number));
    return conversationPages(
        isGroup ? [wording.participants(names)] : [],
        window.messages.map((message) => toldMessage(message, key, context)),
        [...(window.link === undefined ? [] : [wording.conversation(window.link)]), ...reasonLine(context)],
        wording,
        LENGTH['Task.Description']
    );
}
