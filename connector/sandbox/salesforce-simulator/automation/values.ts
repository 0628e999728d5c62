import type { FormulaRecord } from '../formula/record-values.ts';
import type { OrgState } from '../org-state.ts';
import { isDeleted, type Row } from '../records/row.ts';
import { formatDateTime } from '../rules/values/dates.ts';
import { valuesOf, type CompiledStep } from './compile.ts';
import type { StepValue } from './steps.ts';

/** The values that a step puts into a record, in the form that a request would have them. */
export function stepValues(state: OrgState, step: CompiledStep, record: FormulaRecord): Record<string, unknown> {
    const entries = Object.entries(valuesOf(step.action)).map(([field, value]): [string, unknown] => {
        const formula = step.formulas.get(field);
        return [field, formula ? formula(state, record) : plainValue(state, record, value)];
    });
    return Object.fromEntries(entries);
}

function plainValue(state: OrgState, { object, next }: FormulaRecord, value: StepValue): unknown {
    if (value === null || typeof value !== 'object') return value;
    if ('find' in value) return findId(state, value.find.object, value.find.field, value.find.value);
    if (!('field' in value)) return null;
    const field = state.schema.field(object, value.field);
    const held = field && next[field.name];
    return field?.type === 'datetime' && typeof held === 'number' ? formatDateTime(held) : (held ?? null);
}

/** @throws {Error} when the org has no such record: the script is wrong, not the request */
export function findId(state: OrgState, objectName: string, field: string, value: string): string {
    const object = state.schema.object(objectName);
    const rows: Iterable<Row> = object ? state.tables.of(object).all() : [];
    for (const row of rows) if (row[field] === value && !isDeleted(row)) return String(row.Id);
    throw new Error(`The org's automation looks for a ${objectName} whose ${field} is ${value}, and there is none.`);
}
