import assert from 'node:assert/strict';
import test from 'node:test';
import { contractOrg, V, type Refusal } from '../contract-org.ts';

const org = await contractOrg();

test('a record is created, read, changed and deleted (REST guide, sObject Basic Information and Rows)', async () => {
    const made = await org.call('POST', 'sobjects/Account', { Name: 'Acme' });
    assert.equal(made.status, 201);
    assert.deepEqual(made.body, { id: made.body.id, success: true, errors: [] });
    const path = `sobjects/Account/${made.body.id}`;
    assert.equal(made.headers.get('location'), `${V}/${path}`);
    assert.match(made.body.id, /^001\w{15}$/);

    const read = await org.call('GET', `${path}?fields=Name,Phone`);
    assert.deepEqual(read.body, {
        attributes: { type: 'Account', url: `${V}/${path}` },
        Name: 'Acme',
        Phone: null,
        Id: made.body.id
    });
    const changed = await org.call('PATCH', path, { Phone: '(514) 555-0100' });
    assert.deepEqual([changed.status, changed.body], [204, '']);
    assert.equal((await org.call('DELETE', path)).status, 204);
    assert.deepEqual(await org.refused(404, 'GET', path), {
        errorCode: 'ENTITY_IS_DELETED',
        message: 'entity is deleted',
        fields: []
    });
});

test('ids work with 15 and with 18 characters (Object Reference, ID Field Type)', async () => {
    const id = await org.create('Account', { Name: 'Short' });
    assert.equal((await org.call('GET', `sobjects/Account/${id.slice(0, 15)}`)).body.Id, id);
    const [found] = await org.query(`SELECT Id FROM Account WHERE Id = '${id.slice(0, 15)}'`);
    assert.equal(found?.Id, id);
    const contact = await org.create('Contact', { LastName: 'Roy', AccountId: id.slice(0, 15) });
    assert.equal((await org.record('Contact', contact)).AccountId, id);
});

test('a key that is no field fails the request (REST guide, Status Codes)', async () => {
    assert.deepEqual(await org.refused(400, 'POST', 'sobjects/Contact', { LastName: 'Roy', Nope__c: 1 }), {
        errorCode: 'INVALID_FIELD',
        message: "No such column 'Nope__c' on sobject of type Contact"
    });
});

test('required fields are named, on create and when they are cleared (SOAP guide, REQUIRED_FIELD_MISSING)', async () => {
    assert.deepEqual(await org.refused(400, 'POST', 'sobjects/Lead', { FirstName: 'Jean' }), {
        errorCode: 'REQUIRED_FIELD_MISSING',
        message: 'Required fields are missing: [LastName, Company]',
        fields: ['LastName', 'Company']
    });
    const id = await org.create('Contact', { LastName: 'Roy' });
    const error = await org.refused(400, 'PATCH', `sobjects/Contact/${id}`, { LastName: '' });
    assert.equal(error.errorCode, 'REQUIRED_FIELD_MISSING');
});

test('a text beyond its length is refused, never cut (SOAP guide, STRING_TOO_LONG)', async () => {
    const name = 'x'.repeat(256);
    assert.deepEqual(await org.refused(400, 'POST', 'sobjects/Account', { Name: name }), {
        errorCode: 'STRING_TOO_LONG',
        message: `Account Name: data value too large: ${name} (max length=255)`,
        fields: ['Name']
    });
    // A character outside of the basic plane counts twice, as it is two UTF-16 units.
    await org.create('Account', { Name: `${'x'.repeat(253)}😀` });
    await org.refused(400, 'POST', 'sobjects/Account', { Name: `${'x'.repeat(254)}😀` });
});

test('a restricted picklist takes its own values only (SOAP guide, INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST)', async () => {
    const error = await org.refused(400, 'POST', 'sobjects/Task', { CallType: 'Sideways' });
    assert.deepEqual(error, {
        errorCode: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
        message: 'Call Type: bad value for restricted picklist field: Sideways',
        fields: ['CallType']
    });
    // An unrestricted one takes anything that fits.
    await org.create('Task', { Type: 'Anything' });
});

test('read-only and create-only fields are refused by name (Object Reference, Task)', async () => {
    const closed = await org.refused(400, 'POST', 'sobjects/Task', {
        IsClosed: true,
        CompletedDateTime: '2026-01-31T12:00:00Z'
    });
    assert.equal(closed.errorCode, 'INVALID_FIELD_FOR_INSERT_UPDATE');
    assert.deepEqual(closed.fields, ['IsClosed', 'CompletedDateTime']);
    const id = await org.create('Task', { TaskSubtype: 'Call' });
    const error = await org.refused(400, 'PATCH', `sobjects/Task/${id}`, { TaskSubtype: 'Task' });
    assert.deepEqual([error.errorCode, error.fields], ['INVALID_FIELD_FOR_INSERT_UPDATE', ['TaskSubtype']]);
    const withId = await org.refused(400, 'PATCH', `sobjects/Task/${id}`, { Id: id, Subject: 'x' });
    assert.equal(withId.errorCode, 'INVALID_FIELD');
});

