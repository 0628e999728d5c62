import { after } from 'node:test';
import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { startOrg, type OrgOptions } from '../org.ts';

export const TOKEN = '00D000000000062EAA!contract';
export const V = '/services/data/v68.0';

/** A record of an answer, or any other object of one. */
export type Row = Readonly<Record<string, unknown>>;

/** What answers of several resources hold; a test reads what its resource has. */
export interface Body extends Row {
    readonly id: string;
    readonly records: readonly Row[];
    readonly sobjects: readonly { readonly name: string }[];
    readonly fields: readonly Described[];
    readonly childRelationships: readonly { readonly childSObject: string }[];
    readonly keyPrefix: string;
    readonly nextRecordsUrl: string;
    readonly compositeResponse: readonly SubAnswer[];
    readonly access_token: string;
    readonly refresh_token: string;
}

export interface SubAnswer {
    readonly referenceId: string;
    readonly httpStatusCode: number;
    readonly body: unknown;
}

export interface Described extends Row {
    readonly name: string;
    readonly length: number;
    readonly referenceTo: readonly string[];
}

/** One result of a collection. */
export interface Outcome {
    readonly id?: string;
    readonly success: boolean;
    readonly created?: boolean;
    readonly errors: readonly {
        readonly statusCode: string;
        readonly message: string;
        readonly fields: readonly string[];
    }[];
}

export interface Answered<Shape = Body> {
    readonly status: number;
    readonly body: Shape;
    readonly headers: Headers;
}

/** The first error of a refusal: `[{errorCode, message, fields}]`. */
export interface Refusal {
    readonly errorCode: string;
    readonly message: string;
    readonly fields?: readonly string[];
}

/** An org of its own for one test file, spoken to with nothing but fetch. */
export async function contractOrg(options: OrgOptions = {}) {
    const packages = [fileURLToPath(new URL('../../../../force-app', import.meta.url))];
    const org = await startOrg({ packages, accessToken: TOKEN, ...options });
    after(() => org.close());

    const call = async <Shape = Body>(
        method: string,
        path: string,
        body?: unknown,
        headers: Record<string, string> = {}
    ): Promise<Answered<Shape>> => {
        const address = path.startsWith('/') ? org.url + path : `${org.url}${V}/${path}`;
        const type = body === undefined ? {} : { 'content-type': 'application/json' };
        const response = await fetch(address, {
            method,
            headers: { authorization: `Bearer ${TOKEN}`, ...type, ...headers },
            ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) })
        });
        const text = await response.text();
        const isJson = /json/.test(response.headers.get('content-type') ?? '') && text !== '';
        return {
            status: response.status,
            body: (isJson ? JSON.parse(text) : text) as Shape,
            headers: response.headers
        };
    };
    const create = async (type: string, fields: Record<string, unknown>): Promise<string> => {
        const { status, body } = await call('POST', `sobjects/${type}`, fields);
        assert.equal(status, 201, JSON.stringify(body));
        return body.id;
    };
    return {
        url: org.url,
        call,
        create,
        /** @returns the error of a request that must be refused with this status */
        refused: async (status: number, method: string, path: string, body?: unknown): Promise<Refusal> => {
            const answer = await call<Refusal[]>(method, path, body);
            assert.equal(answer.status, status, JSON.stringify(answer.body).slice(0, 500));
            return answer.body[0] as Refusal;
        },
        query: async (soql: string, resource = 'query'): Promise<readonly Row[]> => {
            const { status, body } = await call('GET', `${resource}?q=${encodeURIComponent(soql)}`);
            assert.equal(status, 200, JSON.stringify(body));
            return body.records;
        },
        queryError: async (soql: string): Promise<Refusal> => {
            const { status, body } = await call<Refusal[]>('GET', `query?q=${encodeURIComponent(soql)}`);
            assert.equal(status, 400, JSON.stringify(body).slice(0, 500));
            return body[0] as Refusal;
        },
        record: async (type: string, id: string): Promise<Row> => (await call('GET', `sobjects/${type}/${id}`)).body,
        control: async (method: string, path: string, body?: unknown): Promise<Body> => {
            const answer = await call(method, `/_control${path}`, body);
            assert.equal(answer.status, 200, JSON.stringify(answer.body));
            return answer.body;
        }
    };
}
