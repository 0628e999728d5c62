import type { AssignmentRule, AutomationStep } from '../automation/steps.ts';
import type { DuplicateRule } from '../rules/duplicate-rules.ts';
import type { FieldDraft, PicklistDraft } from '../schema/field-definitions.ts';
import type { RecordTypeDraft } from '../schema/record-types.ts';

/** What a customer's admins set up: everything that tells this org from a new one. Every part may be absent. */
export interface Customization {
    /** Fields added to objects, by object; `Activity` stands for Task and Event. */
    readonly fields?: Readonly<Record<string, readonly FieldDraft[]>>;
    readonly picklists?: readonly PicklistChange[];
    /** The rows of TaskStatus, TaskPriority and LeadStatus, and so the values of Status and Priority. */
    readonly taskStatuses?: readonly StatusDraft[];
    readonly taskPriorities?: readonly PriorityDraft[];
    readonly leadStatuses?: readonly LeadStatusDraft[];
    readonly recordTypes?: readonly RecordTypeDraft[];
    readonly validationRules?: readonly ValidationRuleDraft[];
    readonly duplicateRules?: readonly DuplicateRule[];
    /** Steps of triggers and flows, in the order in which they run. */
    readonly automation?: readonly AutomationStep[];
    readonly assignmentRules?: readonly AssignmentRule[];
    /** Developer names of queues for leads and tasks. */
    readonly queues?: readonly string[];
    /** Fields that encryption makes unfilterable, as `Contact.Phone`. */
    readonly encryptedFields?: readonly string[];
}

interface PicklistChange {
    readonly object: string;
    readonly field: string;
    readonly values: readonly PicklistDraft[];
    /** Whether other values are refused; as the field is when absent. */
    readonly restricted?: boolean;
}

export interface StatusDraft extends PicklistDraft {
    readonly closed?: boolean;
}

export interface PriorityDraft extends PicklistDraft {
    readonly high?: boolean;
}

export interface LeadStatusDraft extends PicklistDraft {
    readonly converted?: boolean;
}

export interface ValidationRuleDraft {
    readonly object: string;
    readonly name: string;
    /** True of what must be refused. */
    readonly formula: string;
    readonly message: string;
    /** The field that the message stands at; without one, it is about the whole record. */
    readonly field?: string;
}
