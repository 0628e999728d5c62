import { KEYS } from '../../src/contracts/key-value.ts';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { preferenceUseCases } from '../../src/application/preferences/preferences.ts';
import type { PreferenceUseCases } from '../../src/application/preferences/model.ts';
import { world, type World } from './fakes/world.ts';

const MARIE = { id: '005000000000001AAA', name: 'Marie Gagnon', email: 'marie@acme.example', isActive: true };
const LEFT = { id: '005000000000002AAA', name: 'Luc Roy', email: 'luc@acme.example', isActive: false };

async function connected(): Promise<{ readonly it: World; readonly preferences: PreferenceUseCases }> {
    const it = world();
    await it.connect('acme');
    await it.store.memory.set('acme', KEYS.orgUsers, [MARIE, LEFT]);
    return { it, preferences: preferenceUseCases(it.context) };
}

test('what is saved is what the connection works with at once', async () => {
    const { it, preferences } = await connected();
    await preferences.save('acme', { preferences: { sona: false, defaultRegion: 'FR' } });
    const now = it.context.connections.get('acme')?.preferences();
    assert.deepEqual([now?.sona, now?.defaultRegion], [false, 'FR']);
    assert.equal((await preferences.chosen('acme'))?.preferences.sona, false);
});

test('leads are assigned by the org’s rules only where that was chosen', async () => {
    const { it, preferences } = await connected();
    const isAssigning = (): unknown => it.context.connections.opened('acme')?.org?.settings.assignLeads;
    assert.equal(isAssigning(), false);
    await preferences.save('acme', { preferences: { assignLeads: true } });
    assert.equal(isAssigning(), true);
});

test('only what differs from the defaults is kept, so that a better default reaches everybody else', async () => {
    const { it, preferences } = await connected();
    const { preferences: whole } = (await preferences.chosen('acme')) ?? {};
    await preferences.save('acme', { preferences: { ...whole, sona: false } });
    assert.deepEqual(it.settings('acme')['preferences'], { sona: false });
});

test('saving what is saved changes nothing, whatever was chosen', async () => {
    const { preferences } = await connected();
    const choices = fc.record(
        {
            sona: fc.boolean(),
            defaultRegion: fc.constantFrom('CA', 'US', 'FR'),
            language: fc.constantFrom('fr', 'en'),
            syncContacts: fc.constantFrom('off', 'on-call')
        },
        { requiredKeys: [] }
    );
    await fc.assert(
        fc.asyncProperty(choices, async (chosen) => {
            await preferences.save('acme', { preferences: chosen });
            const first = await preferences.chosen('acme');
            await preferences.save('acme', { preferences: first?.preferences });
            assert.deepEqual(await preferences.chosen('acme'), first);
        }),
        { numRuns: 30 }
    );
});

test('everybody in Quo is confirmed first: asking for it is told, and the choice stays as it was', async () => {
    const { preferences } = await connected();
    const asked = await preferences.save('acme', { preferences: { syncContacts: 'full', sona: false } });
    assert.deepEqual(asked, { asksForEverybody: true });
    const now = (await preferences.chosen('acme'))?.preferences;
    assert.deepEqual([now?.syncContacts, now?.sona], ['on-call', false]);
});

test('what is no choice is refused, and what was saved stays', async () => {
    const { it, preferences } = await connected();
    await preferences.save('acme', { preferences: { sona: false } });
    await assert.rejects(preferences.save('acme', { preferences: { sona: 'perhaps' } }), {
        code: 'CONFIG-PREFERENCES'
    });
    for (const retentionDays of [0, -1, 1.5, 3_651, NaN])
        await assert.rejects(preferences.save('acme', { preferences: {}, retentionDays }), { code: 'WEB-VALUE' });
    await assert.rejects(preferences.save('nobody', { preferences: {} }), { code: 'WEB-NOT-FOUND' });
    assert.deepEqual(it.settings('acme')['preferences'], { sona: false });
});

test('every value that cannot be saved is named, each with why', async () => {
    const { preferences } = await connected();
    const wrong = {
        defaultRegion: 'nowhere',
        fallbackOwner: LEFT.id,
        users: { US1: 'nobody@acme.example', US2: 'Marie@acme.example' }
    };
    const faults = await preferences.faults('acme', { preferences: wrong, retentionDays: 0 });
    const whys = Object.fromEntries(faults.map(({ at, why }) => [at, why]));
    assert.equal(whys['defaultRegion'], 'value');
    assert.equal(whys['fallbackOwner'], 'inactive');
    assert.equal(whys['users.US1'], 'nobody');
    assert.equal(whys['users.US2'], undefined);
    assert.equal(whys['retentionDays'], 'value');
});

test('a queue is kept by id, and one that is not for tasks, or gone, is refused', async () => {
    const { it, preferences } = await connected();
    const queue = { id: '00G000000000001AAA', name: 'Front desk' };
    const why = async (unmatchedOwner: string): Promise<readonly string[]> =>
        (await preferences.faults('acme', { preferences: { unmatchedOwner } })).map((one) => one.why);
    assert.deepEqual(await why('00G000000000009AAA'), []);
    await it.store.memory.set('acme', KEYS.orgQueues, [queue]);
    assert.deepEqual(await why(queue.id), []);
    assert.deepEqual(await why('00G000000000009AAA'), ['nobody']);
    assert.deepEqual(await why('Back office'), ['value']);
    await preferences.save('acme', { preferences: { unmatchedOwner: 'front desk' } });
    assert.equal((await preferences.chosen('acme'))?.preferences.unmatchedOwner, queue.id);
});

