import { after } from 'node:test';
import { startOrg, type OrgOptions } from 'salesforce-simulator/org.ts';
import { requestDeploy } from 'salesforce-simulator/test/deploy-files.ts';
import { ownPackage } from 'salesforce-simulator/test/own-package.ts';
import { connectOrg } from '../../../src/salesforce/org.ts';
import { openSession, type SessionDependencies } from '../../../src/salesforce/rest/session.ts';
import type { OrgSettings } from '../../../src/salesforce/settings.ts';
import { memoryVault } from './memory-vault.ts';

type Json = Record<string, unknown>;

/**
 * A simulated org of its own for a test file, reached over HTTP. Our package is installed and its guide was followed,
 * unless the options say what is there.
 */
export async function simulatedOrg(options: OrgOptions = {}, more: Partial<OrgSettings> = {}) {
    const running = await startOrg({ ...(options.packages ? {} : ownPackage()), ...options });
    after(() => running.close());
    const settings: OrgSettings = {
        loginUrl: running.url,
        login: { flow: 'client-credentials', clientId: 'sandbox', clientSecret: 'sandbox' },
        apiVersion: '66.0',
        region: 'CA',
        related: ['Opportunity'],
        namespace: options.namespace,
        ...more
    };
    const dependencies: SessionDependencies = {
        vault: memoryVault(),
        connection: 'default',
        fetch,
        now: () => new Date()
    };
    const session = openSession(settings, dependencies);
    const control = async (method: 'GET' | 'POST' | 'DELETE', path: string, body?: Json): Promise<Json> => {
        const init =
            body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
        const response = await fetch(`${running.url}/_control${path}`, { method, ...init });
        const answer = (await response.json()) as Json;
        if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`);
        return answer;
    };
    /** As somebody of the org, the administrator when nobody is named. @returns the status and the answer */
    const as = async (
        username: string | undefined,
        method: string,
        path: string,
        body?: Json
    ): Promise<[number, Json]> => {
        const { access_token } = await control('POST', '/sessions', username === undefined ? {} : { username });
        const headers = { authorization: `Bearer ${String(access_token)}`, 'content-type': 'application/json' };
        const init = body === undefined ? {} : { body: JSON.stringify(body) };
        const response = await fetch(`${running.url}/services/data/v66.0${path}`, { method, headers, ...init });
        const text = await response.text();
        return [response.status, (text === '' ? {} : JSON.parse(text)) as Json];
    };
    return {
        as,
        url: running.url,
        settings,
        dependencies,
        session,
        control,
        org: connectOrg(settings, dependencies, session),
        records: async (type: string): Promise<Json[]> =>
            (await control('GET', `/records?type=${type}`)).records as Json[],
        seed: (records: readonly Json[]): Promise<Json> => control('POST', '/seed', { records })
    };
}

/** A record in the sObject tree form. */
export function record(type: string, referenceId: string, fields: Json): Json {
    return { attributes: { type, referenceId }, ...fields };
}

/** Deploys files by their path in the archive, as the administrator. @throws {Error} with what the org says when it refuses them */
export async function deploy(
    { url, control, as }: Awaited<ReturnType<typeof simulatedOrg>>,
    files: Readonly<Record<string, string>>
): Promise<void> {
    const { access_token } = await control('POST', '/sessions', {});
    const id = await requestDeploy(`${url}/services/data/v66.0`, String(access_token), files);
    const [, answer] = await as(undefined, 'GET', `/metadata/deployRequest/${id}?includeDetails=true`);
    const result = answer.deployResult as { readonly success: boolean; readonly details: unknown };
    if (!result.success) throw new Error(JSON.stringify(result.details));
}
