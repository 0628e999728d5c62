import type { Request } from 'express';
import { badRequest, Refusal, type Fault } from './refusal.ts';

/** What an endpoint says of one query parameter. A parameter or an operator that it does not declare is refused. */
export interface Parameter {
    readonly type?: 'string' | 'integer' | 'date-time';
    readonly required?: boolean;
    /** `comma`: `a,b` in one value (dated). `repeat`: the parameter repeated (v1). */
    readonly list?: 'comma' | 'repeat';
    readonly max?: number;
    readonly oneOf?: readonly string[];
    readonly pattern?: RegExp;
    readonly range?: readonly [number, number];
}

export interface Query {
    one(name: string): string | undefined;
    many(name: string): readonly string[] | undefined;
    int(name: string): number | undefined;
    /** Milliseconds since the epoch. */
    time(name: string): number | undefined;
    /** Whether a value passes both `name=` and `name[in]=`, as far as they were given. */
    admits(name: string, ...values: readonly (string | null)[]): boolean;
}

const ISO_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

/** @throws {Refusal} 400 with every fault, each under `/query/<name>` */
export function readQuery(request: Request, declared: Readonly<Record<string, Parameter>>): Query {
    const given = request.query as Record<string, string | string[] | undefined>;
    const faults: Fault[] = [];
    const values = new Map<string, readonly string[]>();
    for (const [name, value] of Object.entries(given)) {
        const parameter = declared[name];
        if (!parameter) {
            faults.push({ path: `/query/${name}`, message: `Unexpected property`, value, schema: { type: 'never' } });
            continue;
        }
        const read = readValues(value, parameter);
        const wrong = faultOf(read, parameter);
        if (wrong)
            faults.push({ path: `/query/${name}`, message: wrong, value, schema: { type: schemaType(parameter) } });
        values.set(name, read);
    }
    for (const [name, parameter] of Object.entries(declared)) {
        if (parameter.required && !(name in given)) {
            faults.push({
                path: `/query/${name}`,
                message: 'Expected required property',
                schema: { type: schemaType(parameter) }
            });
        }
    }
    if (faults.length > 0) throw new Refusal(400, 'Invalid request', faults);
    const one = (name: string): string | undefined => values.get(name)?.[0];
    return {
        one,
        many: (name) => values.get(name),
        int: (name) => (one(name) === undefined ? undefined : Number(one(name))),
        admits: (name, ...own) =>
            [values.get(name), values.get(`${name}[in]`)].every(
                (wanted) => wanted === undefined || own.some((value) => value !== null && wanted.includes(value))
            ),
        time: (name) => (one(name) === undefined ? undefined : Date.parse(one(name) ?? ''))
    };
}

/** @throws {Refusal} 400 when an id in the path doesn't have its prefix (`SYU…` where a `US…` is asked) */
export function pathId(request: Request, name: string, pattern: RegExp): string {
    const value = String(request.params[name]);
    if (pattern.test(value)) return value;
    throw badRequest({
        path: `/params/${name}`,
        message: `Expected string to match '${pattern.source}'`,
        value,
        schema: { type: 'string' }
    });
}

function readValues(value: string | string[] | undefined, parameter: Parameter): readonly string[] {
    const list = value === undefined ? [] : Array.isArray(value) ? value : [value];
    return parameter.list === 'comma' ? list.flatMap((one) => one.split(',')) : list;
}

function faultOf(values: readonly string[], parameter: Parameter): string | undefined {
    if (!parameter.list && values.length !== 1) return 'Expected one value';
    if (parameter.max !== undefined && values.length > parameter.max) {
        return `Expected array length to be less or equal to ${parameter.max}`;
    }
    return values.map((value) => faultOfOne(value, parameter)).find((fault) => fault !== undefined);
}

function faultOfOne(value: string, parameter: Parameter): string | undefined {
    if (parameter.type === 'integer') {
        const [low, high] = parameter.range ?? [0, Number.MAX_SAFE_INTEGER];
        if (!/^\d+$/.test(value) || Number(value) < low || Number(value) > high) {
            return `Expected integer from ${low} to ${high}`;
        }
    }
    if (parameter.type === 'date-time' && (!ISO_TIME.test(value) || Number.isNaN(Date.parse(value)))) {
        return `Expected string to match 'date-time' format`;
    }
    if (parameter.oneOf && !parameter.oneOf.includes(value)) return `Expected one of ${parameter.oneOf.join(', ')}`;
    if (parameter.pattern && !parameter.pattern.test(value)) {
        return `Expected string to match '${parameter.pattern.source}'`;
    }
    return value === '' ? 'Expected a value' : undefined;
}

function schemaType(parameter: Parameter): string {
    return parameter.list ? 'array' : parameter.type === 'integer' ? 'integer' : 'string';
}
