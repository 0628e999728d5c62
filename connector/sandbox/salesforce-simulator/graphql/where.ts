import { badRequest } from '../org-error.ts';
import type { OrgState } from '../org-state.ts';
import type { Field, SObject } from '../schema/types.ts';

type Input = Readonly<Record<string, unknown>>;

const SIGNS: Readonly<Record<string, string>> = {
    eq: '=',
    ne: '!=',
    lt: '<',
    gt: '>',
    lte: '<=',
    gte: '>=',
    like: 'LIKE',
    in: 'IN',
    nin: 'NOT IN',
    includes: 'INCLUDES',
    excludes: 'EXCLUDES'
};

/**
 * A filter as the SOQL condition that means the same, so that both languages find the same records.
 *
 * @param prefix the way from the queried object: `Account.`
 * @returns an empty text when the filter asks nothing
 */
export function whereText(state: OrgState, object: SObject, filter: Input, prefix = ''): string {
    const parts = Object.entries(filter).flatMap(([name, value]) => {
        const part = partText(state, object, name, value, prefix);
        return part === '' ? [] : [part];
    });
    return joined(parts, 'AND');
}

function joined(parts: readonly string[], word: 'AND' | 'OR'): string {
    return parts.length > 1 ? `(${parts.join(` ${word} `)})` : (parts[0] ?? '');
}

function partText(state: OrgState, object: SObject, name: string, value: unknown, prefix: string): string {
    if (value === null || value === undefined) return '';
    if (name === 'and' || name === 'or') {
        const parts = (Array.isArray(value) ? value : [value]).map((item) =>
            whereText(state, object, item as Input, prefix)
        );
        return joined(
            parts.filter((part) => part !== ''),
            name === 'and' ? 'AND' : 'OR'
        );
    }
    if (name === 'not') {
        const part = whereText(state, object, value as Input, prefix);
        return part === '' ? '' : `(NOT ${part})`;
    }
    const field = state.schema.field(object, name);
    if (field) {
        const conditions = Object.entries(value as Input).map(([operator, operand]) =>
            condition(field, prefix, operator, operand)
        );
        return joined(conditions, 'AND');
    }
    return relationText(state, object, name, value as Input, prefix);
}

function relationText(state: OrgState, object: SObject, name: string, value: Input, prefix: string): string {
    const lookup = state.schema.relationship(object, name);
    if (!lookup) throw badRequest('INVALID_FIELD', `Didn't understand relationship '${name}' in field path.`);
    const path = `${prefix}${lookup.relationshipName}.`;
    const [only, ...others] = lookup.referenceTo;
    const target = others.length === 0 && only !== undefined ? state.schema.object(only) : undefined;
    if (target) return whereText(state, target, value, path);
    // A polymorphic parent is filtered by object: what it must be, and what must hold for it then.
    const branches = Object.entries(value).map(([type, filter]) => {
        const parent = state.schema.object(type);
        const inner = parent ? whereText(state, parent, filter as Input, path) : '';
        return joined([`${path}Type = '${type}'`, ...(inner === '' ? [] : [inner])], 'AND');
    });
    return joined(branches, 'AND');
}

function condition(field: Field, prefix: string, operator: string, operand: unknown): string {
    const path = `${prefix}${field.name}`;
    const sign = SIGNS[operator];
    if (sign === undefined)
        throw badRequest('INVALID_FIELD', `The operator ${operator} is not supported on ${field.name}.`);
    const isPattern = operator === 'like';
    if (Array.isArray(operand)) {
        return `${path} ${sign} (${operand.map((item) => literal(field, item, isPattern)).join(', ')})`;
    }
    return `${path} ${sign} ${literal(field, operand, isPattern)}`;
}

const NUMBER = /^[+-]?\d+(\.\d+)?$/;
const DATE_OR_TIME = /^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:?\d{2}))?$/;

/** @throws {OrgError} INVALID_ARGUMENT for a text that is no value of the field's type: nothing else may reach the SOQL */
function literal(field: Field, operand: unknown, isPattern: boolean): string {
    if (operand === null || operand === undefined) return 'null';
    if (field.type === 'date' || field.type === 'datetime') return dateLiteral(field, operand as Input);
    if (typeof operand === 'number' || typeof operand === 'boolean') return String(operand);
    if (['int', 'double', 'currency', 'percent', 'boolean'].includes(field.type)) {
        if (typeof operand === 'string' && NUMBER.test(operand)) return operand;
        throw invalidValue(field, operand);
    }
    return quoted(operand as string, isPattern);
}

function invalidValue(field: Field, operand: unknown): Error {
    return badRequest('INVALID_ARGUMENT', `${JSON.stringify(operand)} is no value of ${field.name}.`);
}

/** A SOQL literal. `\%` and `\_` of a LIKE pattern stay what they are. */
function quoted(text: string, isPattern: boolean): string {
    const escaped = text
        .replace(isPattern ? /\\(?![%_])/g : /\\/g, '\\\\')
        .replaceAll("'", "\\'")
        .replaceAll('\n', '\\n')
        .replaceAll('\r', '\\r');
    return `'${escaped}'`;
}

function dateLiteral(field: Field, operand: Input): string {
    const { value, literal: named, range } = operand;
    if (typeof value === 'string') {
        if (!DATE_OR_TIME.test(value)) throw invalidValue(field, value);
        return value;
    }
    if (typeof named === 'string') return named;
    const [entry] = Object.entries((range ?? {}) as Record<string, number>);
    return entry ? `${entry[0].toUpperCase()}:${entry[1]}` : 'null';
}

/** `orderBy` as the SOQL that means the same; the keys' order is the order of importance. */
export function orderText(state: OrgState, object: SObject, order: Input, prefix = ''): string[] {
    return Object.entries(order).flatMap(([name, value]): string[] => {
        if (value === null || value === undefined) return [];
        const field = state.schema.field(object, name);
        if (field) {
            const { order: direction, nulls } = value as { order?: string; nulls?: string };
            return [`${prefix}${field.name} ${direction ?? 'ASC'} NULLS ${nulls ?? 'FIRST'}`];
        }
        const lookup = state.schema.relationship(object, name);
        const parent = lookup && state.schema.object(lookup.referenceTo[0] ?? '');
        return lookup && parent ? orderText(state, parent, value as Input, `${prefix}${lookup.relationshipName}.`) : [];
    });
}
