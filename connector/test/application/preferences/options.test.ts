import assert from 'node:assert/strict';
import { test } from 'node:test';
import { preferenceUseCases } from '../../../src/application/preferences/preferences.ts';
import type { OrgFields } from '../../../src/contracts/org-administration.ts';
import type { Fact } from '../../../src/domain/facts.ts';
import { withCalls } from '../fakes/watched.ts';
import { world } from '../fakes/world.ts';

const MINUTE = 60_000;
const FIELDS: OrgFields = {
    ...{ phones: { Contact: [], Lead: [], Account: [] }, sona: [], filter: [] },
    fillable: { Task: [], Lead: [] }
};

const sona = (callId: string, ...questions: readonly string[]): readonly Fact[] => [
    {
        ...{ callId, at: '2026-11-20T16:05:00.000Z', kind: 'summary', progress: 'completed', bySona: true },
        jobs: [{ name: 'Intake', answers: questions.map((question) => ({ question, value: 'x' })) }]
    }
];

test('an admin who just made a field or a queue finds it after a minute; users are asked for once an hour', async () => {
    const asked: string[] = [];
    const it = world(withCalls());
    const { administration } = it.salesforce;
    it.salesforce.administration = {
        ...administration,
        queues: async () => (asked.push('queues'), []),
        fields: async () => (asked.push('fields'), FIELDS),
        users: async () => (asked.push('users'), [])
    };
    await it.connect('acme');
    const use = preferenceUseCases(it.context);
    for (const after of [0, 30_000, 31_000, 58 * MINUTE, MINUTE]) {
        it.later(after);
        await use.options('acme');
    }
    const count = (name: string): number => asked.filter((one) => one === name).length;
    assert.deepEqual([count('users'), count('queues'), count('fields')], [2, 4, 4]);
});

test('what cannot be asked now is left out when it was never known, and nothing else with it', async () => {
    const it = world(withCalls());
    it.salesforce.administration = {
        ...it.salesforce.administration,
        queues: () => Promise.reject(new Error('no right')),
        fields: () => Promise.reject(new Error('no right'))
    };
    await it.connect('acme');
    const found = await preferenceUseCases(it.context).options('acme');
    assert.deepEqual([found.orgQueues, found.fields], [undefined, undefined]);
    assert.deepEqual(found.inboxes, it.quo.inboxes);
});

test('questions of the last calls that Sona took are offered each once, those of other calls are not', async () => {
    const it = world(
        withCalls(
            { row: { outcome: 'handled by Sona' }, facts: sona('AC1', 'Where?', 'When?') },
            { row: { outcome: 'answered' }, facts: sona('AC2', 'Never asked') },
            { row: { outcome: 'handled by Sona' }, facts: sona('AC3', 'When?', 'Who?') }
        )
    );
    await it.connect('acme');
    const { questions } = await preferenceUseCases(it.context).options('acme');
    assert.deepEqual(
        questions.map(({ job, question }) => `${job}: ${question}`),
        ['Intake: Where?', 'Intake: When?', 'Intake: Who?']
    );
});

test('everybody in Quo is offered with the user whom they are paired with by what is saved', async () => {
    const it = world(withCalls());
    const luc = { id: '005000000000007AAA', name: 'Luc', email: 'luc@acme.example', isActive: true };
    it.salesforce.administration = { ...it.salesforce.administration, users: async () => [luc] };
    await it.connect('acme', { preferences: { users: { US1: luc.id } } });
    const { pairings } = await preferenceUseCases(it.context).options('acme');
    assert.deepEqual(
        pairings.map(({ user, orgUser }) => [user.id, orgUser?.name]),
        [['US1', 'Luc']]
    );
});

test('of a connection that is not there nothing is offered, and nothing fails', async () => {
    const found = await preferenceUseCases(world(withCalls()).context).options('nobody');
    assert.deepEqual(found, { inboxes: [], quoUsers: [], orgUsers: [], pairings: [], questions: [] });
});
