import { test } from 'node:test';
import assert from 'node:assert/strict';
import { contractOrg, type Outcome, type Row } from '../contract-org.ts';

const PROFILE = 'System Administrator';
const org = await contractOrg({
    customization: {
        taskStatuses: [
            { value: 'Open', defaultValue: true },
            { value: 'Done', label: 'Terminé', closed: true },
            { value: 'Completed', closed: true }
        ],
        recordTypes: [
            {
                object: 'Task',
                developerName: 'Call',
                label: 'Appel',
                picklists: { Status: [{ value: 'Open' }, { value: 'Done', defaultValue: true }] },
                defaultFor: [PROFILE]
            },
            { object: 'Task', developerName: 'Old', active: false },
            { object: 'Task', developerName: 'Sales_Only', profiles: ['Sales User'] },
            { object: 'Task', developerName: 'Free' }
        ],
        encryptedFields: ['Contact.Phone']
    }
});
const types = new Map(
    (await org.query("SELECT Id, DeveloperName, IsActive FROM RecordType WHERE SobjectType = 'Task'")).map((row) => [
        String(row.DeveloperName),
        String(row.Id)
    ])
);

test("a new record is of the profile's default record type, with that type's default values", async () => {
    const id = await org.create('Task', { Subject: 'Call' });
    const [row] = await org.query(`SELECT RecordType.DeveloperName, Status, IsClosed FROM Task WHERE Id = '${id}'`);
    assert.equal((row?.RecordType as Row).DeveloperName, 'Call');
    assert.deepEqual([row?.Status, row?.IsClosed], ['Done', true]);
});

test('a value that is not in the record type is refused as one that a restricted picklist does not have', async () => {
    const refusal = {
        errorCode: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
        message: 'Status: bad value for restricted picklist field: Completed',
        fields: ['Status']
    };
    assert.deepEqual(
        await org.refused(400, 'POST', 'sobjects/Task', { Subject: 'Call', Status: 'Completed' }),
        refusal
    );
    const id = await org.create('Task', { Subject: 'Call', Status: 'Open' });
    assert.deepEqual(await org.refused(400, 'PATCH', `sobjects/Task/${id}`, { Status: 'Completed' }), refusal);
    await org.create('Task', { Subject: 'Call', Status: 'Completed', RecordTypeId: types.get('Free') });
});

test('a record type that the profile may not use, that is not active, or that is of another object is refused', async () => {
    for (const name of ['Old', 'Sales_Only']) {
        const id = types.get(name);
        const [row] = (
            await org.call<Outcome[]>('POST', 'composite/sobjects', {
                records: [{ attributes: { type: 'Task' }, Subject: 'Call', RecordTypeId: id }]
            })
        ).body;
        assert.deepEqual(row?.errors, [
            {
                statusCode: 'INVALID_CROSS_REFERENCE_KEY',
                message: `Record Type ID: this ID value isn't valid for the user: ${id}`,
                fields: ['RecordTypeId']
            }
        ]);
    }
    assert.equal((await org.refused(400, 'POST', 'sobjects/Lead', { RecordTypeId: 'x' })).errorCode, 'INVALID_FIELD');
});

test('describe and the UI API tell which record types the user has, and their values (REST guide, recordTypeInfos)', async () => {
    const { body } = await org.call<{ recordTypeInfos: Row[] }>('GET', 'sobjects/Task/describe');
    assert.deepEqual(
        body.recordTypeInfos.map((info) => [info.developerName, info.available, info.defaultRecordTypeMapping]),
        [
            ['Call', true, true],
            ['Old', false, false],
            ['Sales_Only', false, false],
            ['Free', true, false],
            ['Master', true, false]
        ]
    );
    const call = types.get('Call');
    const info = await org.call<Row>('GET', 'ui-api/object-info/Task');
    assert.equal(info.body.defaultRecordTypeId, call);
    const values = (type: string | undefined) =>
        org.call<Row & { values: Row[] }>('GET', `ui-api/object-info/Task/picklist-values/${type}/Status`);
    const limited = (await values(call)).body;
    assert.deepEqual(
        limited.values.map(({ value, label }) => [value, label]),
        [
            ['Open', 'Open'],
            ['Done', 'Terminé']
        ]
    );
    assert.equal((limited.defaultValue as Row).value, 'Done');
    assert.equal((await values('012000000000000AAA')).body.values.length, 3);
    assert.equal((await values('012000000000999AAA')).status, 400);
});

test('a field that encryption hides is described as unfilterable, and a query by it is refused', async () => {
    const { body } = await org.call('GET', 'sobjects/Contact/describe');
    const phone = body.fields.find(({ name }) => name === 'Phone');
    assert.deepEqual([phone?.encrypted, phone?.filterable, phone?.sortable], [true, false, false]);
    assert.match(
        (await org.queryError("SELECT Id FROM Contact WHERE Phone = '1'")).message,
        /Phone.*can not be filtered/
    );
    assert.equal((await org.queryError('SELECT Id FROM Contact ORDER BY Phone')).errorCode, 'INVALID_FIELD');
    await org.create('Contact', { LastName: 'Roy', Phone: '+15145550199' });
    assert.equal((await org.query('SELECT Phone FROM Contact'))[0]?.Phone, '+15145550199');
});
