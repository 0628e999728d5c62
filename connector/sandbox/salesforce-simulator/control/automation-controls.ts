import { compileAssignmentRule, compileStep } from '../automation/compile.ts';
import { assignmentRuleSchema, stepSchema } from '../automation/steps.ts';
import { setReadOnly } from '../rules/maintenance.ts';
import type { Control } from './controls.ts';
import { parsed } from './parsed.ts';

/** What a customer's triggers, flows and assignment rules would do, and the platform's own maintenance. */
export const automationControls: readonly Control[] = [
    {
        at: 'POST /automation',
        does:
            'A step of automation: name, object, when (before | after), on (create, update), condition (a formula), and ' +
            'action: {does: set, values} | {does: refuse, message, field} | {does: update, lookup, object, values} | ' +
            '{does: create, object, values} | {does: limit, records}. A value is a literal, {formula}, {field} or {find: {object, field, value}}.',
        run: (live, body) => {
            const { state } = live.org();
            state.automation.push(compileStep(state.schema, parsed(stepSchema, body)));
        }
    },
    { at: 'DELETE /automation', does: 'Removes every step.', run: (live) => void (live.org().state.automation = []) },
    {
        at: 'POST /assignment-rules',
        does: 'The rule by which leads get owners: object, name, entries of condition (a formula) and owner ({user} | {queue}).',
        run: (live, body) => {
            const { state } = live.org();
            state.assignmentRules = [compileAssignmentRule(state.schema, parsed(assignmentRuleSchema, body))];
        }
    },
    {
        at: 'DELETE /assignment-rules',
        does: 'Removes it.',
        run: (live) => void (live.org().state.assignmentRules = [])
    },
    {
        at: 'POST /maintenance',
        does: 'on: true refuses every insert, update and delete until on: false.',
        run: (live, { on }) => {
            if (typeof on !== 'boolean') throw new Error('on must be true or false.');
            setReadOnly(live.org().state, on);
        }
    }
];
