import { unrestricted } from '../access/access.ts';
import type { FormulaRecord } from '../formula/record-values.ts';
import { OrgError, refused } from '../org-error.ts';
import type { Caller, OrgState } from '../org-state.ts';
import { idOf, type Row } from '../records/row.ts';
import { coerce } from '../rules/values/coerce.ts';
import type { SObject } from '../schema/types.ts';
import type { CompiledStep } from './compile.ts';
import type { AutomationStep } from './steps.ts';
import { stepValues } from './values.ts';

/** How automation saves other records; handed in, as a save runs automation itself. */
export interface Saves {
    readonly create: (state: OrgState, caller: Caller, object: SObject, values: Record<string, unknown>) => Row;
    readonly update: (
        state: OrgState,
        caller: Caller,
        object: SObject,
        id: string,
        values: Record<string, unknown>
    ) => Row;
}

/** Runs what happens before a record is checked. @returns the values that were set @throws {OrgError} when refused */
export function runBeforeSave(state: OrgState, record: FormulaRecord): Row {
    const set: Row = {};
    for (const step of stepsFor(state, record, 'before')) {
        const now = { ...record, next: { ...record.next, ...set } };
        if (!holds(state, step, now)) continue;
        refuseBy(state, step);
        if (step.action.does !== 'set') continue;
        for (const [name, value] of Object.entries(stepValues(state, step, now))) {
            const field = state.schema.field(record.object, name);
            if (field) set[field.name] = coerce(field, value);
        }
    }
    return set;
}

/** Runs what happens once a record is stored, in the same transaction. @throws {OrgError} when refused */
export function runAfterSave(state: OrgState, caller: Caller, record: FormulaRecord, saves: Saves): void {
    for (const step of stepsFor(state, record, 'after')) {
        const key = `${step.name} ${idOf(record.next)}`;
        if (state.transaction?.ran.has(key) === true || !holds(state, step, record)) continue;
        state.transaction?.ran.add(key);
        refuseBy(state, step);
        carryOut(state, caller, step, record, saves);
    }
}

function stepsFor(state: OrgState, { object, previous }: FormulaRecord, when: AutomationStep['when']): CompiledStep[] {
    const event = previous ? 'update' : 'create';
    return state.automation.filter(
        (step) => step.object === object.name && step.when === when && (step.on?.includes(event) ?? true)
    );
}

function holds(state: OrgState, step: CompiledStep, record: FormulaRecord): boolean {
    return step.condition === undefined || step.condition(state, record) === true;
}

/** @throws {OrgError} for a step that refuses, or that too many records break a limit of */
function refuseBy(state: OrgState, { name, object, action }: CompiledStep): void {
    if (action.does === 'refuse') {
        const fields = action.field === undefined ? [] : [action.field];
        throw refused('FIELD_CUSTOM_VALIDATION_EXCEPTION', action.message, fields);
    }
    if (action.does === 'limit' && (state.transaction?.records.get(object) ?? 0) > action.records) {
        throw refused(
            'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
            `${name}: System.LimitException: Too many SOQL queries: 101`
        );
    }
}

function carryOut(state: OrgState, caller: Caller, step: CompiledStep, record: FormulaRecord, saves: Saves): void {
    const { action } = step;
    // Automation sees and changes everything, in the name of whoever set it off.
    const system: Caller = { ...caller, access: unrestricted };
    const update = (object: SObject, id: string): void => {
        const values = stepValues(state, step, record);
        wrapped(step, 'update', () => saves.update(state, system, object, id, values));
    };
    if (action.does === 'set') update(record.object, idOf(record.next));
    if (action.does === 'update') {
        const id = record.next[action.lookup];
        const target = typeof id === 'string' ? state.schema.ofId(id) : undefined;
        if (target && (action.object === undefined || action.object === target.name)) update(target, String(id));
    }
    const made = action.does === 'create' ? state.schema.object(action.object) : undefined;
    if (made) {
        const values = stepValues(state, step, record);
        wrapped(step, 'create', () => saves.create(state, system, made, values));
    }
}

/** What is refused inside is a failure of the automation to whoever saved the first record. */
function wrapped(step: CompiledStep, what: 'create' | 'update', save: () => void): void {
    try {
        save();
    } catch (error) {
        if (!(error instanceof OrgError)) throw error;
        throw refused(
            'CANNOT_EXECUTE_FLOW_TRIGGER',
            `We can't save this record because the “${step.name}” process failed. Give your Salesforce admin these ` +
                `details. This error occurred when the flow tried to ${what} records: ${error.errorCode}: ` +
                `${error.message}. You can look up ExceptionCode values in the SOAP API Developer Guide.`
        );
    }
}
