import assert from 'node:assert/strict';
import test from 'node:test';
import { contractOrg, type Refusal } from '../contract-org.ts';

const org = await contractOrg();
const account = await org.create('Account', { Name: 'Acme' });
const contact = await org.create('Contact', { LastName: 'Roy', AccountId: account });
const code = async (type: string, fields: object): Promise<string> =>
    (await org.refused(400, 'POST', `sobjects/${type}`, fields)).errorCode;
const opportunity = { Name: 'x', StageName: 'Prospecting', CloseDate: '2026-01-31' };

test('a whole number has as many digits as describe says (Object Reference, CallDurationInSeconds)', async () => {
    assert.equal(await code('Task', { CallDurationInSeconds: 100_000_000 }), 'NUMBER_OUTSIDE_VALID_RANGE');
    assert.equal(await code('Account', { Name: 'x', NumberOfEmployees: -100_000_000 }), 'NUMBER_OUTSIDE_VALID_RANGE');
    await org.create('Task', { CallDurationInSeconds: 99_999_999 });
    for (const field of ['NumberOfEmployees', 'AnnualRevenue']) {
        const answer = await org.call('POST', 'sobjects/Account', `{"Name": "x", "${field}": 1e400}`);
        assert.equal(answer.status, 400, field);
    }
});

test('places on earth and chances keep their bounds (SOAP guide, NUMBER_OUTSIDE_VALID_RANGE)', async () => {
    for (const fields of [
        { MailingLatitude: 90.5, MailingLongitude: 0 },
        { MailingLatitude: -91, MailingLongitude: 0 },
        { MailingLatitude: 0, MailingLongitude: 181 }
    ])
        assert.equal(await code('Contact', { LastName: 'x', ...fields }), 'NUMBER_OUTSIDE_VALID_RANGE');
    assert.equal(await code('Opportunity', { ...opportunity, Probability: 101 }), 'NUMBER_OUTSIDE_VALID_RANGE');
    assert.equal(await code('Opportunity', { ...opportunity, Probability: -1 }), 'NUMBER_OUTSIDE_VALID_RANGE');
    await org.create('Contact', { LastName: 'x', MailingLatitude: 45.5, MailingLongitude: -73.6 });
});

test('the subtype of Sales Engagement cannot be set by hand (Object Reference, TaskSubtype)', async () => {
    const error = await org.refused(400, 'POST', 'sobjects/Task', { TaskSubtype: 'Cadence' });
    assert.deepEqual([error.errorCode, error.fields], ['FIELD_INTEGRITY_EXCEPTION', ['TaskSubtype']]);
    const id = await org.create('Task', { TaskSubtype: 'call' });
    assert.equal((await org.record('Task', id)).TaskSubtype, 'Call');
});

test('fields of a series belong to a series (Object Reference, IsRecurrence)', async () => {
    for (const fields of [{ RecurrenceInterval: 2 }, { RecurrenceType: 'RecursDaily' }, { IsRecurrence: true }])
        assert.notEqual(await code('Task', fields), '', JSON.stringify(fields));
    await org.create('Task', { IsRecurrence: false, RecurrenceInterval: null });
});

test('nobody is above himself (SOAP guide, CIRCULAR_DEPENDENCY)', async () => {
    const child = await org.create('Account', { Name: 'Child', ParentId: account });
    const grandchild = await org.create('Account', { Name: 'Grandchild', ParentId: child });
    for (const ParentId of [account, child, grandchild]) {
        const error = await org.refused(400, 'PATCH', `sobjects/Account/${account}`, { ParentId });
        assert.deepEqual(
            [error.errorCode, error.message, error.fields],
            ['CIRCULAR_DEPENDENCY', 'attempt to violate hierarchy constraints', ['ParentId']]
        );
    }
    const self = await org.refused(400, 'PATCH', `sobjects/Contact/${contact}`, { ReportsToId: contact });
    assert.equal(self.errorCode, 'CIRCULAR_DEPENDENCY');
});

test('an address that no mail reaches is refused; what mail allows is not (SOAP guide, INVALID_EMAIL_ADDRESS)', async () => {
    for (const Email of [
        'a',
        'a@b',
        '@b.ca',
        'a@b.',
        'a b@c.ca',
        'a@b@c.ca',
        'é@b.ca',
        'a@-.ca',
        'a..b@c.ca',
        '.a@b.ca'
    ])
        assert.equal(await code('Contact', { LastName: 'x', Email }), 'INVALID_EMAIL_ADDRESS', Email);
    for (const Email of ['a@b.ca', "o'neil+quo@sub.example.co.uk", 'A_1-%@b-c.ca'])
        await org.create('Contact', { LastName: 'x', Email });
});

