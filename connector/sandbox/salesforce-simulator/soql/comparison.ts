import type { Condition, ConditionWithValueQuery, ValueQueryCondition } from '@jetstreamapp/soql-parser-js';
import type { Value } from '../records/row.ts';
import type { Field } from '../schema/types.ts';
import { compareValues, keyOf, likePattern } from './compare.ts';
import { rangeOf, type DayRange } from './date-literals.ts';
import { at, malformed } from './errors.ts';
import { literalValue, unquote } from './literals.ts';
import type { Scope } from './scope.ts';
import { dayOf, startOfDay } from './time-zone.ts';

/** What `field operator literal` asks of the field's value. */
export interface Comparison {
    readonly holds: (value: Value) => boolean;
    /** The only values that it can hold for; `undefined` when it is no equality, or holds for empty fields too. */
    readonly equals?: readonly Value[];
    /** The least value that it can hold for. */
    readonly from?: Value;
}

type Leaf = Exclude<Condition | ConditionWithValueQuery, ValueQueryCondition>;
type Holds = Comparison['holds'];

const TEXTLESS = new Set([
    'id',
    'reference',
    'boolean',
    'int',
    'double',
    'currency',
    'percent',
    'date',
    'datetime',
    'JunctionIdList'
]);

/** Compiles one comparison with literals. @throws {OrgError} when the field cannot be compared so */
export function compileComparison(scope: Scope, field: Field, leaf: Leaf): Comparison {
    if (!('operator' in leaf) || !('value' in leaf)) throw malformed("unexpected token: ')'");
    const operator: string = (leaf.operator as string) === '<>' ? '!=' : leaf.operator;
    const values = Array.isArray(leaf.value) ? leaf.value : [leaf.value];
    const types = Array.isArray(leaf.literalType) ? leaf.literalType : values.map(() => leaf.literalType as string);
    if (types.some((type) => type === 'APEX_BIND_VARIABLE')) throw malformed("unexpected token: ':'");
    if (operator === 'LIKE') return { holds: like(scope, field, values[0] as string, types[0] as string) };
    if (operator === 'INCLUDES' || operator === 'EXCLUDES') {
        return { holds: includes(scope, field, values, operator === 'INCLUDES') };
    }
    const isEquality = operator === 'IN' || operator === 'NOT IN' || operator === '=' || operator === '!=';
    if (types.some(isDateLiteral)) {
        if (!isEquality) return { holds: besideRange(rangeFor(scope, field, values[0] as string), operator) };
        const tests = values.map((value, index) =>
            isDateLiteral(types[index] as string)
                ? within(rangeFor(scope, field, value))
                : equality(field, [literalValue(scope.text, field, value, types[index] as string)], true).holds
        );
        const positive = operator === 'IN' || operator === '=';
        return { holds: (value) => tests.some((test) => test(value)) === positive };
    }
    const wanted = values.map((value, index) => literalValue(scope.text, field, value, types[index] as string));
    if (isEquality) return equality(field, wanted, operator === 'IN' || operator === '=');
    return ordering(scope, field, wanted[0], operator);
}

function isDateLiteral(type: string): boolean {
    return type === 'DATE_LITERAL' || type === 'DATE_N_LITERAL';
}

function equality(field: Field, wanted: readonly Value[], positive: boolean): Comparison {
    const keys = new Set(wanted.map((value) => keyOf(field, value)));
    const holds: Holds = (value) => keys.has(keyOf(field, value)) === positive;
    return positive && !keys.has(null) ? { holds, equals: wanted } : { holds };
}

function ordering(scope: Scope, field: Field, limit: Value, operator: string): Comparison {
    if (field.type === 'boolean') {
        throw at(scope.text, field.name, 'INVALID_QUERY_FILTER_OPERATOR', 'invalid operator on boolean field');
    }
    const accepts = (sign: number): boolean =>
        operator === '<' ? sign < 0 : operator === '>' ? sign > 0 : operator === '<=' ? sign <= 0 : sign >= 0;
    const holds: Holds = (value) => {
        if (value === undefined || value === null || limit === null || limit === undefined) return false;
        return accepts(compareValues(field, value, limit));
    };
    return operator.startsWith('>') ? { holds, from: limit } : { holds };
}

function like(scope: Scope, field: Field, literal: string, type: string): Holds {
    if (TEXTLESS.has(field.type)) {
        throw at(scope.text, field.name, 'INVALID_QUERY_FILTER_OPERATOR', `invalid operator on ${field.type} field`);
    }
    if (type !== 'STRING') literalValue(scope.text, field, literal, type);
    const pattern = likePattern(unquote(literal, true), field.caseSensitive);
    return (value) => typeof value === 'string' && pattern.test(value);
}

function includes(scope: Scope, field: Field, literals: readonly string[], positive: boolean): Holds {
    if (field.type !== 'multipicklist') {
        throw at(
            scope.text,
            field.name,
            'INVALID_QUERY_FILTER_OPERATOR',
            'includes and excludes operators are only valid on multipicklist fields'
        );
    }
    const wanted = literals.map((literal) => unquote(literal).toLowerCase().split(';'));
    return (value) => {
        const chosen = String(value ?? '')
            .toLowerCase()
            .split(';');
        return wanted.some((all) => all.every((one) => chosen.includes(one))) === positive;
    };
}

interface Range {
    readonly start: Value;
    readonly end: Value;
}

function rangeFor(scope: Scope, field: Field, literal: string): Range {
    const { timeZone } = scope.state.settings;
    const days: DayRange = rangeOf(literal, dayOf(scope.state.now(), timeZone));
    if (field.type === 'date') return days;
    if (field.type === 'datetime') {
        return { start: startOfDay(days.start, timeZone), end: startOfDay(days.end, timeZone) };
    }
    throw at(
        scope.text,
        field.name,
        'INVALID_FIELD',
        `value of filter criterion for field '${field.name}' must be of type ${field.type} and should be enclosed in quotes`
    );
}

function within({ start, end }: Range): Holds {
    return (value) => isThere(value) && isThere(start) && isThere(end) && value >= start && value < end;
}

function besideRange({ start, end }: Range, operator: string): Holds {
    return (value) => {
        if (!isThere(value) || !isThere(start) || !isThere(end)) return false;
        if (operator === '<') return value < start;
        if (operator === '>') return value >= end;
        return operator === '<=' ? value < end : value >= start;
    };
}

function isThere(value: Value): value is string | number {
    return value !== undefined && value !== null;
}
