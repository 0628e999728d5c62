import type { Call } from '../calls/call.ts';
import { callDuration } from '../calls/call-duration.ts';
import { callerDetails, type CallerDetails } from '../calls/caller-details.ts';
import { isSonaCall, outcomeOf } from '../calls/outcome.ts';
import type { Message } from '../conversations/window.ts';
import type { RenderContext } from '../records/context.ts';
import type { Draft, FieldValue } from '../records/draft.ts';
import { fieldDefaults } from '../records/field-defaults.ts';
import { startOf } from '../records/call-task.ts';
import type { Moment } from '../records/relative-day.ts';
import { short } from '../records/fields.ts';
import { LEAD } from '../records/names.ts';
import { isSona } from '../workspace.ts';
import type { Match } from './match.ts';
import { sameTelephone } from './mobile-digits.ts';

/** What the unknown number did. */
export type Contacted = { readonly call: Call } | { readonly messages: readonly Message[] };

/**
 * The lead for an unknown caller, when the admin wants them: one a number, however it is spelt and whatever the race,
 * because its key is the number. Only for a single readable number that nobody has (so not for short codes, hidden, ignored or internal
 * ones, nor for groups), and only when the other side reached us: an answered call, a voicemail, a text, or a message
 * that Sona took. Whom we called or wrote to first is no caller, nor, where the admin says so, who hung up at once.
 *
 * Every field is set on creation only: afterwards the lead is the rep's.
 *
 * @returns `undefined` when there is to be no lead
 */
export function leadFor(
    contacted: Contacted,
    context: Pick<RenderContext, 'preferences' | 'wording' | 'match' | 'formatNumber' | 'ownerId' | 'timeZone'>
): Draft | undefined {
    const { preferences, wording, match, ownerId } = context;
    if (preferences.unknownCallers !== 'lead' || match.reason.code !== 'nobody') return undefined;
    if (!hasReachedUs(contacted, preferences.leadMinSeconds)) return undefined;
    const { number } = match.reason;
    const jobs = 'call' in contacted ? (contacted.call.summary?.jobs ?? []) : [];
    const told = callerDetails(jobs, preferences.sonaFields);
    const chosen = fieldDefaults(preferences.leadFields, undefined, momentOf(contacted, context.timeZone));
    return {
        object: 'Lead',
        keyField: LEAD.phone,
        key: sameTelephone(number),
        fields: {},
        createOnly: {
            ...chosen,
            ...names(told, textOf(chosen['LastName']) ?? context.formatNumber(number)),
            Company: short('Lead.Company', told.company) ?? textOf(chosen['Company']) ?? wording.unknownCompany,
            Phone: phoneOf(number, context),
            ...(preferences.leadSource === undefined ? {} : { LeadSource: preferences.leadSource }),
            ...(ownerId === undefined ? {} : { OwnerId: ownerId })
        }
    };
}

function momentOf(contacted: Contacted, timeZone: string): Moment | undefined {
    const startedAt = 'call' in contacted ? startOf(contacted.call) : contacted.messages[0]?.createdAt;
    return startedAt === undefined ? undefined : { startedAt, timeZone };
}

/** The match of the activities that wait for the lead, once it is there. */
export function matchedToLead(
    match: Match,
    number: string,
    lead: { readonly id: string; readonly name: string }
): Match {
    const reason = { code: 'lead-created', number, who: { ...lead, object: 'Lead' } } as const;
    return { ...match, status: 'matched', whoId: lead.id, whoObject: 'Lead', whoName: lead.name, reason };
}

/** The name that the draft gives the lead, as Salesforce shows it. */
export function leadName(lead: Draft): string {
    const { FirstName, LastName } = lead.createOnly ?? {};
    return [FirstName, LastName].filter((part) => typeof part === 'string').join(' ');
}

function hasReachedUs(contacted: Contacted, leastSeconds = 0): boolean {
    if ('messages' in contacted) return contacted.messages.some((message) => message.direction === 'incoming');
    const { call } = contacted;
    if (call.direction !== 'incoming') return false;
    switch (outcomeOf(call)) {
        case 'answered':
            return isLongEnough(call, leastSeconds);
        case 'voicemail':
            return true;
        case 'forwarded':
            return call.answeredAt !== undefined && isLongEnough(call, leastSeconds);
        case 'handled by Sona':
            return tookMessage(call) || (answeredByPerson(call) && isLongEnough(call, leastSeconds));
        default:
            return false;
    }
}

/** Where Quo tells no duration, the call has the benefit of the doubt. */
function isLongEnough(call: Call, leastSeconds: number): boolean {
    const duration = callDuration(call);
    return duration === undefined || duration >= leastSeconds;
}

function tookMessage(call: Call): boolean {
    return call.summary?.jobs?.some((job) => job.answers.length > 0) ?? false;
}

function answeredByPerson(call: Call): boolean {
    const answerers = [call.answeredBy, call.summary?.answeredBy];
    return isSonaCall(call) && answerers.some((id) => id !== undefined && !isSona(id));
}

function textOf(value: FieldValue | undefined): string | undefined {
    return typeof value === 'string' ? value : undefined;
}

/** As the org's rules want it. The key holds the whole number, so the lead is found whatever stands here. */
function phoneOf(
    number: string,
    { preferences, formatNumber }: Pick<RenderContext, 'preferences' | 'formatNumber'>
): string {
    switch (preferences.leadPhoneFormat) {
        case 'e164':
            return number;
        case 'national':
            return formatNumber(number);
        case 'digits':
            // Abroad, the digits alone could be read as somebody else's number at home.
            return formatNumber(number).startsWith('+') ? number : formatNumber(number).replaceAll(/\D/g, '');
    }
}

/** Salesforce wants a last name; a single word, or a number, is one. `Roy, Marie` is how a list has her. */
function names(
    { name, firstName, lastName }: CallerDetails,
    otherwise: string
): { readonly FirstName?: string | null; readonly LastName: string | null } {
    const listed = /^([^,]+),\s*([^,]+)$/s.exec(name?.trim() ?? '');
    const spoken = /^(.+)\s+(\S+)$/s.exec(name?.trim() ?? '');
    const first = firstName ?? listed?.[2] ?? spoken?.[1];
    const last = lastName ?? listed?.[1] ?? spoken?.[2];
    if (first === undefined || last === undefined) return { LastName: short('Lead.LastName', name ?? otherwise) };
    return { FirstName: short('Lead.FirstName', first), LastName: short('Lead.LastName', last) };
}
