import type { FormulaRecord } from '../formula/record-values.ts';
import type { OrgState } from '../org-state.ts';
import { findId } from './values.ts';

/** The owner that the assignment rule gives a record; `undefined` when no entry is about it. */
export function assignedOwner(state: OrgState, record: FormulaRecord): string | undefined {
    const rule = state.assignmentRules.find(({ object }) => object === record.object.name);
    const entry = rule?.entries.find(({ condition }) => condition === undefined || condition(state, record) === true);
    if (!entry) return undefined;
    const { owner } = entry;
    return 'user' in owner
        ? findId(state, 'User', 'Username', owner.user)
        : findId(state, 'Group', 'DeveloperName', owner.queue);
}
