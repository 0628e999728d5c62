import type { Control } from './controls.ts';
import type { DuplicateRule } from '../rules/duplicate-rules.ts';
import { compileValidationRule } from '../rules/validation-rules.ts';

/** Rules that a customer's admin would have set up. */
export const ruleControls: readonly Control[] = [
    {
        at: 'POST /validation-rules',
        does: 'object, when (a Salesforce formula that is true of what must be refused), message, field, name.',
        run: (live, { object, when, message, field, name = 'Rule' }) => {
            const { state } = live.org();
            const draft = {
                object: String(object),
                name: String(name),
                formula: String(when),
                message: String(message),
                ...(typeof field === 'string' ? { field } : {})
            };
            state.validationRules.push(compileValidationRule(state.schema, draft));
        }
    },
    {
        at: 'DELETE /validation-rules',
        does: 'Removes them.',
        run: (live) => void (live.org().state.validationRules = [])
    },
    {
        at: 'POST /duplicate-rules',
        does: 'name, object, matches (an object), fields (all equal), action (alert | block), message.',
        run: (live, body) => {
            const rule = {
                name: 'Duplicate_Rule',
                action: 'alert',
                message: 'Use one of these records?',
                matches: body.object,
                ...body
            };
            live.org().state.duplicateRules.push(rule as unknown as DuplicateRule);
        }
    },
    { at: 'DELETE /duplicate-rules', does: 'Removes them.', run: (live) => void (live.org().state.duplicateRules = []) }
];
