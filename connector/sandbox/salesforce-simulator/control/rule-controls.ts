import type { Control } from './controls.ts';
import type { DuplicateRule } from '../rules/duplicate-rules.ts';
import { compileRule } from './rule-condition.ts';

/** Rules that a customer's admin would have set up. */
export const ruleControls: readonly Control[] = [
    {
        at: 'POST /validation-rules',
        does: 'object, when (a SOQL condition that is true of what must be refused), message, field.',
        run: (live, body) => {
            const { state, standing } = live.org();
            state.validationRules.push({
                object: String(body.object),
                message: String(body.message),
                ...(typeof body.field === 'string' ? { field: body.field } : {}),
                broken: compileRule(state, standing.adminId, String(body.object), String(body.when))
            });
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
