import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { contractOrg, type Outcome } from '../contract-org.ts';

const org = await contractOrg();
const key = 'sobjects/Task/Quo_Key__c';
const at = (value: string): string => `${key}/${encodeURIComponent(value)}`;
const held = async (value: string): Promise<number> =>
    (await org.query(`SELECT Id FROM Task WHERE Quo_Key__c = '${value}'`)).length;

test('keys that differ in case are two records (Metadata API guide, caseSensitive)', async () => {
    const upper = await org.call('PATCH', at('Call_A'), { Subject: 'upper' });
    const lower = await org.call('PATCH', at('call_a'), { Subject: 'lower' });
    assert.deepEqual([upper.status, lower.status], [201, 201]);
    assert.equal((await org.call('GET', at('Call_A'))).body.Subject, 'upper');
    await org.refused(404, 'GET', at('CALL_A'));
});

test('any key goes through the address and comes back (REST guide, Insert or Update with an External ID)', () =>
    fc.assert(
        fc.asyncProperty(
            fc
                .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
                .filter((text) => !/^\s|\s$|^\.{1,2}$/.test(text)),
            async (text) => {
                const value = `k${text}`;
                const { status, body } = await org.call('PATCH', at(value), { Subject: 'any' });
                assert.ok(
                    status === 201 || status === 200,
                    `${JSON.stringify(value)} ${status} ${JSON.stringify(body)}`
                );
                assert.equal((await org.call('GET', at(value))).body.Quo_Key__c, value.trim());
                assert.equal((await org.call('DELETE', at(value))).status, 204);
                await org.refused(404, 'GET', at(value));
            }
        ),
        { numRuns: 40 }
    ));

test('the field’s name is found whatever its case; a field that is no external id is not (REST guide, 404)', async () => {
    assert.equal((await org.call('PATCH', 'sobjects/Task/quo_key__C/call_b', {})).status, 201);
    assert.equal(await held('call_b'), 1);
    for (const name of ['Subject', 'Nope__c', 'WhoId']) {
        const error = await org.refused(404, 'PATCH', `sobjects/Task/${name}/x`, {});
        assert.deepEqual(error, {
            errorCode: 'NOT_FOUND',
            message: `Provided external ID field does not exist or is not accessible: ${name}`
        });
    }
});

test('a refused upsert writes nothing and takes no key', async () => {
    assert.equal(
        (await org.refused(400, 'PATCH', at('call_c'), { CallType: 'Sideways' })).errorCode,
        'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST'
    );
    assert.equal(await held('call_c'), 0);
    assert.equal((await org.call('PATCH', at('call_c'), {})).status, 201);
    await org.refused(400, 'PATCH', at('call_c'), { Subject: 'x'.repeat(256) });
    assert.equal((await org.call('GET', at('call_c'))).body.Subject, null);
});

test('create-only fields are refused when the upsert finds its record (Object Reference, TaskSubtype)', async () => {
    assert.equal((await org.call('PATCH', at('call_d'), { TaskSubtype: 'Call' })).status, 201);
    const error = await org.refused(400, 'PATCH', at('call_d'), { TaskSubtype: 'Call' });
    assert.deepEqual([error.errorCode, error.fields], ['INVALID_FIELD_FOR_INSERT_UPDATE', ['TaskSubtype']]);
});

test('updateOnly changes what is there (REST guide, updateOnly parameter)', async () => {
    await org.call('PATCH', at('call_e'), {});
    const { status, body } = await org.call('PATCH', `${at('call_e')}?updateOnly=true`, { Subject: 'changed' });
    assert.deepEqual([status, body.created], [200, false]);
    assert.equal((await org.refused(404, 'PATCH', `${at('call_f')}?updateOnly=true`, {})).errorCode, 'NOT_FOUND');
});

test('a collection tells created from updated, and refuses a record without its key (REST guide, Upsert Records)', async () => {
    const record = (value: unknown) => ({ attributes: { type: 'Task' }, Quo_Key__c: value });
    const first = { allOrNone: false, records: ['g', 'h', null, '', 'g '].map(record) };
    const { body } = await org.call<Outcome[]>('PATCH', 'composite/sobjects/Task/Quo_Key__c', first);
    // A blank at the end is no part of a key: the first and the last record name the same one.
    assert.deepEqual(
        body.map(({ created, errors }) => created ?? errors[0]?.statusCode),
        ['DUPLICATE_VALUE', true, 'MISSING_ARGUMENT', 'MISSING_ARGUMENT', 'DUPLICATE_VALUE']
    );
    const again = await org.call<Outcome[]>('PATCH', 'composite/sobjects/Task/Quo_Key__c', {
        records: ['g', 'h'].map(record)
    });
    assert.deepEqual(
        again.body.map(({ created }) => created),
        [true, false]
    );
});

test('an upsert by record id is refused in a collection (REST guide, Upsert Records: only external ids)', async () => {
    const id = await org.create('Task', {});
    const { body } = await org.call<Outcome[]>('PATCH', 'composite/sobjects/Task/Quo_Key__c', {
        records: [{ attributes: { type: 'Task' }, Id: id, Quo_Key__c: 'call_i' }]
    });
    assert.equal(body[0]?.success, false);
    assert.equal(await held('call_i'), 0);
});

test('a change may give a record another key, but not one that is taken (SOAP guide, DUPLICATE_VALUE)', async () => {
    const [one, two] = [await org.create('Task', { Quo_Key__c: 'j1' }), await org.create('Task', { Quo_Key__c: 'j2' })];
    const error = await org.refused(400, 'PATCH', `sobjects/Task/${one}`, { Quo_Key__c: 'j2' });
    assert.equal(
        error.message,
        `duplicate value found: Quo_Key__c duplicates value on record with id: ${two.slice(0, 15)}`
    );
    assert.equal((await org.call('PATCH', `sobjects/Task/${one}`, { Quo_Key__c: 'j3' })).status, 204);
    assert.equal((await org.call('PATCH', `sobjects/Task/${two}`, { Quo_Key__c: 'j1' })).status, 204);
    assert.deepEqual([await held('j1'), await held('j2'), await held('j3')], [1, 0, 1]);
});
