import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callTask } from '../../../src/domain/records/call-task.ts';
import type { FieldDefault } from '../../../src/domain/records/field-defaults.ts';
import { chosenRecordTypes } from '../../../src/domain/records/task-values.ts';
import { checkOrg } from '../../../src/salesforce/checks/check-org.ts';
import { readFieldChoices } from '../../../src/salesforce/field-choices.ts';
import { aCall, aContext } from '../../domain/a-call.ts';
import { simulatedOrg } from './simulated-org.ts';

const statuses = (...names: string[]) => ({ Status: names.map((value) => ({ value })) });
const customization = {
    taskStatuses: [
        { value: 'Open', defaultValue: true },
        { value: 'Logged', closed: true },
        { value: 'Completed', closed: true }
    ],
    recordTypes: [
        { object: 'Task', developerName: 'Usual', picklists: statuses('Open', 'Completed'), isDefaultElsewhere: true },
        { object: 'Task', developerName: 'Phone', picklists: statuses('Open', 'Logged') },
        { object: 'Task', developerName: 'To_Do', picklists: statuses('Open') }
    ],
    picklists: [{ object: 'Task', field: 'Type', values: [{ value: 'Call' }, { value: 'Email' }] }]
};
const MATCH = { status: 'unmatched', reason: { code: 'hidden' }, duplicates: [] } as const;

async function orgWithTypes() {
    const world = await simulatedOrg({ customization });
    const { fillable } = await readFieldChoices(world.session, {});
    const types = fillable.Task.find(({ name }) => name === 'RecordTypeId')?.shape.values ?? [];
    const id = (name: string): string => types.find(({ label }) => label === name)?.value ?? '';
    /** Logs a call with these choices. */
    const log = async (callId: string, taskFields: readonly FieldDefault[]) => {
        const vocabulary = await world.org.vocabulary(chosenRecordTypes(taskFields));
        const context = aContext({ vocabulary, match: MATCH, ownerId: undefined }, { taskFields });
        const [result] = await world.org.write([{ draft: callTask(aCall({ id: callId }), context) }]);
        const written = (await world.records('Task')).find((task) => task['CallObject'] === callId);
        return { result, written };
    };
    return { ...world, id, log };
}

test('a call has a status that its record type counts as closed', async () => {
    const { id, log } = await orgWithTypes();
    const usual = await log('AC1', []);
    assert.deepEqual([usual.written?.['Status'], usual.written?.['RecordTypeId']], ['Completed', id('Usual')]);
    const phone = await log('AC2', [{ field: 'RecordTypeId', value: id('Phone') }]);
    assert.deepEqual([phone.written?.['Status'], phone.written?.['RecordTypeId']], ['Logged', id('Phone')]);
});

test('what is chosen for calls is on calls, and a status that is chosen goes before a closed one', async () => {
    const { id, log } = await orgWithTypes();
    const { written } = await log('AC1', [
        { field: 'RecordTypeId', value: id('To_Do'), on: 'call' },
        { field: 'Status', value: 'Open' },
        { field: 'Type', value: 'Email' },
        { field: 'Type', value: 'Call', on: 'call' },
        { field: 'Type', value: 'Email', on: 'messages' }
    ]);
    assert.deepEqual([written?.['Status'], written?.['Type']], ['Open', 'Call']);
});

test('of a record type without a closed status that is told, and a record type that is not the user’s is named', async () => {
    const { id, org, log } = await orgWithTypes();
    const { recordTypes } = await org.vocabulary([id('To_Do')]);
    assert.deepEqual(recordTypes?.[id('To_Do')], { statuses: ['Open'], priority: 'Normal' });
    const { result } = await log('AC1', [{ field: 'RecordTypeId', value: '012000000000999AAA' }]);
    assert.ok(result?.ok === false);
    assert.deepEqual([result.remedy, result.note.code], ['park', 'SF-RECORD-TYPE']);
});

test('an org without record types is asked once, and one with them once more for each that is wanted', async () => {
    const plain = await simulatedOrg();
    await plain.org.vocabulary();
    assert.equal(plain.org.calls(), 1);
    const { org, id } = await orgWithTypes();
    const before = org.calls();
    await org.vocabulary([id('Phone')]);
    assert.equal(org.calls() - before, 3);
});

test('the check list says whether the chosen record types, statuses and fields are there', async () => {
    const { id, session, settings } = await orgWithTypes();
    const problemsWith = async (...Task: readonly FieldDefault[]) => {
        const fieldDefaults = { Task, Lead: [] };
        const wishes = { sona: false, leads: false, related: [], phoneFields: {}, fieldDefaults };
        const list = await checkOrg(session, settings, wishes);
        return list.flatMap(({ id: line, note }) => (note === undefined ? [] : [`${line}: ${note.code}`]));
    };
    const before = await problemsWith();
    const told = async (...Task: readonly FieldDefault[]) =>
        (await problemsWith(...Task)).filter((line) => !before.includes(line));
    assert.deepEqual(await told({ field: 'RecordTypeId', value: id('Phone') }, { field: 'Type', value: 'Call' }), []);
    assert.deepEqual(await told({ field: 'RecordTypeId', value: id('To_Do') }), ['task status: SF-NO-CLOSED-STATUS']);
    assert.deepEqual(await told({ field: 'RecordTypeId', value: '012000000000999AAA' }), [
        'record type: SF-RECORD-TYPE'
    ]);
    assert.deepEqual(await told({ field: 'Gone__c', value: 'x' }), ['field Task.Gone__c: SF-FIELD-MISSING']);
});

test('the check list names the fields that the org requires, until they have a value', async () => {
    const required = { label: 'Region', type: 'string', length: 40, custom: true, nillable: false } as const;
    const fields = { Lead: [{ name: 'Region__c', ...required }], Activity: [{ name: 'Team__c', ...required }] };
    const { session, settings } = await simulatedOrg({ customization: { fields } });
    const told = async (Task: readonly FieldDefault[], Lead: readonly FieldDefault[]) => {
        const fieldDefaults = { Task, Lead };
        const wishes = { sona: true, leads: true, related: [], phoneFields: {}, fieldDefaults };
        const list = await checkOrg(session, settings, wishes);
        return list.flatMap(({ id, state, note }) => (note?.code === 'SF-REQUIRED-FIELD' ? [`${state} ${id}`] : []));
    };
    assert.deepEqual(await told([], []), ['failed field Task.Team__c', 'warning field Lead.Region__c']);
    const value = 'North';
    assert.deepEqual(await told([{ field: 'Team__c', value }], [{ field: 'Region__c', value }]), []);
});
