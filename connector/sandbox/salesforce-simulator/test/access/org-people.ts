import { fileURLToPath } from 'node:url';
import { contractOrg, type Answered, type Body, type Refusal, type Row } from '../contract-org.ts';
import type { OrgOptions } from '../../org.ts';

/** Permission sets that tests give to people: each has one thing in it. */
export const METADATA = fileURLToPath(new URL('../metadata', import.meta.url));

/** What an admin gives a user. */
export interface SetUp {
    readonly profile?: string;
    readonly role?: string;
    readonly permissionSets?: readonly string[];
}

/** A user with a session of their own. */
export interface Person {
    readonly id: string;
    call<Shape = Refusal[]>(method: string, path: string, body?: unknown): Promise<Answered<Shape>>;
    /** The code of a refusal, or the status. */
    outcome(method: string, path: string, body?: unknown): Promise<string>;
    /** Ids, or the first selected field that is none, of what a query finds. */
    rows(soql: string): Promise<readonly Row[]>;
    /** For a request that is no JSON. */
    authorization(): string;
    make(type: string, fields: Record<string, unknown>): Promise<string>;
}

/** An org with people in it: each is set up and signs in under a name. */
export async function orgWithPeople(options: OrgOptions = {}) {
    const org = await contractOrg(options);
    const sign = async (username: string): Promise<Person> => {
        const { access_token: token, user_id: id } = await org.control('POST', '/sessions', { username });
        const call = <Shape = Refusal[]>(method: string, path: string, body?: unknown): Promise<Answered<Shape>> =>
            org.call<Shape>(method, path, body, { authorization: `Bearer ${token}` });
        return {
            id: String(id),
            call,
            outcome: async (method, path, body) => {
                const answer = await call(method, path, body);
                return answer.status < 300 ? String(answer.status) : (answer.body[0]?.errorCode ?? '');
            },
            rows: async (soql) => {
                const answer = await call<Body>('GET', `query?q=${encodeURIComponent(soql)}`);
                if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
                return answer.body.records;
            },
            authorization: () => `Bearer ${token}`,
            make: async (type, fields) => {
                const answer = await call<Body>('POST', `sobjects/${type}`, fields);
                if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
                return answer.body.id;
            }
        };
    };
    return {
        ...org,
        person: async (name: string, setUp: SetUp = {}): Promise<Person> => {
            const username = `${name}@people.example`;
            const usual = { profile: 'Standard User', role: 'EasternSalesTeam', permissionSets: [] };
            await org.control('POST', '/users', { username, ...usual, ...setUp });
            return sign(username);
        },
        /** Whoever a client with credentials of its own works as. */
        integration: () => sign(options.runAs?.username ?? ''),
        share: (models: Record<string, string>) => org.control('POST', '/sharing', models),
        seed: (records: readonly Record<string, unknown>[]) =>
            org.control('POST', '/seed', { records }) as unknown as Promise<Record<string, string>>
    };
}

/** A record of a seed. */
export function row(type: string, referenceId: string, fields: Record<string, unknown>): Record<string, unknown> {
    return { attributes: { type, referenceId }, ...fields };
}
