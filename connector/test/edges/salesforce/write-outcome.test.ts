import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OrgUnavailable } from '../../../src/contracts/salesforce.ts';
import { connectOrg } from '../../../src/salesforce/org.ts';
import { collectionsOrg, type RecordError } from './collections.ts';
import { sonaAnswer, sonaCall, task } from './drafts.ts';
import { refusal, ROOT, SETTINGS, fakeOrg } from './fake-org.ts';

test('a record that Salesforce refuses does not keep the others from being written', async () => {
    const error = { statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'Close the deal first' };
    const { dependencies } = collectionsOrg((record) => (record.Quo_Key__c === 'bad' ? { error } : {}));
    const results = await connectOrg(SETTINGS, dependencies).write([task('a'), task('bad'), task('z')]);
    assert.deepEqual(
        results.map(({ ok }) => ok),
        [true, false, true]
    );
    const [, bad] = results;
    assert.ok(bad?.ok === false);
    assert.deepEqual([bad.remedy, bad.note.code], ['park', 'SF-VALIDATION-RULE']);
    assert.match(bad.note.seen ?? '', /Close the deal first/);
});

test('a record that exists although nobody knew is updated without what only an insert may set', async () => {
    const error = {
        statusCode: 'INVALID_FIELD_FOR_INSERT_UPDATE',
        message: 'Unable to create/update fields: TaskSubtype',
        fields: ['TaskSubtype']
    };
    const { collections, dependencies } = collectionsOrg((record) =>
        record.Quo_Key__c === 'there' && 'TaskSubtype' in record
            ? { error }
            : { created: record.Quo_Key__c !== 'there' }
    );
    const results = await connectOrg(SETTINGS, dependencies).write([task('new'), task('there')]);
    assert.deepEqual(
        results.map((result) => result.ok && result.created),
        [true, false]
    );
    assert.deepEqual(
        collections.map(({ records }) => records.length),
        [2, 1]
    );
});

test('a field right that is missing is not taken for a field that only an insert may set', async () => {
    const error = { statusCode: 'INVALID_FIELD_FOR_INSERT_UPDATE', fields: ['Quo_Inbox__c'] };
    const { collections, dependencies } = collectionsOrg((record) => (record.Quo_Key__c === 'a' ? { error } : {}));
    const [result] = await connectOrg(SETTINGS, dependencies).write([task('a'), task('b')]);
    assert.ok(result?.ok === false);
    assert.deepEqual([result.remedy, result.note.code], ['park', 'SF-FIELD-RIGHT']);
    assert.match(result.note.seen ?? '', /Quo_Inbox__c/);
    assert.equal(collections.length, 1);
});

test('an answer that somebody deleted comes back under its parent', async () => {
    const error = { statusCode: 'REQUIRED_FIELD_MISSING', fields: ['Sona_Call__c'] };
    const { dependencies } = collectionsOrg((record) => ('Sona_Call__r' in record ? {} : { error }));
    const [result] = await connectOrg(SETTINGS, dependencies).write([sonaAnswer('a', 'AC1', 'a00000000000001AAA')]);
    assert.equal(result?.ok, true);
});

test('a window whose start moved keeps its Task: the key is changed on the record', async () => {
    const { collections, dependencies } = collectionsOrg((record) => ({ id: String(record.id), created: false }));
    const moved = task('sms_new', { formerKey: 'sms_old', salesforceId: '00T000000000001AAA' });
    const [result] = await connectOrg(SETTINGS, dependencies).write([moved]);
    assert.deepEqual(result, { ok: true, id: '00T000000000001AAA', created: false });
    assert.equal(collections[0]?.path, '/composite/sobjects');
    assert.deepEqual(collections[0]?.records, [
        { attributes: { type: 'Task' }, id: '00T000000000001AAA', Quo_Key__c: 'sms_new', Subject: 'Appel entrant' }
    ]);
});

test('a moved window whose Task somebody deleted is made anew, with everything', async () => {
    const { collections, dependencies } = collectionsOrg((_, { path }) =>
        path.endsWith('/Quo_Key__c') ? {} : { error: { statusCode: 'ENTITY_IS_DELETED', message: 'entity is deleted' } }
    );
    const moved = task('sms_new', { formerKey: 'sms_old', salesforceId: '00T000000000001AAA' });
    const [result] = await connectOrg(SETTINGS, dependencies).write([moved]);
    assert.ok(result?.ok === true && result.created);
    assert.equal(collections[1]?.records[0]?.TaskSubtype, 'Call');
});

test('a moved window whose first answer got lost is found by the key it had', async () => {
    const sent: unknown[] = [];
    const org = fakeOrg(({ path, body }) => {
        if (path.startsWith(`${ROOT}/query`)) {
            assert.match(path, /SELECT Id, Quo_Key__c FROM Task WHERE Quo_Key__c IN \('sms_old'\)/);
            return { body: { done: true, records: [{ Id: '00T000000000009AAA', Quo_Key__c: 'sms_old' }] } };
        }
        sent.push(...(body as { records: unknown[] }).records);
        return { body: [{ id: '00T000000000009AAA', success: true, errors: [] }] };
    });
    await connectOrg(SETTINGS, org.dependencies).write([task('sms_new', { formerKey: 'sms_old' })]);
    assert.equal((sent[0] as { id: string }).id, '00T000000000009AAA');
});

