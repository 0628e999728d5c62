import type { ValidationRuleDraft } from '../customizing/customization.ts';
import { compileFormula, type Formula } from '../formula/compile.ts';
import { refused } from '../org-error.ts';
import type { Caller } from '../org-state.ts';
import type { Schema } from '../schema/schema.ts';
import type { SObject } from '../schema/types.ts';
import type { Save } from './objects/object-rules.ts';

/** A validation rule: a save is refused when its formula is true of the record as it would be stored. */
export interface ValidationRule extends ValidationRuleDraft {
    readonly isBroken: Formula;
}

/** @throws {Error} naming the rule, and the object, field or function that the org does not have */
export function compileValidationRule(schema: Schema, draft: ValidationRuleDraft): ValidationRule {
    const where = `Validation rule ${draft.object}.${draft.name}`;
    const object = schema.object(draft.object);
    if (!object) throw new Error(`${where}: the org has no object ${draft.object}.`);
    if (draft.field !== undefined && !schema.field(object, draft.field))
        throw new Error(`${where}: ${object.name} has no field ${draft.field}.`);
    return { ...draft, object: object.name, isBroken: compileFormula(schema, object, draft.formula, 'boolean', where) };
}

/** @throws {OrgError} FIELD_CUSTOM_VALIDATION_EXCEPTION with the message of the first rule that is broken */
export function checkValidationRules(
    rules: readonly ValidationRule[],
    caller: Caller,
    object: SObject,
    { state, next, previous }: Save
): void {
    for (const rule of rules) {
        if (rule.object !== object.name) continue;
        if (rule.isBroken(state, { object, next, previous, userId: caller.userId }) !== true) continue;
        const fields = rule.field === undefined ? [] : [rule.field];
        throw refused('FIELD_CUSTOM_VALIDATION_EXCEPTION', rule.message, fields);
    }
}
