import type { PageReference } from 'lightning/navigation';

/** The standard list of a record's activities; without a record, the list of tasks. */
export function activitiesPage(recordId: string | undefined, objectApiName: string | undefined): PageReference {
    if (!recordId) return { type: 'standard__objectPage', attributes: { objectApiName: 'Task', actionName: 'list' } };
    return {
        type: 'standard__recordRelationshipPage',
        attributes: { recordId, objectApiName, relationshipApiName: 'ActivityHistories', actionName: 'view' }
    };
}
