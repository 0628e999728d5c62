import type { OrgState } from '../../org-state.ts';
import type { Row } from '../../records/row.ts';
import { caseRules } from './cases.ts';
import { contactRules, leadRules, userRules } from './people.ts';
import { contactRoleRules, opportunityRules } from './opportunities.ts';
import { taskRelationRules } from './task-relations.ts';
import { taskRules } from './tasks.ts';

/** What Salesforce does by itself when a record of one object is saved or deleted. */
export interface ObjectRules {
    /** Checks the record as it would be saved and returns the values that the platform sets with it. */
    readonly derive?: (save: Save) => Row;
    /** What changes on other records, after this one is stored. */
    readonly afterSave?: (save: Save) => void;
    readonly afterDelete?: (state: OrgState, row: Row) => void;
}

/** A save under way. */
export interface Save {
    readonly state: OrgState;
    /** The record as it would be stored. */
    readonly next: Row;
    /** As it is stored now; `undefined` when it is new. */
    readonly previous: Row | undefined;
    /** What this save sets. */
    readonly changed: Row;
}

const RULES: Readonly<Record<string, ObjectRules>> = {
    Task: taskRules,
    TaskRelation: taskRelationRules,
    Contact: contactRules,
    Lead: leadRules,
    User: userRules,
    Case: caseRules,
    Opportunity: opportunityRules,
    OpportunityContactRole: contactRoleRules
};

export function rulesOf(object: string): ObjectRules {
    return RULES[object] ?? {};
}