test('values of the wrong kind are what the parser refuses (REST guide, JSON_PARSER_ERROR)', async () => {
    const wrong: [string, unknown][] = [
        ['ActivityDate', '31/01/2026'],
        ['ActivityDate', '2026-02-30'],
        ['Quo_Started_At__c', '2026-01-31T12:00:00'],
        ['CallDurationInSeconds', 'twelve'],
        ['CallDurationInSeconds', 1.5],
        ['IsReminderSet', 'yes'],
        ['Subject', 12]
    ];
    for (const [field, value] of wrong) {
        const error = await org.refused(400, 'POST', 'sobjects/Task', { [field]: value });
        assert.equal(error.errorCode, 'JSON_PARSER_ERROR', `${field}: ${JSON.stringify(value)}`);
    }
    assert.equal((await org.refused(400, 'POST', 'sobjects/Task', '{"Subject": ')).errorCode, 'JSON_PARSER_ERROR');
});

test('dates and times come back in one form, to the second (REST guide, Valid Date and DateTime Formats)', async () => {
    const id = await org.create('Task', {
        ActivityDate: '2026-01-31',
        Quo_Started_At__c: '2026-01-31T07:00:00.987-05:00'
    });
    const task = await org.record('Task', id);
    assert.equal(task.ActivityDate, '2026-01-31');
    assert.equal(task.Quo_Started_At__c, '2026-01-31T12:00:00.000+0000');
    assert.match(String(task.SystemModstamp), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000\+0000$/);
});

test('blanks around a name are cut, an empty text clears a field (SOAP guide, string)', async () => {
    const id = await org.create('Account', { Name: '  Acme ', Phone: '' });
    const account = await org.record('Account', id);
    assert.deepEqual([account.Name, account.Phone], ['Acme', null]);
});

test('a unique value names the record that holds it (SOAP guide, DUPLICATE_VALUE)', async () => {
    const id = await org.create('Task', { Quo_Key__c: 'call_unique' });
    const error = await org.refused(400, 'POST', 'sobjects/Task', { Quo_Key__c: 'call_unique' });
    assert.equal(error.errorCode, 'DUPLICATE_VALUE');
    assert.equal(
        error.message,
        `duplicate value found: Quo_Key__c duplicates value on record with id: ${id.slice(0, 15)}`
    );
    // Case-sensitive: another case is another value.
    await org.create('Task', { Quo_Key__c: 'CALL_unique' });
});

test('wrong ids are told apart: malformed, of another object, of nothing, of something deleted (SOAP guide)', async () => {
    const account = await org.create('Account', { Name: 'Gone' });
    const code = async (AccountId: string): Promise<string> =>
        (
            await org
                .refused(400, 'POST', 'sobjects/Contact', { LastName: 'Roy', AccountId })
                .catch(() => ({ errorCode: '' }))
        ).errorCode;
    assert.equal(await code('nonsense'), 'MALFORMED_ID');
    assert.equal(await code('003000000000001ABC'), 'MALFORMED_ID');
    assert.equal(await code('003000000000001'), 'FIELD_INTEGRITY_EXCEPTION');
    assert.equal(await code('001000000000001'), 'INVALID_CROSS_REFERENCE_KEY');
    await org.call('DELETE', `sobjects/Account/${account}`);
    assert.equal(await code(account), 'ENTITY_IS_DELETED');
});

test('an address that is no id is read as an external id field (REST guide, sObject Rows)', async () => {
    const error = await org.refused(404, 'GET', 'sobjects/Account/nonsense');
    assert.equal(error.message, 'Provided external ID field does not exist or is not accessible: nonsense');
});

test('a method that a resource lacks is refused (REST guide, Status Codes, 405)', async () => {
    const error = await org.refused(405, 'PUT', 'sobjects/Account', {});
    assert.deepEqual(error, {
        errorCode: 'METHOD_NOT_ALLOWED',
        message: "HTTP Method 'PUT' not allowed. Allowed are HEAD,GET,POST"
    });
    // Clients that cannot send PATCH name it in the address.
    const id = await org.create('Account', { Name: 'Override' });
    assert.equal(
        (await org.call('POST', `sobjects/Account/${id}?_HttpMethod=PATCH`, { Name: 'Overridden' })).status,
        204
    );
});

test('bodies must be JSON by their type, and addresses short (REST guide, 415, 414 and 431)', async () => {
    const typed = await org.call<Refusal[]>('POST', 'sobjects/Account', '<a/>', { 'content-type': 'application/xml' });
    assert.deepEqual([typed.status, typed.body[0]?.errorCode], [415, 'UNSUPPORTED_MEDIA_TYPE']);
    assert.equal((await org.call('GET', `query?q=${'x'.repeat(17_000)}`)).status, 414);
    assert.equal((await org.call('GET', 'limits', undefined, { 'x-long': 'x'.repeat(17_000) })).status, 431);
});

test('a record that changed since is not overwritten (REST guide, If-Unmodified-Since)', async () => {
    const id = await org.create('Account', { Name: 'Guarded' });
    const past = new Date(Date.now() - 3_600_000).toUTCString();
    const answer = await org.call('PATCH', `sobjects/Account/${id}`, { Name: 'x' }, { 'If-Unmodified-Since': past });
    assert.equal(answer.status, 412);
    assert.equal((await org.record('Account', id)).Name, 'Guarded');
});
