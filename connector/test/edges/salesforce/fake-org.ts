import type { SessionDependencies } from '../../../src/salesforce/rest/session.ts';
import type { OrgSettings } from '../../../src/salesforce/settings.ts';
import type { Vault } from '../../../src/contracts/vault.ts';
import { memoryVault } from './memory-vault.ts';

export const ROOT = '/services/data/v66.0';
export const SETTINGS: OrgSettings = {
    loginUrl: 'https://acme.my.salesforce.com',
    login: { flow: 'client-credentials', clientId: 'client', clientSecret: 'secret' },
    apiVersion: '66.0',
    region: 'CA',
    related: ['Opportunity']
};

export interface Asked {
    readonly method: string;
    /** With query, decoded. */
    readonly path: string;
    readonly headers: Headers;
    readonly body: unknown;
    readonly form?: URLSearchParams | undefined;
    readonly signal?: AbortSignal | null | undefined;
}

export type Reply = {
    readonly status?: number;
    readonly body?: unknown;
    readonly headers?: Record<string, string>;
};
type Answer = (asked: Asked) => Reply | Promise<Reply>;

/** An org that answers as told, and remembers what it was asked; sign-in works unless told otherwise. */
export function fakeOrg(answer: Answer, signIn: Answer = token('token-1')) {
    const asked: Asked[] = [];
    const signIns: URLSearchParams[] = [];
    const fetch: typeof globalThis.fetch = async (input, init = {}) => {
        const url = new URL(input instanceof Request ? input.url : input);
        const isForm = url.pathname.startsWith('/services/oauth2/');
        const { body: sent } = init;
        const text = typeof sent === 'string' || sent instanceof URLSearchParams ? sent.toString() : undefined;
        const request: Asked = {
            method: init.method ?? 'GET',
            path: decodeURIComponent(url.pathname + url.search),
            headers: new Headers(init.headers),
            body: text === undefined || isForm ? undefined : (JSON.parse(text) as unknown),
            form: isForm ? new URLSearchParams(text) : undefined,
            signal: init.signal
        };
        if (request.form !== undefined) signIns.push(request.form);
        else asked.push(request);
        const reply = await (isForm ? signIn : answer)(request);
        const body = reply.body === undefined ? null : JSON.stringify(reply.body);
        return new Response(body, {
            status: reply.status ?? 200,
            headers: { 'content-type': 'application/json;charset=UTF-8', ...reply.headers }
        });
    };
    return { asked, signIns, fetch, dependencies: dependencies(fetch) };
}

export function dependencies(fetch: typeof globalThis.fetch, vault: Vault = memoryVault()): SessionDependencies {
    return { vault, connection: 'default', fetch, now: () => new Date('2026-11-20T16:00:00Z') };
}

export function token(accessToken: string, more: Record<string, string> = {}): Answer {
    return () => ({
        body: {
            access_token: accessToken,
            token_type: 'Bearer',
            instance_url: 'https://acme.my.salesforce.com',
            id: 'https://login.salesforce.com/id/00D5e000000AbcDEAS/0055e000000UserAAA',
            ...more
        }
    });
}

export function refusal(errorCode: string, message = 'said so', fields: readonly string[] = []): Reply['body'] {
    return [{ errorCode, message, fields }];
}
