import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ACME, api, follower } from './acme.ts';
import { record, simulatedOrg } from './simulated-org.ts';

test('what became of records is told by their ids: as they are, merged, deleted, converted, or unknown', async () => {
    const simulated = await simulatedOrg();
    const ids = await simulated.seed([
        ...ACME,
        record('Contact', 'merged', { LastName: 'M', IsDeleted: true, MasterRecordId: '@luc' }),
        record('Opportunity', 'won', {
            Name: 'Gagnée',
            AccountId: '@acme',
            StageName: 'Closed Won',
            CloseDate: '2026-01-31'
        }),
        record('Opportunity', 'lost', {
            Name: 'Perdue de vue',
            AccountId: '@acme',
            StageName: 'Prospecting',
            CloseDate: '2027-01-31'
        })
    ]);
    await api(simulated, 'DELETE', `Lead/${String(ids.lead)}`);
    await api(simulated, 'DELETE', `Opportunity/${String(ids.lost)}`);
    const unknown = '003000000000999AAA';
    const asked = [ids.marie, ids.merged, ids.lead, unknown, ids.deal, ids.won, ids.lost].map(String);
    const calls = simulated.org.calls();
    const standing = await simulated.org.standing(asked);
    assert.deepEqual(standing.people.map(({ id }) => id).toSorted(), [ids.marie, ids.luc].map(String).toSorted());
    assert.deepEqual(
        standing.gone.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(({ id, into }) => [id, into]),
        [
            [ids.merged, ids.luc],
            [unknown, undefined],
            [ids.lead, undefined]
        ].toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1))
    );
    assert.deepEqual(
        standing.related.map(({ id, primaryContactId }) => [id, primaryContactId]),
        [[ids.deal, ids.marie]]
    );
    assert.deepEqual(standing.goneRelated.toSorted(), [ids.won, ids.lost].map(String).toSorted());
    assert.deepEqual(standing.deletedRelated, [ids.lost]);
    assert.deepEqual(standing.highWater, {});
    assert.ok(simulated.org.calls() - calls <= 6);
});

test('numbers as people type them: several in a field, those of their own country, and what is none', async () => {
    const simulated = await simulatedOrg();
    await simulated.seed([
        record('Account', 'acme', { Name: 'Acme', BillingCountry: 'France' }),
        record('Account', 'sur', { Name: 'Sur', Phone: '+52 55 5555 0100' }),
        record('Contact', 'two', { LastName: 'Two', Phone: '514-555-0311 / 438-555-0312', AccountId: '@acme' }),
        record('Contact', 'paris', { LastName: 'Paris', Phone: '06 12 34 56 78', AccountId: '@acme' }),
        record('Contact', 'lima', { LastName: 'Lima', Phone: '55 1234 5678', AccountId: '@sur' }),
        record('Contact', 'rio', { LastName: 'Rio', Phone: '(11) 8765-4321', MailingCountry: 'Brésil' }),
        record('Lead', 'part', { LastName: 'Part', Company: 'Nord', Phone: '514-555-0199 / 911 911' })
    ]);
    const { people } = await follower(simulated)();
    const told = people.map(({ name, numbers, unreadable = [] }) => [
        name,
        numbers.map(({ e164, reading }) => [e164, reading]),
        unreadable.map(({ text }) => text)
    ]);
    assert.deepEqual(told.filter(([name]) => name !== 'Acme' && name !== 'Sur').sort(), [
        [
            'Lima',
            [
                ['+525512345678', undefined],
                ['+15512345678', 'other-country']
            ],
            []
        ],
        ['Paris', [['+33612345678', undefined]], []],
        ['Part', [['+15145550199', undefined]], ['514-555-0199 / 911 911']],
        ['Rio', [['+5511987654321', undefined]], []],
        [
            'Two',
            [
                ['+15145550311', 'one-of-several'],
                ['+14385550312', 'one-of-several']
            ],
            []
        ]
    ]);
    const asked = await simulated.org.findByNumbers(['+14385550312', '+551187654321']);
    assert.deepEqual(asked.map(({ name }) => name).sort(), ['Rio', 'Two']);
});
