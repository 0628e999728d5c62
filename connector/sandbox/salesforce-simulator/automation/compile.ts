import { compileFormula, type Formula } from '../formula/compile.ts';
import type { Schema } from '../schema/schema.ts';
import type { SObject } from '../schema/types.ts';
import type { AssignmentRule, AutomationStep, StepAction, StepValue } from './steps.ts';

/** A step with its formulas compiled. */
export interface CompiledStep extends Omit<AutomationStep, 'condition'> {
    readonly condition: Formula | undefined;
    /** The formulas of its values, by field. */
    readonly formulas: ReadonlyMap<string, Formula>;
}

export interface CompiledAssignmentRule {
    readonly object: string;
    readonly entries: readonly {
        readonly condition: Formula | undefined;
        readonly owner: AssignmentRule['entries'][number]['owner'];
    }[];
}

/** @throws {Error} naming the step, and the object, field or function that the org does not have */
export function compileStep(schema: Schema, step: AutomationStep): CompiledStep {
    const where = `Automation ${step.name}`;
    const object = objectNamed(schema, step.object, where);
    const { action } = step;
    if (step.when === 'before' && (action.does === 'create' || action.does === 'update'))
        throw new Error(`${where}: other records are made and changed after a save, not before.`);
    const values = valuesOf(action);
    for (const target of targetsOf(schema, object, action, where)) {
        for (const field of Object.keys(values)) requireField(schema, target, field, where);
    }
    for (const value of Object.values(values)) checkValue(schema, object, value, where);
    return {
        ...step,
        object: object.name,
        condition: condition(schema, object, step.condition, where),
        formulas: new Map(
            Object.entries(values).flatMap(([field, value]) => formulaOf(schema, object, field, value, where))
        )
    };
}

/** @throws {Error} naming the rule, and the field or function that the org does not have */
export function compileAssignmentRule(schema: Schema, rule: AssignmentRule): CompiledAssignmentRule {
    const where = `Assignment rule ${rule.name}`;
    const object = objectNamed(schema, rule.object, where);
    const entries = rule.entries.map((entry) => ({
        owner: entry.owner,
        condition: condition(schema, object, entry.condition, where)
    }));
    return { object: object.name, entries };
}

/** The fields that an action sets, of the record itself or of another. */
export function valuesOf(action: StepAction): Readonly<Record<string, StepValue>> {
    return 'values' in action ? action.values : {};
}

/** The objects whose fields an action sets; none when a lookup can lead to any of several. */
function targetsOf(schema: Schema, object: SObject, action: StepAction, where: string): SObject[] {
    if (action.does === 'create') return [objectNamed(schema, action.object, where)];
    if (action.does !== 'update') return [object];
    requireField(schema, object, action.lookup, where);
    const lookup = schema.field(object, action.lookup);
    const names = action.object === undefined ? (lookup?.referenceTo ?? []) : [action.object];
    return names.map((name) => objectNamed(schema, name, where));
}

function checkValue(schema: Schema, object: SObject, value: StepValue, where: string): void {
    if (value === null || typeof value !== 'object') return;
    if ('field' in value) requireField(schema, object, value.field, where);
    if ('find' in value) requireField(schema, objectNamed(schema, value.find.object, where), value.find.field, where);
}

function formulaOf(
    schema: Schema,
    object: SObject,
    field: string,
    value: StepValue,
    where: string
): (readonly [string, Formula])[] {
    if (value === null || typeof value !== 'object' || !('formula' in value)) return [];
    return [[field, compileFormula(schema, object, value.formula, undefined, where)]];
}

function condition(schema: Schema, object: SObject, text: string | undefined, where: string): Formula | undefined {
    return text === undefined ? undefined : compileFormula(schema, object, text, 'boolean', where);
}

function objectNamed(schema: Schema, name: string, where: string): SObject {
    const object = schema.object(name);
    if (!object) throw new Error(`${where}: the org has no object ${name}.`);
    return object;
}

function requireField(schema: Schema, object: SObject, name: string, where: string): void {
    if (!schema.field(object, name)) throw new Error(`${where}: ${object.name} has no field ${name}.`);
}
