import type { Insert } from './insert.ts';

const STATUSES = ['Not Started', 'In Progress', 'Completed', 'Waiting on someone else', 'Deferred'];
const PRIORITIES = ['High', 'Normal', 'Low'];
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
const LEAD_STATUSES = ['Open - Not Contacted', 'Working - Contacted', 'Closed - Converted', 'Closed - Not Converted'];

/** The tables behind the picklists whose values mean something: closed, won, converted. */
export function addPicklistTables(insert: Insert): void {
    for (const [index, ApiName] of STATUSES.entries()) {
        insert('TaskStatus', {
            ApiName,
            MasterLabel: ApiName,
            IsClosed: ApiName === 'Completed',
            IsDefault: index === 0,
            SortOrder: index + 1
        });
    }
    for (const [index, ApiName] of PRIORITIES.entries()) {
        insert('TaskPriority', {
            ApiName,
            MasterLabel: ApiName,
            IsDefault: ApiName === 'Normal',
            IsHighPriority: ApiName === 'High',
            SortOrder: index + 1
        });
    }
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
    for (const [index, ApiName] of LEAD_STATUSES.entries()) {
        insert('LeadStatus', {
            ApiName,
            MasterLabel: ApiName,
            IsConverted: ApiName === 'Closed - Converted',
            IsDefault: index === 0,
            SortOrder: index + 1
        });
    }
}
