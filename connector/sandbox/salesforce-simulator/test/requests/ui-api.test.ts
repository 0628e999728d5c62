import assert from 'node:assert/strict';
import test from 'node:test';
import { contractOrg, type Row } from '../contract-org.ts';

const org = await contractOrg();
const account = await org.create('Account', { Name: 'Acme' });
const contact = await org.create('Contact', { FirstName: 'Jean', LastName: 'Tremblay', AccountId: account });
const fieldsOf = (body: Row): Record<string, { value: unknown; displayValue: unknown }> => body.fields as never;

test('a record shows the fields asked for, through parents too (UI API guide, Get a Record)', async () => {
    const { body } = await org.call<Row>(
        'GET',
        `ui-api/records/${contact}?fields=Contact.Name,Contact.Account.Name&optionalFields=Contact.Nope__c`
    );
    assert.deepEqual([body.apiName, body.id], ['Contact', contact]);
    assert.deepEqual(Object.keys(fieldsOf(body)), ['Name', 'Account']);
    assert.equal(fieldsOf(body).Account?.displayValue, 'Acme');
    assert.equal(fieldsOf(fieldsOf(body).Account?.value as Row).Name?.value, 'Acme');
});

test('a field that does not exist, a polymorphic parent and no fields at all are refused', async () => {
    const task = await org.create('Task', { WhoId: contact });
    for (const query of [
        `ui-api/records/${task}?fields=Task.Nope`,
        `ui-api/records/${task}?fields=Task.Who.Name`,
        `ui-api/records/${task}`
    ]) {
        assert.equal((await org.call('GET', query)).status, 400, query);
    }
});

test('a record is created and changed by its fields (UI API guide, Create and Update a Record)', async () => {
    const made = await org.call<Row>('POST', 'ui-api/records', { apiName: 'Contact', fields: { LastName: 'Roy' } });
    assert.deepEqual([made.status, fieldsOf(made.body).LastName?.value], [201, 'Roy']);
    const changed = await org.call<Row>('PATCH', `ui-api/records/${String(made.body.id)}`, {
        fields: { Title: 'PDG' }
    });
    assert.deepEqual([changed.status, fieldsOf(changed.body).Title?.value], [200, 'PDG']);
    assert.equal((await org.call('DELETE', `ui-api/records/${String(made.body.id)}`)).status, 204);
});

test('a refused save says which field is wrong (UI API guide, Record Error)', async () => {
    const { status, body } = await org.call<{ output: { fieldErrors: Record<string, { message: string }[]> } }[]>(
        'PATCH',
        `ui-api/records/${contact}`,
        { fields: { Email: 'x' } }
    );
    assert.equal(status, 400);
    assert.equal(body[0]?.output.fieldErrors.Email?.[0]?.message, 'Email: invalid email address: x');
});

test('object info and picklist values (UI API guide, Object Metadata)', async () => {
    const info = await org.call<Row>('GET', 'ui-api/object-info/Task');
    const { WhoId, Status } = info.body.fields as Record<string, { dataType: string; polymorphicForeignKey: boolean }>;
    assert.deepEqual([WhoId?.polymorphicForeignKey, Status?.dataType], [true, 'Picklist']);
    const values = await org.call<{ values: { value: string }[] }>(
        'GET',
        'ui-api/object-info/Task/picklist-values/012000000000000AAA/CallType'
    );
    assert.deepEqual(
        values.body.values.map(({ value }) => value),
        ['Internal', 'Inbound', 'Outbound']
    );
    assert.equal((await org.call('GET', 'ui-api/object-info/OpportunityStage')).status, 400);
});

test('what is to be saved has fields, and says nothing that is not known (UI API guide, Record Input)', async () => {
    const id = await org.create('Contact', { LastName: 'Input' });
    const path = `ui-api/records/${id}`;
    for (const body of [
        {},
        { fields: 'LastName' },
        { fields: null },
        { fields: { LastName: 'x' }, field: {} },
        { fields: { LastName: 'x' }, allowSaveOnDuplicate: 'yes' }
    ])
        assert.equal(
            (await org.refused(400, 'PATCH', path, body)).errorCode,
            'JSON_PARSER_ERROR',
            JSON.stringify(body)
        );
    const other = await org.refused(400, 'PATCH', path, { apiName: 'Account', fields: { LastName: 'x' } });
    assert.equal(other.errorCode, 'INVALID_INPUT');
    assert.equal((await org.record('Contact', id)).LastName, 'Input');
});
