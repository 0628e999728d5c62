import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFieldChoices } from '../../../src/salesforce/field-choices.ts';
import { missingRecords } from '../../../src/salesforce/missing-records.ts';
import { record, simulatedOrg } from './simulated-org.ts';

const customization = {
    fields: {
        Lead: [
            { name: 'Region__c', label: 'Region', type: 'string', length: 40, custom: true, nillable: false },
            {
                name: 'Score__c',
                label: 'Score',
                type: 'double',
                precision: 4,
                scale: 1,
                custom: true,
                permissionable: true
            },
            { name: 'Due__c', label: 'Due', type: 'date', custom: true, permissionable: true },
            {
                name: 'Partner__c',
                label: 'Partner',
                type: 'reference',
                custom: true,
                permissionable: true,
                referenceTo: ['Account']
            }
        ]
    },
    recordTypes: [
        { object: 'Task', developerName: 'Sales_Call', label: 'Sales call' },
        { object: 'Task', developerName: 'Retired', active: false }
    ],
    picklists: [{ object: 'Task', field: 'Type', values: [{ value: 'Call' }, { value: 'Email' }] }]
} as const;

test('an admin chooses among the fields, values and record types that the org has, required fields first', async () => {
    const { session } = await simulatedOrg({ customization });
    const { fillable } = await readFieldChoices(session, {});
    assert.deepEqual(
        fillable.Lead.filter(({ isRequired }) => isRequired).map(({ name }) => name),
        ['Region__c']
    );
    assert.equal(fillable.Lead[0]?.name, 'Region__c');
    const valuesOf = (name: string) =>
        fillable.Task.find((field) => field.name === name)?.shape.values?.map(({ label }) => label);
    assert.deepEqual(valuesOf('RecordTypeId'), ['Sales call']);
    assert.deepEqual(valuesOf('Type'), ['Call', 'Email']);
});

test('what the connector fills in itself is not offered, nor what it may not write', async () => {
    const { session, control } = await simulatedOrg({ customization });
    const names = async (): Promise<readonly string[]> => {
        const { fillable } = await readFieldChoices(session, {});
        return [...fillable.Task, ...fillable.Lead].map(({ name }) => name);
    };
    assert.ok(!(await names()).includes('Score__c'), 'the integration user may not write it');
    await control('POST', '/permission-sets', { names: [], profile: 'System Administrator' });
    const offered = await names();
    for (const name of ['Subject', 'Quo_Key__c', 'ActivityDate', 'Phone', 'Quo_Phone__c', 'CreatedDate', 'IsClosed'])
        assert.ok(!offered.includes(name), name);
    for (const name of ['Score__c', 'Due__c', 'Partner__c']) assert.ok(offered.includes(name), name);
    assert.equal(offered.filter((name) => name === 'RecordTypeId').length, 1);
});

test('the org is asked whether a record is there: it is where the integration user sees one', async () => {
    const { session, seed } = await simulatedOrg({ customization });
    const ids = await seed([record('Account', 'toitures', { Name: 'Toitures Boréal' })]);
    const there = String(ids['toitures']);
    const gone = `${there.slice(0, 12)}zzz`;
    const asked = [there, gone].map((id) => ({ id, objects: ['Contact', 'Account'] }));
    assert.deepEqual(await missingRecords(session, asked), [gone]);
    assert.deepEqual(await missingRecords(session, []), []);
    // More objects than one composite request takes.
    const objects = [...Array.from({ length: 30 }, () => 'Contact'), 'Account'];
    assert.deepEqual(await missingRecords(session, [{ id: there, objects }]), []);
});
