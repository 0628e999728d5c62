import { idOf } from '../objects/catalogue.ts';
import type { Instant } from '../facts.ts';
import type { RenderContext } from './context.ts';
import type { Draft, FieldValue } from './draft.ts';
import type { ActivityKind } from './field-defaults.ts';
import { address, cut, oneLine, short } from './fields.ts';
import { localTime } from './local-time.ts';
import { LENGTH, TASK } from './names.ts';
import { taskValues } from './task-values.ts';

/** What a Task has of any kind: whose, about whom, where from, and why there. */
export function taskFields(
    about: {
        readonly kind: ActivityKind;
        readonly startedAt: Instant;
        readonly numbers: readonly string[];
        readonly link?: string | undefined;
        /** Where nothing better is known: the record of the Sona call. */
        readonly otherwiseWhatId?: string | undefined;
    },
    context: RenderContext
): Readonly<Record<string, FieldValue>> {
    const { match, preferences, vocabulary } = context;
    const { Status, Priority } = taskValues(about.kind, preferences.taskFields, vocabulary);
    const local = localTime(about.startedAt, context.timeZone);
    const ownerId =
        context.setByHand?.ownerId ?? (isUndecided(context) ? context.unmatchedOwnerId : undefined) ?? context.ownerId;
    return {
        ...(Status === undefined ? {} : { Status }),
        Priority,
        ActivityDate: local.date,
        ...(ownerId === undefined ? {} : { OwnerId: ownerId }),
        ...whoAndWhat(context, about.otherwiseWhatId),
        [TASK.startedAt]: about.startedAt,
        [TASK.hour]: local.hour,
        [TASK.inbox]: short('Task.Quo_Inbox__c', context.inbox?.name),
        [TASK.externalNumber]: short('Task.Quo_External_Number__c', about.numbers.join(', ')),
        [TASK.conversationUrl]: address('Task.Quo_Conversation_URL__c', about.link),
        [TASK.match]: match.reason.code === 'ignored-number' ? 'ignored' : match.status,
        [TASK.matchReason]: short('Task.Quo_Match_Reason__c', matchReason(context))
    };
}

/** What an admin chose for fields of the org's own, and for the record type. */
export function chosenFields(
    kind: ActivityKind,
    startedAt: Instant,
    { preferences, vocabulary, timeZone }: RenderContext
): Pick<Draft, 'defaults'> {
    const { others } = taskValues(kind, preferences.taskFields, vocabulary, { startedAt, timeZone });
    return Object.keys(others).length === 0 ? {} : { defaults: others };
}

/** The further people of a group; none beside somebody whom a person put on the Task. */
export function alsoWho({ match, setByHand }: RenderContext): Pick<Draft, 'alsoWhoIds'> {
    return match.alsoWhoIds === undefined || setByHand?.whoId !== undefined ? {} : { alsoWhoIds: match.alsoWhoIds };
}

/** `{Inbox Name} {Phone Number} - {ending}`. The ending is kept whole: the name gives way. */
export function subject(ending: string, number: string | undefined, context: RenderContext): string {
    const line = number === undefined ? undefined : context.formatNumber(number);
    const tail = oneLine([line, ending].filter((part) => part !== undefined).join(' - '));
    const most = LENGTH['Task.Subject'];
    const name = cut(oneLine(context.inbox?.name ?? ''), most - tail.length - ' - '.length);
    if (name === '') return cut(tail, most);
    return line === undefined ? `${name} - ${tail}` : `${name} ${tail}`;
}

/** Why the record is where it is, in the admin's language: who, then what it is related to. */
export function matchReason(context: RenderContext): string {
    const { wording } = context;
    const { reason, related, isProvisional, whoName } = context.match;
    if (isProvisional === true) return wording.provisional(whoName);
    const sentences = [
        wording.reason(reason, context.formatNumber),
        related === undefined ? undefined : wording.related(related)
    ];
    return sentences.filter((sentence) => sentence !== undefined).join(' ');
}

/** The whole reason as a line, only when the field is too short to name everybody. */
export function reasonLine(context: RenderContext): readonly string[] {
    const reason = oneLine(matchReason(context));
    return reason.length > LENGTH['Task.Quo_Match_Reason__c'] ? [reason] : [];
}

/** Whether whom the record is about may be given up again. */
export function provisional({ match }: RenderContext): Pick<Draft, 'isProvisional'> {
    return match.isProvisional === true ? { isProvisional: true } : {};
}

/** Whether somebody is still to say whose it is: not of one's own company's calls, nor of what people ignore. */
function isUndecided({ match: { status, reason }, setByHand }: RenderContext): boolean {
    if (status === 'matched' || reason.code === 'ignored-number' || reason.code === 'internal') return false;
    return typeof setByHand?.whoId !== 'string' && typeof setByHand?.whatId !== 'string';
}

export function isLeadId(id: string | null): boolean {
    return idOf('Lead', id) !== undefined;
}

/** What a person set by hand wins. With a lead in WhoId, Salesforce refuses any WhatId. */
function whoAndWhat(
    { match, setByHand }: RenderContext,
    otherwise: string | undefined
): { readonly WhoId: string | null; readonly WhatId: string | null } {
    const WhoId = setByHand?.whoId === undefined ? (match.whoId ?? null) : setByHand.whoId;
    if (isLeadId(WhoId)) return { WhoId, WhatId: null };
    if (setByHand?.whatId !== undefined) return { WhoId, WhatId: setByHand.whatId };
    const account = match.whoId === undefined ? match.accountId : undefined;
    return { WhoId, WhatId: match.relatedId ?? account ?? otherwise ?? null };
}
