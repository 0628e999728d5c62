import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadPeople } from 'sandbox-day/people.ts';
import { loadScenario, scenarioNames } from 'sandbox-day/scenarios.ts';
import { openWorld, type World } from './world.ts';

const SEED = new URL('../../sandbox/day/org.json', import.meta.url);
/** Of people and companies; a shorter word can be part of any other. */
const NAMED = ['FirstName', 'LastName', 'Name', 'Company', 'Email', 'Username'];
const SHORTEST = 5;
/** What scenarios expect in words of ours: a closed value of how a call ended. */
const OURS: ReadonlySet<string> = new Set(['handled by Sona']);

function textsIn(value: unknown): readonly string[] {
    if (typeof value === 'string') return [value];
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** Everything that somebody said, is called or can be reached at in the simulated day. */
function privateTexts(names: readonly string[]): ReadonlySet<string> {
    const { records } = JSON.parse(readFileSync(SEED, 'utf8')) as { records: Record<string, unknown>[] };
    const called = records.flatMap((record) => NAMED.map((field) => record[field]));
    const numbers = Object.values(loadPeople()).map(({ number }) => number.replace(/^\+1?/, ''));
    const said = names.flatMap((name) => textsIn(loadScenario(name)).filter((text) => /\s.*\s/.test(text)));
    return new Set(
        [...called, ...numbers, ...said]
            .filter((text) => typeof text === 'string')
            .filter((text) => text.length >= SHORTEST && !OURS.has(text))
    );
}

/** Each also as JSON has it. */
function asStored(texts: ReadonlySet<string>): ReadonlySet<string> {
    return new Set([...texts].flatMap((text) => [text, JSON.stringify(text).slice(1, -1)]));
}

/**
 * Columns in which something of the day may be read, with the reason. The list can only shrink: a column that holds nothing
 * fails the test as long as it is named here.
 */
const READABLE: readonly string[] = [];

/** Of each column of each table what of these texts it holds, read by somebody who has no key. */
async function readableColumns(world: World, texts: ReadonlySet<string>): Promise<readonly string[]> {
    const tables = await world.query<{ name: string }>(
        `select format('%I.%I', schemaname, tablename) as name from pg_tables
        where schemaname not in ('pg_catalog', 'information_schema')`
    );
    const found = new Set<string>();
    for (const { name } of tables) {
        for (const row of await world.query<object>(`select * from ${name}`))
            for (const [column, value] of Object.entries(row)) {
                const read = Buffer.isBuffer(value) ? value.toString('utf8') : JSON.stringify(value);
                for (const text of texts)
                    if (read.includes(text)) found.add(`${name.replace('public.', '')}.${column}`);
            }
    }
    return [...found].sort();
}

/** Files of the database's own folder in which one of these texts stands as it is: tables, indexes and write-ahead log. */
async function readableFiles(folder: string, texts: ReadonlySet<string>): Promise<readonly string[]> {
    const any = [...texts].map((text) =>
        Buffer.from(text, 'utf8')
            .toString('latin1')
            .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    );
    const pattern = new RegExp(any.join('|'));
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = entries
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        // PostgreSQL's own program, with the names of languages and places.
        .filter((file) => !file.includes('/runtime-'));
    assert.ok(
        files.some((file) => /pg_wal\/[0-9A-F]{24}$/.test(file)) && files.some((file) => file.includes('/base/'))
    );
    const found: string[] = [];
    for (const file of files) {
        const hit = pattern.exec((await readFile(file)).toString('latin1'));
        if (hit) found.push(`${file.slice(folder.length)}: ${hit[0]}`);
    }
    return found;
}

test(
    'no number, name, text or secret of a whole day stands in the log, in the database or in its files, whatever fails',
    { timeout: 240_000 },
    async () => {
        const names = scenarioNames();
        const secrets = ['sandbox-key', 'whsec_'];
        const world = await openWorld({
            isPrivate: true,
            env: { LOG_LEVEL: 'debug' },
            preferences: { unknownCallers: 'lead' }
        });
        try {
            const control = (path: string, body: unknown): Promise<Response> =>
                fetch(`${world.orgUrl}/_control/${path}`, {
                    method: 'POST',
                    headers: { 'content-type': 'application/json' },
                    body: JSON.stringify(body)
                });
            const message = 'Not for Véronique D’Amours (514) 555-0120';
            await control('validation-rules', { object: 'Lead', when: 'LastName != null', message, field: 'LastName' });
            await world.control('play', {
                scenarios: names,
                shuffle: true,
                repeat: 0.2,
                seed: 7,
                wait: true,
                seconds: 5
            });
            await world.settled();
            const { url, lines } = world.connector();
            await fetch(`${url}/webhooks/quo/default`, {
                method: 'POST',
                body: '{"text":"Bonjour Véronique D’Amours"}'
            });
            await fetch(`${url}/recordings/AC1/1?c=default&s=+15145550120`);
            const log = lines.filter((line) => line.startsWith('{'));
            assert.ok(log.length > 20 && log.some((line) => line.includes('"warn"')), `${log.length} lines`);
            const all = log.join('\n');
            for (const text of [...privateTexts(names), ...secrets]) assert.ok(!all.includes(text), text);
            const [held] = await world.query<{ facts: number; people: number; records: number }>(
                `select (select count(*)::int from facts) as facts, (select count(*)::int from people) as people,
                    (select count(*)::int from records) as records`
            );
            assert.ok(
                (held?.facts ?? 0) > 100 && (held?.people ?? 0) > 20 && (held?.records ?? 0) > 20,
                JSON.stringify(held)
            );
            const texts = asStored(privateTexts(names));
            assert.deepEqual(await readableColumns(world, texts), READABLE);
            await world.query('checkpoint');
            assert.deepEqual(await readableFiles(world.dataDir, texts), []);
        } finally {
            await world.close();
        }
    }
);
