import { refused } from '../org-error.ts';
import type { Row } from '../records/row.ts';

/** A validation rule that a scenario gives the org: a save is refused when its condition holds for the new values. */
export interface ValidationRule {
    readonly object: string;
    readonly message: string;
    /** The field that the message stands at; without one, the message is about the whole record. */
    readonly field?: string;
    /** Whether the record, as it would be saved, breaks the rule. */
    readonly broken: (row: Row) => boolean;
}

/** @throws {OrgError} FIELD_CUSTOM_VALIDATION_EXCEPTION with the message of the first rule that is broken */
export function checkValidationRules(rules: readonly ValidationRule[], object: string, row: Row): void {
    for (const rule of rules) {
        if (rule.object === object && rule.broken(row)) {
            throw refused(
                'FIELD_CUSTOM_VALIDATION_EXCEPTION',
                rule.message,
                rule.field === undefined ? [] : [rule.field]
            );
        }
    }
}
