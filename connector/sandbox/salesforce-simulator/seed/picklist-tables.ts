import type { Customization, LeadStatusDraft, PriorityDraft, StatusDraft } from '../customizing/customization.ts';
import type { Row } from '../records/row.ts';
import type { PicklistDraft } from '../schema/field-definitions.ts';
import type { Insert } from './insert.ts';

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
/** Label, probability, forecast category. */
const STAGES: readonly (readonly [string, number, string])[] = [
    ['Prospecting', 10, 'Pipeline'],
    ['Qualification', 10, 'Pipeline'],
    ['Needs Analysis', 20, 'Pipeline'],
    ['Value Proposition', 50, 'Pipeline'],
    ['Id. Decision Makers', 60, 'Pipeline'],
    ['Perception Analysis', 70, 'Pipeline'],
    ['Proposal/Price Quote', 75, 'Pipeline'],
    ['Negotiation/Review', 90, 'Pipeline'],
    ['Closed Won', 100, 'Closed'],
    ['Closed Lost', 0, 'Omitted']
];
const LEAD_STATUSES: readonly LeadStatusDraft[] = [
    { value: 'Open - Not Contacted', defaultValue: true },
    { value: 'Working - Contacted' },
    { value: 'Closed - Converted', converted: true },
    { value: 'Closed - Not Converted' }
];

/** The tables behind the picklists whose values mean something: closed, won, converted. */
export function addPicklistTables(insert: Insert, customization: Customization): void {
    const { taskStatuses = STATUSES, taskPriorities = PRIORITIES, leadStatuses = LEAD_STATUSES } = customization;
    for (const [index, status] of taskStatuses.entries()) {
        insert('TaskStatus', { ...choice(status, index), IsClosed: status.closed === true });
    }
    for (const [index, priority] of taskPriorities.entries()) {
        insert('TaskPriority', { ...choice(priority, index), IsHighPriority: priority.high === true });
    }
    for (const [index, status] of leadStatuses.entries()) {
        insert('LeadStatus', { ...choice(status, index), IsConverted: status.converted === true });
    }
    addStages(insert);
}

function choice({ value, label = value, defaultValue = false }: PicklistDraft, index: number): Row {
    return { ApiName: value, MasterLabel: label, IsDefault: defaultValue, SortOrder: index + 1 };
}

function addStages(insert: Insert): void {
    for (const [index, [ApiName, DefaultProbability, ForecastCategory]] of STAGES.entries()) {
        const IsWon = ApiName === 'Closed Won';
        insert('OpportunityStage', {
            ApiName,
            MasterLabel: ApiName,
            DefaultProbability,
            ForecastCategory,
            ForecastCategoryName: ForecastCategory,
            IsActive: true,
            IsClosed: ApiName.startsWith('Closed'),
            IsWon,
            SortOrder: index + 1
        });
    }
}
