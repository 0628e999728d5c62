import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { loadPeople } from 'sandbox-day/people.ts';
import { loadScenario, scenarioNames } from 'sandbox-day/scenarios.ts';
import { openWorld } from './world.ts';

const SEED = new URL('../../sandbox/day/org.json', import.meta.url);
/** Of people and companies; a shorter word can be part of any other. */
const NAMED = ['FirstName', 'LastName', 'Name', 'Company', 'Email', 'Username'];
const SHORTEST = 5;

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
            .filter((text) => text.length >= SHORTEST)
    );
}

test(
    'no number, name, text or secret of a whole day stands in the log, whatever fails',
    { timeout: 120_000 },
    async () => {
        const names = scenarioNames();
        const secrets = ['sandbox-key', 'whsec_'];
        const world = await openWorld({ env: { LOG_LEVEL: 'debug' }, preferences: { unknownCallers: 'lead' } });
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
        } finally {
            await world.close();
        }
    }
);
