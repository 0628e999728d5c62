import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import parsePhoneNumber from 'libphonenumber-js/max';
import { loadPeople } from 'sandbox-day/people.ts';
import { loadScenarios } from 'sandbox-day/scenarios.ts';
import { loadWorkspace } from 'sandbox-day/workspace.ts';
import { receiver, simulatedQuo, type Json } from './simulated-quo.ts';

interface Row extends Json {
    readonly attributes: { readonly type: string; readonly referenceId: string };
}
const org = JSON.parse(readFileSync(new URL('../../day/org.json', import.meta.url), 'utf8')) as {
    records: Row[];
};
const rows = org.records.flatMap(function flatten(row: Row): Row[] {
    const children = Object.values(row).flatMap((value) => (value as { records?: Row[] } | null)?.records ?? []);
    return [row, ...children.flatMap(flatten)];
});
const references = new Map(rows.map((row) => [row.attributes.referenceId, row.attributes.type]));
const scenarios = loadScenarios();
const people = loadPeople();
const workspace = loadWorkspace();

for (const [name, scenario] of scenarios) {
    test(`${name}: expects only records that the org has, of activities that it plays`, () => {
        const activities = Object.keys(scenario.activities);
        const { tasks, sona, leads } = scenario.expect;
        for (const expected of [...tasks, ...sona]) assert.ok(activities.includes(expected.of), expected.of);
        for (const task of tasks) {
            for (const who of [task.who, ...(task.alsoWho ?? [])])
                assert.ok(isKnown(who, ['Contact', 'Lead']), String(who));
            assert.ok(
                isKnown(task.what, ['Account', 'Opportunity']) || task.what?.startsWith('sona:'),
                String(task.what)
            );
            assert.ok(isKnown(task.owner, ['User']), String(task.owner));
            const typed = (scenario.edits ?? []).some(({ set }) => set?.['Subject'] === task.subject);
            assert.ok(typed || hasSubject(task.subject), task.subject);
        }
        for (const lead of leads) assert.equal(people[lead.number]?.kind, 'unknown');
    });

    test(`${name}: ${scenario.name}`, async (t) => {
        const quo = await simulatedQuo(t);
        const hook = await receiver(t);
        for (const apiVersion of ['2026-03-30', 'v4', 'v3', 'v2']) {
            await quo.control('POST', '/webhooks', { url: hook.url, apiVersion });
        }
        const { status, body } = await quo.control('POST', '/play', { scenarios: [name], wait: true });
        assert.equal(status, 200);
        const lost = scenario.events.filter((event) => event.lost).length;
        assert.equal(body.acknowledged, scenario.events.length - lost);
        assert.equal(body.unrouted, 0);
        const [{ activities } = { activities: {} }] = body.played as { activities: Record<string, Json> }[];
        for (const { id, kind } of Object.values(activities)) {
            const path = kind === 'call' ? '/calls' : '/messages';
            assert.equal((await quo.api(`${path}/${String(id)}`)).status, 200, `${path} knows ${String(id)}`);
        }
    });
}

test('every scenario is named in a sentence of its own', () => {
    const names = [...scenarios.values()].map((scenario) => scenario.name);
    assert.equal(new Set(names).size, names.length);
    for (const name of names) assert.ok(/^[A-Z“"]/.test(name) && name.split(' ').length >= 5, name);
});

test('every person has the number that stands on the record, however it was typed', () => {
    for (const [name, { number, record, kind }] of Object.entries(people)) {
        if (kind !== 'contact' && kind !== 'lead') continue;
        const owners = rows.filter((row) => numbersOf(row).includes(number)).map((row) => row.attributes.referenceId);
        assert.deepEqual(owners, [record], name);
    }
});

test('nobody in the org has the number of somebody unknown', () => {
    const known = new Set(rows.flatMap(numbersOf));
    const unknown = Object.values(people).filter((person) => person.kind === 'unknown');
    assert.ok(unknown.length > 5);
    for (const { number } of unknown) assert.equal(known.has(number), false, number);
});

test('one Quo user has no Salesforce user, one has the email of a sandbox, and one Salesforce user is inactive', () => {
    const users = rows.filter((row) => row.attributes.type === 'User');
    const emails = users.map((row) =>
        String(row.Email)
            .toLowerCase()
            .replace(/\.invalid$/, '')
    );
    assert.equal(users.filter((row) => String(row.Email).endsWith('.invalid')).length, 1);
    const strangers = Object.entries(workspace.users).filter(([, user]) => !emails.includes(user.email.toLowerCase()));
    assert.deepEqual(
        strangers.map(([name]) => name),
        ['reception']
    );
    assert.equal(users.filter((row) => row.IsActive === false).length, 1);
});

test('every reference inside the org seed points at a record of it', () => {
    for (const row of rows) {
        for (const value of Object.values(row)) {
            if (typeof value !== 'string' || !value.startsWith('@')) continue;
            assert.ok(references.has(value.slice(1)), `${row.attributes.referenceId} → ${value}`);
        }
    }
});

function isKnown(reference: string | null | undefined, types: readonly string[]): boolean {
    if (reference === null || reference === undefined) return true;
    if (reference.startsWith('lead:')) return people[reference.slice('lead:'.length)]?.kind === 'unknown';
    return types.includes(references.get(reference) ?? '');
}

function hasSubject(subject: string | undefined): boolean {
    if (subject === undefined) return true;
    return Object.values(workspace.inboxes).some((inbox) => {
        const number = parsePhoneNumber(inbox.number)?.formatNational();
        return subject.startsWith(`${inbox.name} ${number} - `);
    });
}

function numbersOf(row: Row): string[] {
    return Object.entries(row).flatMap(([field, value]) => {
        const number = field.endsWith('Phone') && typeof value === 'string' ? parsePhoneNumber(value, 'CA') : undefined;
        return number?.isValid() ? [number.number] : [];
    });
}
