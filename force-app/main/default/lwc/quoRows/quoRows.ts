/** From what the org answers to what a row shows. Pure: no clock, no locale, no wire. */
import { linkIn, readCallText, readMessages, type CallText, type TextMessage } from 'c/quoDescription';
import { safeUrl } from 'c/quoLinks';
import type { Named, SonaNode, TaskNode, Value } from './nodes';

export type { SonaNode, TaskNode };

export interface Person {
    readonly id: string;
    readonly name: string;
}

export interface Row {
    readonly id: string;
    readonly kind: 'call' | 'messages';
    readonly direction?: 'incoming' | 'outgoing';
    /** A value of `Quo_Outcome__c`. */
    readonly outcome?: string;
    /** ISO, UTC. */
    readonly startedAt?: string;
    /** Whole seconds. */
    readonly duration?: number;
    /** The contact or lead on the other end. */
    readonly who?: Person;
    /** The account or opportunity it belongs to. */
    readonly what?: Person;
    /** E.164; several separated by commas. */
    readonly number: string;
    readonly owner?: Person;
    /** Who answered or dialled. */
    readonly spokeWith?: string;
    /** Whom the call was forwarded or handed to. */
    readonly handedTo?: string;
    /** What the caller chose in the phone menu. */
    readonly menu?: string;
    readonly inbox?: string;
    readonly title?: string;
    readonly summary: readonly string[];
    readonly nextSteps: readonly string[];
    readonly recordingUrls: readonly string[];
    readonly conversationUrl?: string;
    readonly match?: string;
    readonly matchReason?: string;
    readonly messages: readonly TextMessage[];
    /** The Task; absent when only the Sona record is there. */
    readonly taskId?: string;
    readonly sonaId?: string;
    /** `contained` or `transferred`, for Sona calls. */
    readonly sonaOutcome?: string;
    readonly followUpStatus?: string;
}

const valueOf = <T>(field: Value<T> | null | undefined): T | undefined => field?.value ?? undefined;
const personOf = (named: Named | null | undefined): Person | undefined => {
    const name = valueOf(named?.Name);
    return named?.Id && name ? { id: named.Id, name } : undefined;
};
const linesOf = (text: string | undefined): readonly string[] =>
    (text ?? '')
        .split(/\r\n|\r|\n/)
        .map((line) => line.trim().replace(/^[-•*–]\s+/, ''))
        .filter(Boolean);

/** Leaves out what is not there, so that a row says nothing instead of saying "undefined". */
function present<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
    return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}

const DIRECTIONS: Readonly<Record<string, 'incoming' | 'outgoing'>> = { Inbound: 'incoming', Outbound: 'outgoing' };

/** ISO with milliseconds and `Z`, so that texts of instants compare as the instants do. */
function instant(text: string | undefined): string | undefined {
    const at = text ? Date.parse(text) : NaN;
    return Number.isNaN(at) ? undefined : new Date(at).toISOString();
}

/** A row from a Task. */
export function rowOfTask(node: TaskNode): Row {
    const kind = valueOf(node.kind) === 'Messages' ? 'messages' : 'call';
    const startedAt = instant(valueOf(node.startedAt));
    const description = valueOf(node.Description);
    const recordingUrl = safeUrl(valueOf(node.recordingUrl));
    const conversationUrl = safeUrl(valueOf(node.conversationUrl));
    const matchReason = valueOf(node.matchReason);
    const known = present({ disposition: valueOf(node.CallDisposition), recordingUrl, conversationUrl, matchReason });
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
        ...present({
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

/** A row from a Sona call alone: its Task may be archived, or Tasks may not be readable at all. */
export function rowOfSona(node: SonaNode): Row {
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
        summary: linesOf(valueOf(node.summary)),
        nextSteps: linesOf(valueOf(node.nextSteps)),
        recordingUrls: recordingUrl ? [recordingUrl] : [],
        messages: [],
        ...present({
            taskId: valueOf(node.taskId),
            startedAt: instant(valueOf(node.startedAt)),
            duration: valueOf(node.duration),
            who: who ?? (callerName ? { id: '', name: callerName } : undefined),
            what: personOf(node.account),
            spokeWith: personOf(node.answeredBy)?.name,
            inbox: valueOf(node.inbox),
            title: valueOf(node.title),
            conversationUrl: safeUrl(valueOf(node.conversationUrl)),
            match: valueOf(node.match),
            matchReason: valueOf(node.matchReason),
            sonaOutcome: valueOf(node.outcome),
            followUpStatus: valueOf(node.followUpStatus)
        })
    };
}

const sameId = (id: string) => id.slice(0, 15);

/** A Sona call and its Task are one row: the Task's facts, with the record's structured title, summary and steps. */
export function mergeSona(tasks: readonly Row[], sona: readonly Row[]): Row[] {
    const records = new Map(sona.filter((row) => row.taskId).map((row) => [sameId(row.taskId ?? ''), row]));
    const merged = tasks.map((task) => {
        const record = records.get(sameId(task.id));
        if (!record) return task;
        records.delete(sameId(task.id));
        const { sonaId, title, sonaOutcome, followUpStatus, spokeWith = task.spokeWith } = record;
        return {
            ...task,
            ...present({ sonaId, title, sonaOutcome, followUpStatus, spokeWith }),
            summary: record.summary.length ? record.summary : task.summary,
            nextSteps: record.nextSteps.length ? record.nextSteps : task.nextSteps,
            recordingUrls: task.recordingUrls.length ? task.recordingUrls : record.recordingUrls
        };
    });
    const paired = new Set(tasks.map((task) => sameId(task.id)));
    return [...merged, ...sona.filter((row) => !row.taskId || !paired.has(sameId(row.taskId)))];
}

/** Everything of a row that a search may find. */
export function textOf(row: Row): string {
    return [
        row.who?.name,
        row.what?.name,
        row.number,
        row.number.replace(/\D/g, ''),
        row.owner?.name,
        row.spokeWith,
        row.inbox,
        row.title,
        ...row.summary,
        ...row.nextSteps,
        ...row.messages.flatMap(({ author, text }) => [author, text])
    ]
        .filter(Boolean)
        .join('\n');
}
