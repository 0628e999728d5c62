import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { TestContext } from 'node:test';
import { z } from 'zod';
import { startQuo, type ApiRequest, type QuoOptions, type RunningQuo } from 'quo-simulator/quo.ts';

type Schema = Parameters<typeof z.fromJSONSchema>[0];
interface Parameter {
    readonly in: 'query' | 'path' | 'header';
    readonly name: string;
    readonly required?: boolean;
    readonly schema: Schema;
}
interface Operation {
    readonly parameters?: readonly Parameter[];
    readonly requestBody?: { readonly content: { readonly 'application/json': { readonly schema: Schema } } };
}

const { paths } = JSON.parse(
    readFileSync(new URL('../../fixtures/quo-contacts.openapi.json', import.meta.url), 'utf8')
) as { readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> };

/**
 * Holds a request against what Quo publishes. Paths that the description does not have are passed over, except those of
 * v1: we make no other request there. Keys that it does not name are refused, so that a misspelt one is found.
 *
 * @throws {Error} naming what is not as published
 */
export function checkPublished({ method, path, headers, body }: ApiRequest): void {
    const url = new URL(path, 'http://quo');
    const template = Object.keys(paths).find((one) =>
        new RegExp(`^${one.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(url.pathname)
    );
    const operation = template === undefined ? undefined : paths[template]?.[method.toLowerCase()];
    if (operation === undefined) {
        assert.ok(!url.pathname.startsWith('/v1/'), `${method} ${url.pathname} is not in the description`);
        return;
    }
    const { parameters = [], requestBody } = operation;
    checkQuery(url.searchParams, parameters);
    for (const { name, schema } of parameters.filter((one) => one.in === 'header'))
        z.fromJSONSchema(schema).parse(headers[name.toLowerCase()]);
    if (requestBody === undefined) assert.equal(body, undefined);
    else z.fromJSONSchema(closed(requestBody.content['application/json'].schema) as Schema).parse(body);
}

function checkQuery(query: URLSearchParams, parameters: readonly Parameter[]): void {
    const declared = new Map(parameters.flatMap((one) => (one.in === 'query' ? [[one.name, one]] : [])));
    for (const name of new Set(query.keys())) {
        const parameter = declared.get(name);
        assert.ok(parameter, `the parameter ${name} is not in the description`);
        const type: unknown = Reflect.get(parameter.schema as object, 'type');
        const values = query.getAll(name);
        const told = type === 'array' ? values : type === 'integer' ? Number(values[0]) : values[0];
        assert.ok(type === 'array' || values.length === 1, `the parameter ${name} is there twice`);
        z.fromJSONSchema(parameter.schema).parse(told);
    }
    for (const { name, required } of declared.values()) assert.ok(!required || query.has(name), `${name} is missing`);
}

/** Objects without further keys. What `allOf` joins is closed as a whole: each part alone would refuse the other's. */
function closed(schema: unknown): unknown {
    if (Array.isArray(schema)) return (schema as unknown[]).map(closed);
    if (typeof schema !== 'object' || schema === null) return schema;
    const own = schema as Readonly<Record<string, unknown>>;
    if (Array.isArray(own['allOf'])) return closed(joined(own['allOf'] as readonly Joinable[]));
    const parts = Object.entries(own).map(([key, value]) => [
        key,
        key === 'properties'
            ? Object.fromEntries(Object.entries(value as object).map(([name, one]) => [name, closed(one)]))
            : closed(value)
    ]);
    return { ...Object.fromEntries(parts), ...(own['type'] === 'object' && { additionalProperties: false }) };
}

interface Joinable {
    readonly required?: readonly string[];
    readonly properties?: Readonly<Record<string, unknown>>;
    readonly anyOf?: readonly Joinable[];
}

/** An object's parts and its alternatives as alternatives of whole objects. */
function joined([common = {}, { anyOf = [] } = {}]: readonly Joinable[]): unknown {
    return {
        anyOf: anyOf.map((one) => ({
            type: 'object',
            required: [...(common.required ?? []), ...(one.required ?? [])],
            properties: { ...common.properties, ...one.properties }
        }))
    };
}

/** A simulated Quo that holds every request that reaches it against what Quo publishes; the test fails by the first that differs. */
export async function checkedQuo(t: TestContext, options: QuoOptions = {}): Promise<RunningQuo> {
    const { onRequest, verdict } = publishedOnly();
    const quo = await startQuo({ ...options, onRequest });
    t.after(async () => {
        await quo.close();
        verdict();
    });
    return quo;
}

/** `verdict` throws what the first request that differed did wrong. */
export function publishedOnly(): { readonly onRequest: (request: ApiRequest) => void; readonly verdict: () => void } {
    let fault: unknown;
    return {
        onRequest: (request) => {
            try {
                checkPublished(request);
            } catch (error) {
                fault ??= new Error(`${request.method} ${request.path}`, { cause: error });
            }
        },
        verdict: () => {
            if (fault !== undefined) throw fault as Error;
        }
    };
}
