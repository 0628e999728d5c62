import assert from 'node:assert/strict';
import test from 'node:test';
import { contractOrg, type Body, type Outcome, type Refusal } from '../contract-org.ts';

const org = await contractOrg();
/** Sees the package's fields on tasks, writes none of them; edits Sona calls, neither creates nor deletes them. */
const reader = await org.control('POST', '/sessions', { permissionSets: ['Quo_User'] });
const nobody = await org.control('POST', '/sessions', { permissionSets: [] });
const as = <Shape = Refusal[]>(session: Body, method: string, path: string, body?: unknown) =>
    org.call<Shape>(method, path, body, { authorization: `Bearer ${session.access_token}` });
const FIELD = 'Quo_External_Number__c';
const task = await org.create('Task', { Subject: 'before', [FIELD]: '+15145550100' });
const { body: sona } = await org.call('PATCH', 'sobjects/Sona_Call__c/Quo_Call_Id__c/AC1', {});
const UNWRITABLE = `Unable to create/update fields: ${FIELD}. Please check the security settings of this field and verify that it is read/write for your profile or permission set.`;

test('a field that may only be read is read, found and described as such (Object Reference, field-level security)', async () => {
    const read = await as<Body>(reader, 'GET', `sobjects/Task/${task}`);
    assert.equal(read.body[FIELD], '+15145550100');
    const found = await as<Body>(reader, 'GET', `query?q=SELECT+Id+FROM+Task+WHERE+${FIELD}+!=+null`);
    assert.equal(found.body.records.length, 1);
    const { body } = await as<Body>(reader, 'GET', 'sobjects/Task/describe');
    const described = body.fields.find(({ name }) => name === FIELD);
    assert.deepEqual([described?.createable, described?.updateable], [false, false]);
});

test('writing it is refused by name, on every way in (SOAP guide, INVALID_FIELD_FOR_INSERT_UPDATE)', async () => {
    const record = { attributes: { type: 'Task' }, Subject: 'x', [FIELD]: '1' };
    const single = [
        await as(reader, 'POST', 'sobjects/Task', { [FIELD]: '1' }),
        await as(reader, 'PATCH', `sobjects/Task/${task}`, { Subject: 'after', [FIELD]: '1' })
    ];
    for (const { status, body } of single) {
        assert.equal(status, 400);
        assert.deepEqual(body[0], {
            errorCode: 'INVALID_FIELD_FOR_INSERT_UPDATE',
            message: UNWRITABLE,
            fields: [FIELD]
        });
    }
    const many = await as<Outcome[]>(reader, 'POST', 'composite/sobjects', { records: [record] });
    assert.equal(many.body[0]?.errors[0]?.statusCode, 'INVALID_FIELD_FOR_INSERT_UPDATE');
    assert.equal((await org.record('Task', task)).Subject, 'before');
});

test('what may be done to an object is told apart: edit, but neither create nor delete (Object Reference, object permissions)', async () => {
    const { body } = await as<Body>(reader, 'GET', 'sobjects/Sona_Call__c/describe');
    assert.deepEqual([body.queryable, body.createable, body.updateable, body.deletable], [true, false, true, false]);
    const answers = [
        await as(reader, 'POST', 'sobjects/Sona_Call__c', {}),
        await as(reader, 'DELETE', `sobjects/Sona_Call__c/${sona.id}`)
    ];
    assert.ok(answers.every(({ status }) => status >= 400 && status < 500));
    assert.equal((await org.query('SELECT Id FROM Sona_Call__c')).length, 1);
});

test('what cannot be seen cannot be asked about in any language (Object Reference, field-level security)', async () => {
    const soql = (text: string) => as(nobody, 'GET', `query?q=${encodeURIComponent(text)}`);
    for (const text of [
        `SELECT Id FROM Task WHERE ${FIELD} = 'x'`,
        `SELECT Id FROM Task ORDER BY ${FIELD}`,
        `SELECT COUNT(${FIELD}) FROM Task`,
        `SELECT Owner.Name, (SELECT ${FIELD} FROM Tasks) FROM Contact`,
        'SELECT (SELECT Id FROM Sona_Answers__r) FROM Sona_Call__c'
    ]) {
        const { status, body } = await soql(text);
        assert.equal(status, 400, text);
        assert.match(body[0]?.errorCode ?? '', /^INVALID_(FIELD|TYPE)$/, text);
    }
    const all = await as<Body>(nobody, 'GET', `query?q=${encodeURIComponent('SELECT FIELDS(ALL) FROM Task LIMIT 1')}`);
    assert.ok(!Object.keys(all.body.records[0] ?? {}).some((name) => name.endsWith('__c')));
    const refused = [
        await as(nobody, 'PATCH', 'sobjects/Task/Quo_Key__c/x', {}),
        await as(nobody, 'GET', `sobjects/Sona_Call__c/${sona.id}`),
        await as(nobody, 'PATCH', 'composite/sobjects/Task/Quo_Key__c', { records: [] })
    ];
    assert.deepEqual(
        refused.map(({ status }) => status),
        [404, 404, 404]
    );
    const { body } = await as<Body>(nobody, 'GET', 'sobjects');
    assert.ok(!body.sobjects.some(({ name }) => name.endsWith('__c')));
});