test('null, nothing and blank: cleared, left alone, cleared (SOAP guide, fieldsToNull)', async () => {
    const id = await org.create('Contact', { LastName: 'Roy', Phone: '1', Email: 'a@b.ca', Birthdate: '2000-02-29' });
    const path = `sobjects/Contact/${id}`;
    await org.call('PATCH', path, {});
    assert.equal((await org.record('Contact', id)).Phone, '1');
    assert.equal((await org.call('PATCH', path, { Phone: null, Email: '', Birthdate: null })).status, 204);
    const { Phone, Email, Birthdate, FirstName } = await org.record('Contact', id);
    assert.deepEqual([Phone, Email, Birthdate, FirstName], [null, null, null, null]);
    const empty = await org.refused(400, 'PATCH', `sobjects/Task/${await org.create('Task', {})}`, { Status: '  ' });
    assert.equal(empty.errorCode, 'REQUIRED_FIELD_MISSING');
});

test('an id of the right shape is not yet an id of the right object (SOAP guide, ID fields)', async () => {
    const of = async (WhoId: unknown): Promise<string> => code('Task', { WhoId });
    assert.equal(await of(`${contact.slice(0, 15)}AAA`), 'MALFORMED_ID');
    assert.equal(await of(account), 'FIELD_INTEGRITY_EXCEPTION');
    assert.equal(await of('000000000000000AAA'), 'FIELD_INTEGRITY_EXCEPTION');
    assert.equal(await of('003zz0000000000'), 'INVALID_CROSS_REFERENCE_KEY');
    assert.equal(await of(3), 'JSON_PARSER_ERROR');
});

test('stamps and derived fields are nobody’s to write, on any way in (Object Reference, system fields)', async () => {
    const stamps = [
        'CreatedDate',
        'CreatedById',
        'LastModifiedDate',
        'SystemModstamp',
        'IsDeleted',
        'LastActivityDate'
    ];
    const value = (name: string): unknown =>
        name === 'IsDeleted' ? false : name.endsWith('Id') ? account : '2026-01-31T12:00:00Z';
    for (const name of stamps) {
        assert.equal(await code('Contact', { LastName: 'x', [name]: value(name) }), 'INVALID_FIELD_FOR_INSERT_UPDATE');
        const error = await org.refused(400, 'PATCH', `sobjects/Contact/${contact}`, { [name]: value(name) });
        assert.equal(error.errorCode, 'INVALID_FIELD_FOR_INSERT_UPDATE', name);
    }
    const { body } = await org.call<{ errors: { statusCode: string }[] }[]>('POST', 'composite/sobjects', {
        records: [{ attributes: { type: 'Contact' }, LastName: 'x', SystemModstamp: '2026-01-31T12:00:00Z' }]
    });
    assert.equal(body[0]?.errors[0]?.statusCode, 'INVALID_FIELD_FOR_INSERT_UPDATE');
});

test('a guarded change by the UI API is refused when somebody was faster (UI API guide, If-Unmodified-Since)', async () => {
    const past = new Date(Date.now() - 3_600_000).toUTCString();
    const path = `ui-api/records/${contact}`;
    const { status, body } = await org.call<Refusal[]>(
        'PATCH',
        path,
        { fields: { LastName: 'Late' } },
        { 'If-Unmodified-Since': past }
    );
    assert.deepEqual([status, body[0]?.errorCode], [412, 'PRECONDITION_FAILED']);
    assert.equal((await org.record('Contact', contact)).LastName, 'Roy');
});

test('an account has a tag of its state, which guards it and spares reading it again (REST guide, Conditional Request Headers)', async () => {
    const path = `sobjects/Account/${account}`;
    const tag = (await org.call('GET', path)).headers.get('etag') ?? '';
    assert.match(tag, /^"[^"]+"$/);
    assert.equal((await org.call('GET', path, undefined, { 'If-None-Match': tag })).status, 304);
    const change = (Site: string, match: string) => org.call('PATCH', path, { Site }, { 'If-Match': match });
    assert.equal((await change('refused', '"another"')).status, 412);
    assert.equal((await change('kept', tag)).status, 204);
    assert.equal((await change('late', tag)).status, 412);
    assert.equal((await org.record('Account', account)).Site, 'kept');
    assert.equal((await org.call('GET', path, undefined, { 'If-None-Match': tag })).status, 200);
});
