import { readFileSync } from 'node:fs';
import type { Habits } from 'salesforce-simulator/habits/habits.ts';
import { optionsOf } from 'salesforce-simulator/habits/options.ts';
import { startOrg } from 'salesforce-simulator/org.ts';
import { ownPackage } from 'salesforce-simulator/test/own-package.ts';

export type Row = Readonly<Record<string, unknown>>;

interface Seed {
    readonly records: readonly (Row & { readonly attributes: { readonly type: string } })[];
}

const SEED = JSON.parse(readFileSync(new URL('../../sandbox/day/org.json', import.meta.url), 'utf8')) as Seed;

/** An org with the day's people, in whose rules and automation it stands. */
export interface OrgOfHabits {
    readonly url: string;
    records(type: string): Promise<readonly Row[]>;
    /** What an administrator of the org asks for over REST. */
    asAdmin(method: 'GET' | 'POST', path: string, body?: Row): Promise<Row>;
    control(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<Row>;
    close(): Promise<void>;
}

/** @param habits absent: an org as it is new, with the package and nothing else */
export async function orgOfHabits(habits: Habits | undefined): Promise<OrgOfHabits> {
    const org = await startOrg({ ...ownPackage(), ...(habits === undefined ? {} : optionsOf(habits)) });
    const control: OrgOfHabits['control'] = (method, path, body) => ask(method, `${org.url}/_control${path}`, body);
    await control('POST', '/seed', habits === undefined ? SEED : seedOf(habits));
    return {
        url: org.url,
        control,
        records: async (type) => (await control('GET', `/records?type=${type}`))['records'] as readonly Row[],
        asAdmin: async (method, path, body) => {
            const { access_token: token } = await control('POST', '/sessions', {});
            return ask(method, `${org.url}/services/data/v66.0${path}`, body, {
                authorization: `Bearer ${String(token)}`
            });
        },
        close: () => org.close()
    };
}

/** People who were in the org before have the form that its rules ask for. */
function seedOf({ rulesThatRefuseCallLoggers: rules = [] }: Habits): Seed {
    const forms = rules.filter(({ mustMatch }) => mustMatch !== undefined);
    const inForm = (record: Seed['records'][number]): Seed['records'][number] =>
        forms
            .filter(({ object }) => object === record.attributes.type)
            .reduce((formed, { field = '' }) => ({ ...formed, [field]: plain(field, record[field]) }), record);
    return { records: SEED.records.map(inForm) };
}

function plain(field: string, value: unknown): unknown {
    if (typeof value !== 'string') return value;
    if (field.endsWith('Phone')) return value.replace(/\D/g, '').slice(-10);
    return value.normalize('NFD').replace(/[^a-zA-Z .]/g, '');
}

async function ask(method: string, url: string, body?: unknown, headers: Record<string, string> = {}): Promise<Row> {
    const json = body === undefined ? {} : { body: JSON.stringify(body) };
    const response = await fetch(url, { method, headers: { 'content-type': 'application/json', ...headers }, ...json });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${url}: ${text}`);
    return (text === '' ? {} : JSON.parse(text)) as Row;
}
