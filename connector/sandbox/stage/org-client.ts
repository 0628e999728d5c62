import fs from 'node:fs';
import path from 'node:path';
import { all, isTrue, trimmed } from 'salesforce-metadata/xml.ts';
import { FORCE_APP } from './build/tags.ts';
import { readMetadata } from './metadata.ts';

const API = '/services/data/v66.0';

export interface OrgRecord {
    readonly Id: string;
    readonly [field: string]: unknown;
}

/** The org as the stage's own server sees it: sessions for the chosen rights, and records for its page headers. */
export interface OrgClient {
    /** The access token and user of a session with these rights; kept, so that pages are one session. */
    session(rights: string): Promise<{ readonly token: string; readonly userId: string }>;
    /** `undefined` when the org has no such record, or the session may not see it. */
    query(rights: string, soql: string): Promise<readonly OrgRecord[]>;
}

interface SessionAnswer {
    readonly access_token: string;
    readonly user_id: string;
}

/** @param fetch the way to the org; a parameter for tests */
export function createOrgClient(orgUrl: string, username?: string): OrgClient {
    const sessions = new Map<string, Promise<{ token: string; userId: string }>>();
    const open = async (rights: string): Promise<{ token: string; userId: string }> => {
        const permissionSets = rights === 'admin' ? undefined : rights.split(',').filter(Boolean);
        const response = await fetch(`${orgUrl}/_control/sessions`, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ ...(permissionSets ? { permissionSets } : {}), ...(username ? { username } : {}) })
        });
        if (!response.ok) throw new Error(`The org opened no session: ${response.status} ${await response.text()}`);
        const answer = (await response.json()) as SessionAnswer;
        return { token: answer.access_token, userId: answer.user_id };
    };
    const session = (rights: string): Promise<{ token: string; userId: string }> => {
        const known = sessions.get(rights) ?? open(rights);
        sessions.set(rights, known);
        known.catch(() => sessions.delete(rights));
        return known;
    };
    return {
        session,
        query: async (rights, soql) => {
            const { token } = await session(rights);
            const response = await fetch(`${orgUrl}${API}/query?q=${encodeURIComponent(soql)}`, {
                headers: { authorization: `Bearer ${token}` }
            });
            if (!response.ok) return [];
            return ((await response.json()) as { records: OrgRecord[] }).records;
        }
    };
}

/** The package's permission sets, with the custom permissions that each one grants. */
function permissionSets(): readonly { readonly name: string; readonly grants: readonly string[] }[] {
    const dir = path.join(FORCE_APP, 'permissionsets');
    return fs
        .readdirSync(dir)
        .sort()
        .map((file) => {
            const granted = all(readMetadata(path.join(dir, file)), 'customPermissions').filter((one) =>
                isTrue(one, 'enabled')
            );
            const grants = granted.flatMap((one) => trimmed(one, 'name') ?? []);
            return { name: file.replace('.permissionset-meta.xml', ''), grants };
        });
}

/** Custom permissions of somebody with these rights; an administrator of the package has them all. */
export function grantsOf(rights: string): readonly string[] {
    const sets = permissionSets();
    const held = rights === 'admin' ? sets : sets.filter(({ name }) => rights.split(',').includes(name));
    return [...new Set(held.flatMap(({ grants }) => grants))];
}
