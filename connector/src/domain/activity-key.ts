/** What is one call or one conversation: `call_AC…`, `conversation_CN…`. Tasks of texts have keys of their own. */
export type ActivityName =
    | { readonly kind: 'call'; readonly callId: string }
    | { readonly kind: 'conversation'; readonly conversation: string };

const CALL = 'call_';
const CONVERSATION = 'conversation_';
const WINDOW = 'sms_';
const TRANSCRIPT = 'transcript_';
/** `_20261120T170000Z`, and `_2` from the second part on. */
const WINDOW_END = /_(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z(?:_(\d+))?$/;

/** Of a call's activity, and of its Task. */
export function callKey(callId: string): string {
    return CALL + callId;
}

export function conversationKey(conversation: string): string {
    return CONVERSATION + conversation;
}

/** @returns undefined for what is no activity's key */
export function readActivityKey(key: string): ActivityName | undefined {
    if (key.startsWith(CALL)) return { kind: 'call', callId: key.slice(CALL.length) };
    return key.startsWith(CONVERSATION)
        ? { kind: 'conversation', conversation: key.slice(CONVERSATION.length) }
        : undefined;
}

/** Of the Task of a window of texts: `sms_CN…_20261120T170000Z`. @param startMs whole seconds count */
export function windowKey(conversation: string, startMs: number): string {
    const stamp = new Date(startMs).toISOString().replace(/[-:]|\.\d{3}/g, '');
    return `${WINDOW}${conversation}_${stamp}`;
}

/** Of one part of what was said on a call. @param part from 1 */
export function transcriptKey(callId: string, part: number): string {
    return `${TRANSCRIPT}${callId}_${part}`;
}

/** The key of a further Task that continues a window's. @param part from 2 */
export function partKey(key: string, part: number): string {
    return `${key}_${part}`;
}

/** The key of the Task that a further one continues; undefined of what is no continuation. */
export function wholeKey(part: string): string | undefined {
    return /^(.+)_\d+$/.exec(part)?.[1];
}

/** When a window begins, in milliseconds, by its key; undefined of a continuation and of what is no window's. */
export function windowStart(key: string): number | undefined {
    const [, year, month, day, hour, minute, second, part] = WINDOW_END.exec(key) ?? [];
    if (year === undefined || part !== undefined) return undefined;
    const start = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
    return Number.isNaN(start) ? undefined : start;
}

/** The key of the activity that a Task, or a transcript, belongs to. */
export function activityKeyOfTask(taskKey: string): string {
    if (taskKey.startsWith(TRANSCRIPT)) return callKey(taskKey.slice(TRANSCRIPT.length).replace(/_\d+$/, ''));
    const end = taskKey.startsWith(WINDOW) ? WINDOW_END.exec(taskKey) : null;
    return end === null ? taskKey : conversationKey(taskKey.slice(WINDOW.length, end.index));
}
