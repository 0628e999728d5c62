import assert from 'node:assert/strict';
import { test } from 'node:test';
import { preferenceUseCases } from '../../src/application/preferences/preferences.ts';
import { KEYS } from '../../src/contracts/key-value.ts';
import { world } from './fakes/world.ts';

test('a day is kept as it is counted, and a record as its id, which the org confirms', async () => {
    const it = world();
    await it.connect('acme');
    const preferences = preferenceUseCases(it.context);
    const field = (name: string, type: string, referenceTo?: readonly string[]) => ({
        ...{ name, label: name, isRequired: false },
        shape: { type, length: 18, isWritable: true, referenceTo }
    });
    const Lead = [field('Due__c', 'date'), field('At__c', 'datetime'), field('Campaign__c', 'reference', ['Campaign'])];
    const phones = { Contact: [], Lead: [], Account: [] };
    await it.store.memory.set('acme', KEYS.orgFields, { phones, sona: [], filter: [], fillable: { Task: [], Lead } });
    const chosen = (due: string, at: string, campaign: string) => ({
        leadFields: [
            { field: 'Due__c', value: due },
            { field: 'At__c', value: at },
            { field: 'Campaign__c', value: campaign }
        ]
    });
    const asked: unknown[] = [];
    it.salesforce.administration.missingRecords = async (records) => {
        asked.push(...records.map(({ id, objects }) => [id, objects]));
        return ['701000000000009AAA'];
    };
    const faultsOf = async (...values: [string, string, string]): Promise<readonly string[]> =>
        (await preferences.faults('acme', { preferences: chosen(...values) })).map(({ at, why }) => `${at} ${why}`);
    assert.deepEqual(await faultsOf('31/12/2026', 'soon', 'Spring'), [
        'leadFields.0.value value',
        'leadFields.1.value value',
        'leadFields.2.value value'
    ]);
    assert.deepEqual(asked, []);
    assert.deepEqual(await faultsOf('TODAY', 'TODAY-1', '701000000000009AAA'), ['leadFields.2.value no-record']);
    assert.deepEqual(asked, [['701000000000009AAA', ['Campaign']]]);
    const right = chosen('today + 3', '2026-12-31T09:00:00-05:00', '701000000000001AAA');
    assert.deepEqual(await faultsOf('today + 3', '2026-12-31T09:00:00-05:00', '701000000000001AAA'), []);
    await preferences.save('acme', { preferences: right });
    assert.deepEqual((await preferences.chosen('acme'))?.preferences.leadFields, [
        { field: 'Due__c', value: 'TODAY+3', relative: 'date' },
        { field: 'At__c', value: '2026-12-31T14:00:00.000Z' },
        { field: 'Campaign__c', value: '701000000000001AAA' }
    ]);
});