for (const [parent, remedy] of [
    [{ statusCode: 'UNABLE_TO_LOCK_ROW' }, 'retry'],
    [{ statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION' }, 'park']
] as const satisfies readonly (readonly [RecordError, string])[])
    test(`answers share the lot of the record they belong to (${parent.statusCode}: ${remedy})`, async () => {
        const message = 'Foreign key external ID: ac1 not found for field Quo_Call_Id__c in entity Sona_Call__c';
        const { dependencies } = collectionsOrg((record) => {
            if ('Quo_Call_Id__c' in record) return { error: parent };
            return 'Sona_Call__r' in record ? { error: { statusCode: 'INVALID_FIELD', message } } : {};
        });
        const items = [sonaAnswer('a', 'AC1'), sonaCall('AC1'), task('t')];
        const [answer] = await connectOrg(SETTINGS, dependencies).write(items);
        assert.ok(answer?.ok === false);
        assert.deepEqual([answer.remedy, answer.note.code], [remedy, 'SF-PARENT']);
    });

test('an org without the package is one reason to pause, not one parked activity each', async () => {
    const message = "No such column 'Quo_Key__c' on sobject of type Task";
    const { asked, dependencies } = collectionsOrg(
        () => ({}),
        () => ({ status: 400, body: refusal('INVALID_FIELD', message) })
    );
    const items = Array.from({ length: 50 }, (_, n) => task(`call_${n}`));
    await assert.rejects(connectOrg(SETTINGS, dependencies).write(items), (error) => {
        assert.ok(error instanceof OrgUnavailable);
        assert.deepEqual([error.kind, error.note.code], ['forbidden', 'SF-FIELD-MISSING']);
        assert.match(error.note.seen ?? '', /Quo_Key__c/);
        return true;
    });
    assert.equal(asked.length, 1);
});

test('an answer mapped to a field that the org does not have parks that record alone, even when it is the only one', async () => {
    const message = "No such column 'Budget__c' on sobject of type Sona_Call__c";
    const { dependencies } = collectionsOrg(
        () => ({}),
        ({ records }) =>
            records.some((record) => 'Budget__c' in record)
                ? { status: 400, body: refusal('INVALID_FIELD', message) }
                : undefined
    );
    const mapped = { draft: { ...sonaCall('AC2').draft, fields: { Budget__c: '1' } } };
    const org = connectOrg(SETTINGS, dependencies);
    const results = await org.write([sonaCall('AC1'), mapped, sonaCall('AC3'), task('t')]);
    assert.deepEqual(
        results.map(({ ok }) => ok),
        [true, false, true, true]
    );
    const [alone] = await org.write([mapped]);
    assert.ok(alone?.ok === false && alone.remedy === 'park');
});

test('one record that makes Salesforce refuse its whole collection is found, and parked alone', async () => {
    const { asked, dependencies } = collectionsOrg(
        () => ({}),
        ({ records }) =>
            records.some(({ Quo_Key__c }) => Quo_Key__c === 'call_77')
                ? { status: 400, body: refusal('JSON_PARSER_ERROR', 'Cannot deserialize') }
                : undefined
    );
    const items = Array.from({ length: 200 }, (_, n) => task(`call_${n}`));
    const results = await connectOrg(SETTINGS, dependencies).write(items);
    const refused = results.flatMap((result, n) => (result.ok ? [] : [n]));
    assert.deepEqual(refused, [77]);
    assert.ok(asked.length < 15, `${asked.length} requests`);
});

test('a refusal that nothing explains costs a bounded number of requests', async () => {
    const { asked, dependencies } = collectionsOrg(
        () => ({}),
        () => ({ status: 400, body: refusal('JSON_PARSER_ERROR') })
    );
    const items = Array.from({ length: 200 }, (_, n) => task(`call_${n}`));
    const results = await connectOrg(SETTINGS, dependencies).write(items);
    assert.ok(results.every(({ ok }) => !ok));
    assert.ok(asked.length <= 25, `${asked.length} requests`);
});

test('a composite request that is refused as such does not hold up what is in it', async () => {
    const paths: string[] = [];
    const org = fakeOrg(({ path, body }) => {
        paths.push(path.replace(ROOT, ''));
        if (path === `${ROOT}/composite`) return { status: 400, body: refusal('JSON_PARSER_ERROR') };
        const { records } = body as { records: unknown[] };
        return { body: records.map((_, n) => ({ id: `id${n}`, success: true, created: true, errors: [] })) };
    });
    const results = await connectOrg(SETTINGS, org.dependencies).write([task('call_1'), sonaCall('AC1')]);
    assert.ok(results.every(({ ok }) => ok));
    assert.deepEqual(paths, [
        '/composite',
        '/composite/sobjects/Task/Quo_Key__c',
        '/composite/sobjects/Sona_Call__c/Quo_Call_Id__c'
    ]);
});

test('a limit that is met inside a composite request pauses as it does outside', async () => {
    const { dependencies } = collectionsOrg(
        () => ({}),
        ({ path }) =>
            path.includes('Sona_Call__c')
                ? { status: 403, body: refusal('REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.') }
                : undefined
    );
    await assert.rejects(connectOrg(SETTINGS, dependencies).write([task('t'), sonaCall('AC1')]), { kind: 'limit' });
});
