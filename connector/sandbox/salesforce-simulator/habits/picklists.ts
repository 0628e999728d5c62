import type { Customization, LeadStatusDraft, PriorityDraft, StatusDraft } from '../customizing/customization.ts';
import type { PicklistDraft } from '../schema/field-definitions.ts';
import type { Habits } from './habits.ts';

const SOURCES = ['Web', 'Phone Inquiry', 'Partner Referral', 'Purchased List', 'Other'];
const STATUSES: readonly StatusDraft[] = [
    { value: 'Not Started', defaultValue: true },
    { value: 'In Progress' },
    { value: 'Completed', closed: true },
    { value: 'Waiting on someone else' },
    { value: 'Deferred' }
];
const PRIORITIES: readonly PriorityDraft[] = [
    { value: 'High', high: true },
    { value: 'Normal', defaultValue: true },
    { value: 'Low' }
];
/** High in the languages that the orgs are in. */
const HIGH = /^(?:High|Alt[ao])$/;
const numbered = (name: string, index: number): string => `${name} ${index + 1}`;

/** The org's own picklist values. Where only their number is known, the standard ones and numbered ones stand in. */
export function picklistsOf(habits: Habits): Customization {
    const sources = leadSources(habits);
    return {
        ...statuses(habits),
        ...(sources.length === 0 ? {} : { picklists: [{ object: 'Lead', field: 'LeadSource', values: sources }] })
    };
}

function statuses(habits: Habits): Customization {
    const taskStatuses = habits.TaskStatus?.map(({ value, label, default: isDefault = false, closed = false }) => ({
        value,
        ...(label === undefined ? {} : { label }),
        defaultValue: isDefault,
        closed
    }));
    const priorities = habits.TaskPriority?.map(({ value, default: isDefault = false }) => ({
        value,
        defaultValue: isDefault,
        high: HIGH.test(value)
    }));
    const leadStatuses = leadStatusesOf(habits);
    return {
        taskStatuses: withAll<StatusDraft>(taskStatuses ?? STATUSES, limitsOf(habits, 'Status')),
        taskPriorities: withAll<PriorityDraft>(priorities ?? PRIORITIES, limitsOf(habits, 'Priority')),
        ...(leadStatuses === undefined ? {} : { leadStatuses })
    };
}

function limitsOf(habits: Habits, field: 'Status' | 'Priority'): string[] {
    return (habits.recordTypes ?? []).flatMap((type) => (type[field] ?? []).map(([value]) => value));
}

/** The values of record types are the org's, also where its list of them is not known. */
function withAll<Draft extends PicklistDraft>(known: readonly Draft[], needed: readonly string[]): Draft[] {
    const missing = new Set(needed.filter((value) => !known.some((choice) => choice.value === value)));
    return [...known, ...[...missing].map((value) => ({ value }) as Draft)];
}

function leadSources({ LeadSource, recordTypes = [] }: Habits): PicklistDraft[] {
    const most = Math.max(LeadSource?.values ?? 0, ...recordTypes.map((type) => type.LeadSource ?? 0));
    return Array.from({ length: most }, (_, index) => ({
        value: SOURCES[index] ?? numbered('Source', index),
        defaultValue: index === 0 && LeadSource?.hasDefault === true
    }));
}

/** The first values of an org's lead sources: a record type is known by their number only. */
export function firstSources(habits: Habits, most: number): PicklistDraft[] {
    return leadSources(habits).slice(0, most);
}

/** Statuses that a rule speaks of are there, and one for leads that were converted. */
function leadStatusesOf({ LeadStatus, rulesThatRefuseCallLoggers = [] }: Habits): LeadStatusDraft[] | undefined {
    const needed = rulesThatRefuseCallLoggers.flatMap((rule) => [
        ...(rule.object === 'Lead' && rule.field === 'Status' && rule.mustBe !== undefined ? [rule.mustBe] : []),
        ...(rule.needs?.endsWith('unless Status is Disqualified') === true ? ['Disqualified'] : [])
    ]);
    if (!LeadStatus && needed.length === 0) return undefined;
    const first = LeadStatus?.default ?? 'Open - Not Contacted';
    const fixed = [...new Set([first, 'Closed - Converted', ...needed])];
    const more = Array.from({ length: Math.max(0, (LeadStatus?.values ?? 0) - fixed.length) }, (_, index) =>
        numbered('Status', index)
    );
    return [...fixed, ...more].map((value) => ({
        value,
        defaultValue: value === first,
        converted: value === 'Closed - Converted'
    }));
}