test('a user that was named by email is kept by id', async () => {
    const { preferences } = await connected();
    await preferences.save('acme', { preferences: { users: { US1: ' MARIE@acme.example' } } });
    assert.deepEqual((await preferences.chosen('acme'))?.preferences.users, { US1: MARIE.id });
});

test('an answer of Sona is mapped to a field that the org has, and is cut to its length', async () => {
    const { it, preferences } = await connected();
    const city = { name: 'City__c', label: 'City', type: 'string', length: 40 };
    const phones = { Contact: [], Lead: [], Account: [] };
    await it.store.memory.set('acme', KEYS.orgFields, {
        phones,
        sona: [city],
        filter: [],
        fillable: { Task: [], Lead: [] }
    });
    const mapped = (field: string, question = 'Where?') => ({ sonaFields: [{ job: 'Intake', question, field }] });
    const why = async (saved: object) =>
        (await preferences.faults('acme', { preferences: saved })).map((one) => one.why);
    assert.deepEqual(await why(mapped('Town__c')), ['no-field']);
    assert.deepEqual(await why(mapped('City__c')), []);
    await preferences.save('acme', { preferences: mapped('City__c') });
    assert.deepEqual((await preferences.chosen('acme'))?.preferences.sonaFields, [
        { job: 'Intake', question: 'Where?', field: 'City__c', length: 40 }
    ]);
});

test('a value for a field is checked against what the org has, and kept in the type of the field', async () => {
    const { it, preferences } = await connected();
    const values = [{ value: 'CA', label: 'Canada' }];
    const field = (name: string, shape: object) => ({
        ...{ name, label: name, isRequired: false },
        shape: { type: 'string', length: 5, isWritable: true, ...shape }
    });
    const Lead = [
        field('CountryCode', { type: 'picklist', length: 255, values }),
        field('Note__c', {}),
        field('Seats__c', { type: 'double', precision: 3, scale: 0 }),
        field('Hot__c', { type: 'boolean' })
    ];
    const phones = { Contact: [], Lead: [], Account: [] };
    await it.store.memory.set('acme', KEYS.orgFields, { phones, sona: [], filter: [], fillable: { Task: [], Lead } });
    const chosen = (...rows: (readonly [string, unknown])[]) => ({
        leadFields: rows.map(([name, value]) => ({ field: name, value }))
    });
    const wrong = chosen(
        ['Gone__c', 'x'],
        ['CountryCode', 'FR'],
        ['Note__c', 'too long'],
        ['Seats__c', 'many'],
        ['Hot__c', '']
    );
    assert.deepEqual(
        (await preferences.faults('acme', { preferences: wrong })).map(({ at, why }) => `${at} ${why}`).toSorted(),
        [
            'leadFields.0.field no-field',
            'leadFields.1.value value',
            'leadFields.2.value value',
            'leadFields.3.value value',
            'leadFields.4.value incomplete'
        ]
    );
    await assert.rejects(preferences.save('acme', { preferences: chosen(['CountryCode', 'FR']) }), {
        note: { code: 'CONFIG-PREFERENCES', seen: 'leadFields.0.value: FR' }
    });
    const right = chosen(['CountryCode', 'canada'], ['Note__c', 'short'], ['Seats__c', '12'], ['Hot__c', 'true']);
    assert.deepEqual(await preferences.faults('acme', { preferences: right }), []);
    await preferences.save('acme', { preferences: right });
    assert.deepEqual(
        (await preferences.chosen('acme'))?.preferences.leadFields.map(({ value }) => value),
        ['CA', 'short', 12, true]
    );
});

test('where a file decides, the console saves how long deliveries are kept and nothing else', async () => {
    const it = world({}, { PREFERENCES_FILE: '/etc/connector/preferences.json' });
    await it.add('default');
    const preferences = preferenceUseCases(it.context);
    assert.equal((await preferences.chosen('default'))?.isFixed, true);
    await preferences.save('default', { preferences: {}, retentionDays: 7 });
    assert.equal((await preferences.chosen('default'))?.retentionDays, 7);
    await assert.rejects(preferences.save('default', { preferences: { sona: false } }), { code: 'WEB-FIXED' });
});

test('a record type without a closed status, and a status that the record type does not have, are told before they are saved', async () => {
    const { it, preferences } = await connected();
    const [open, both] = ['012000000000001AAA', '012000000000002AAA'];
    it.salesforce.org.vocabulary = async () => ({
        ...{ closedStatus: 'Done', priority: 'Normal', statuses: ['Open', 'Done'] },
        recordTypes: {
            [open]: { priority: 'Normal', statuses: ['Open', 'Waiting'] },
            [both]: { closedStatus: 'Done', priority: 'Normal', statuses: ['Open', 'Done'] }
        }
    });
    const why = async (...taskFields: object[]) =>
        (await preferences.faults('acme', { preferences: { taskFields } })).map(({ at, why, seen }) => [at, why, seen]);
    const type = (value: string, on?: string) => ({ field: 'RecordTypeId', value, ...(on && { on }) });
    const status = (value: string) => ({ field: 'Status', value });
    assert.deepEqual(await why(type(both)), []);
    assert.deepEqual(await why(type(both), type(open, 'call')), [['taskFields.1.value', 'no-closed', 'Open, Waiting']]);
    assert.deepEqual(await why(type(open), status('Waiting')), []);
    assert.deepEqual(await why(type(both), status('Waiting')), [['taskFields.1.value', 'value', 'Waiting']]);
    assert.deepEqual(await why({ field: 'Subject', value: 'Call' }), [['taskFields.0.field', 'value', 'Subject']]);
});
