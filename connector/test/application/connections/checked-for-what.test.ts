import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, checks } from '../../../src/application/connections/check-connection.ts';
import { KEYS } from '../../../src/contracts/key-value.ts';
import type { OrgAdministration } from '../../../src/contracts/org-administration.ts';
import { healthy, lines } from '../fakes/checked.ts';
import { KEY } from '../fakes/quo.ts';
import type { World } from '../fakes/world.ts';

/** What the org is asked to check. */
async function asked(it: World) {
    const found: Parameters<OrgAdministration['check']>[0][] = [];
    it.salesforce.administration.check = async (wanted) => {
        found.push(wanted);
        return [{ id: 'sign-in', state: 'ok' }];
    };
    await check(it.context, 'acme');
    const [wanted] = found;
    assert.ok(wanted?.trial);
    return { ...wanted, trial: wanted.trial };
}

async function choose(it: World, preferences: Readonly<Record<string, unknown>>): Promise<void> {
    await it.add('acme', { preferences: { ...preferences } });
}

test('the org is checked for what was chosen, and for nothing that nobody wants', async () => {
    const it = await healthy();
    const plain = await asked(it);
    assert.deepEqual([plain.sona, plain.transcripts, plain.leads], [true, true, false]);
    assert.equal(plain.recordingsFrom, 'https://quo.example.com');
    await choose(it, { sona: false, callTranscripts: false, recordings: false, unknownCallers: 'lead' });
    const other = await asked(it);
    assert.deepEqual([other.sona, other.transcripts, other.leads], [false, false, true]);
    assert.equal(other.recordingsFrom, undefined);
});

test('a Task is tried for everybody who will own some, on the day that it is where the connection is', async () => {
    const it = await healthy();
    it.later(11 * 3_600_000);
    const { trial } = await asked(it);
    assert.deepEqual(
        trial.owners.map(({ id, name }) => [id, name]),
        [['005000000000001AAA', 'Marie Gagnon']]
    );
    assert.equal(trial.date, '2026-11-20', 'it is 23:00 in Toronto');
    await choose(it, { timeZone: 'Europe/Paris' });
    assert.equal((await asked(it)).trial.date, '2026-11-21');
});

test('who there is in both is remembered for the page of preferences', async () => {
    const it = await healthy();
    await check(it.context, 'acme');
    assert.deepEqual((await it.store.memory.get('acme', KEYS.quoUsers))?.value, it.quo.users);
    assert.deepEqual((await it.store.memory.get('acme', KEYS.orgUsers))?.value, await it.salesforce.org.users());
});

test('a workspace without a name is seen by its id', async () => {
    const it = await healthy();
    it.quo.keys.set(KEY, { id: 'OR1' });
    await check(it.context, 'acme');
    const line = (await checks(it.context, 'acme'))?.lines.find(({ id }) => id === 'quo');
    assert.equal(line?.seen, 'OR1');
});

test('somebody in Quo without an email is told by name, and five are told without a sign that there are more', async () => {
    const it = await healthy();
    it.quo.users = [
        { id: 'US1', firstName: 'Anne', lastName: 'Côté' },
        { id: 'US2', firstName: 'Luc' },
        { id: 'US3', email: 'zoe@acme.example' },
        ...['US4', 'US5'].map((id) => ({ id, email: `${id}@acme.example` }))
    ];
    await check(it.context, 'acme');
    const line = (await checks(it.context, 'acme'))?.lines.find(({ id }) => id === 'users');
    assert.equal(line?.note?.seen, 'Anne Côté, Luc, zoe@acme.example, US4@acme.example, US5@acme.example');
});

test('a failure that nobody foresaw is one line’s warning, and tells none of its words', async () => {
    const it = await healthy();
    it.salesforce.administration.users = () => Promise.reject(new Error('a secret sentence'));
    await check(it.context, 'acme');
    const { lines: found } = (await checks(it.context, 'acme')) ?? {};
    const line = found?.find(({ id }) => id === 'users');
    assert.deepEqual([line?.state, line?.note], ['warning', { code: 'WEB-TROUBLE', seen: 'users' }]);
    assert.doesNotMatch(JSON.stringify(found), /secret sentence/);
});

test('a webhook that was made by hand is judged by what arrives: Quo is not asked for one that is not ours', async () => {
    const it = await healthy();
    const { quo } = it.context.connections.opened('acme')?.settings ?? {};
    assert.ok(quo);
    await it.add('acme', { quo: { ...quo, webhookId: undefined } });
    it.quo.webhooks.splice(0);
    assert.equal((await lines(it))['webhook'], 'ok');
});

test('our webhook is known by its address where Quo gave it another id', async () => {
    const it = await healthy();
    const [made] = it.quo.webhooks.splice(0);
    assert.ok(made);
    it.quo.webhooks.push({ ...made, id: 'made-again-in-Quo' });
    assert.equal((await lines(it))['webhook'], 'ok');
});

test('a simulated Quo beside us reaches an address of this machine, and plain HTTP is reached from nowhere else', async () => {
    for (const [api, url, state] of [
        ['http://127.0.0.1:4010', 'http://localhost:8080', 'ok'],
        ['https://api.quo.com', 'http://localhost:8080', 'WEB-ADDRESS'],
        ['https://api.quo.com', 'http://quo.example.com', 'WEB-ADDRESS'],
        ['https://api.quo.com', 'https://quo.example.com', 'ok']
    ] as const) {
        const it = await healthy();
        const context = { ...it.context, publicUrl: () => url, config: { ...it.context.config, quoApiUrl: api } };
        const { subscriptions } = it.context.connections.opened('acme')?.quo ?? {};
        assert.ok(subscriptions);
        it.quo.webhooks[0] = { ...it.quo.webhooks[0]!, url: `${url}/webhooks/quo/acme` };
        await check(context, 'acme');
        const line = (await checks(context, 'acme'))?.lines.find(({ id }) => id === 'webhook');
        assert.equal(line?.note?.code ?? line?.state, state, `${api} ${url}`);
    }
});

test('checks that are right end a pause that Salesforce caused, and no other; checks that fail end none', async () => {
    const it = await healthy();
    for (const [code, isGood, ends] of [
        ['SF-FORBIDDEN', true, true],
        ['SF-FORBIDDEN', false, false],
        ['WEB-TROUBLE', true, false]
    ] as const) {
        it.store.resumed.splice(0);
        it.store.pause('acme', { code, seen: 'x' });
        it.salesforce.administration.check = async () => [
            { id: 'sign-in', state: 'ok' },
            isGood
                ? { id: 'fields', state: 'warning' }
                : { id: 'fields', state: 'failed', note: { code: 'SF-FORBIDDEN' } }
        ];
        await check(it.context, 'acme');
        assert.deepEqual(it.store.resumed, ends ? ['acme'] : [], `${code} ${isGood}`);
    }
});
