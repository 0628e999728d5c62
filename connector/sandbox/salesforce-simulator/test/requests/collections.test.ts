import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { contractOrg, type Outcome, type Refusal } from '../contract-org.ts';

const org = await contractOrg();
const TASKS = 'composite/sobjects/Task/Quo_Key__c';
const task = (key: string, more: object = {}): object => ({ attributes: { type: 'Task' }, Quo_Key__c: key, ...more });
const upsert = (records: readonly object[], allOrNone = false) =>
    org.call<Outcome[]>('PATCH', TASKS, { allOrNone, records });
const codes = (outcomes: readonly Outcome[]): (string | undefined)[] =>
    outcomes.map(({ errors }) => errors[0]?.statusCode);
const count = async (key: string): Promise<number> =>
    (await org.query(`SELECT Id FROM Task WHERE Quo_Key__c LIKE '${key}'`)).length;

test('good records of a collection are written beside bad ones (REST guide, sObject Collections)', async () => {
    const { status, body } = await upsert([task('mix_1'), task('mix_2', { Subject: 'x'.repeat(256) }), task('mix_3')]);
    assert.equal(status, 200);
    assert.deepEqual(codes(body), [undefined, 'STRING_TOO_LONG', undefined]);
    assert.deepEqual(Object.keys(body[0] ?? {}), ['id', 'success', 'errors', 'created']);
    assert.deepEqual(body[1]?.errors[0]?.fields, ['Subject']);
    assert.equal(await count('mix_%'), 2);
});

test('with allOrNone one bad record takes back all the others, still with 200', async () => {
    const { status, body } = await upsert([task('all_1'), task('all_2', { CallType: 'x' })], true);
    assert.equal(status, 200);
    assert.deepEqual(codes(body), ['ALL_OR_NONE_OPERATION_ROLLED_BACK', 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST']);
    assert.equal(await count('all_%'), 0);
});

test('a roll-back leaves indexes and changed records as they were', async () => {
    await upsert([task('back_1', { Subject: 'before' })]);
    await upsert([task('back_1', { Subject: 'after' }), task('back_2', { CallType: 'x' })], true);
    assert.equal((await org.query("SELECT Subject FROM Task WHERE Quo_Key__c = 'back_1'"))[0]?.Subject, 'before');
    assert.equal((await org.call<Outcome[]>('PATCH', TASKS, { records: [task('back_2')] })).body[0]?.created, true);
});

test('a key that stands twice in one request: neither row is written', async () => {
    const { body } = await upsert([task('twice'), task('once'), task('twice')]);
    assert.deepEqual(codes(body), ['DUPLICATE_VALUE', undefined, 'DUPLICATE_VALUE']);
    assert.equal(await count('twice'), 0);
});

test('more than 200 records are refused whole', async () => {
    const records = Array.from({ length: 201 }, (_, index) => task(`many_${index}`));
    const error = await org.refused(400, 'PATCH', TASKS, { records });
    assert.equal(error.errorCode, 'EXCEEDED_ID_LIMIT');
    assert.equal((await upsert(records.slice(1))).body.length, 200);
});

test('a record of another type, or of none, fails the request', async () => {
    for (const attributes of [{ type: 'Contact' }, undefined]) {
        const error = await org.refused(400, 'PATCH', TASKS, { records: [{ attributes, Quo_Key__c: 'x' }] });
        assert.equal(error.errorCode, 'INVALID_INPUT');
    }
});

test('a column that does not exist fails the whole request, and nothing is written', async () => {
    const error = await org.refused(400, 'PATCH', TASKS, { records: [task('col_1'), task('col_2', { Nope__c: 1 })] });
    assert.equal(error.message, "No such column 'Nope__c' on sobject of type Task");
    assert.equal(await count('col_%'), 0);
});

test('records are created, changed, read and deleted together', async () => {
    const created = await org.call<Outcome[]>('POST', 'composite/sobjects', {
        records: [
            { attributes: { type: 'Account' }, Name: 'Acme' },
            { attributes: { type: 'Contact' }, LastName: 'Roy' }
        ]
    });
    const [account = '', contact = ''] = created.body.map(({ id }) => id);
    const changed = await org.call<Outcome[]>('PATCH', 'composite/sobjects', {
        records: [
            { attributes: { type: 'Account' }, id: account, Phone: '1' },
            { attributes: { type: 'Contact' }, Id: contact, AccountId: account },
            { attributes: { type: 'Account' }, id: '001000000000001', Phone: '1' },
            { attributes: { type: 'Account' }, Phone: '1' }
        ]
    });
    assert.deepEqual(codes(changed.body), [undefined, undefined, 'INVALID_CROSS_REFERENCE_KEY', 'MISSING_ARGUMENT']);
    const read = await org.call<(object | null)[]>(
        'GET',
        `composite/sobjects/Account?ids=${account},001000000000001&fields=Phone`
    );
    assert.deepEqual(
        read.body.map((row) => row && 'Phone' in row),
        [true, null]
    );
    const deleted = await org.call<Outcome[]>('DELETE', `composite/sobjects?ids=${contact}&allOrNone=false`);
    assert.deepEqual(codes(deleted.body), [undefined]);
    const again = await org.call<Outcome[]>('DELETE', `composite/sobjects?ids=${contact}`);
    assert.deepEqual(codes(again.body), ['ENTITY_IS_DELETED']);
});

test('at most ten changes of type in one request', async () => {
    const records = Array.from({ length: 12 }, (_, index) =>
        index % 2 ? { attributes: { type: 'Account' }, Name: 'a' } : { attributes: { type: 'Contact' }, LastName: 'c' }
    );
    const { status, body } = await org.call<Refusal[]>('POST', 'composite/sobjects', { records });
    assert.deepEqual([status, body[0]?.errorCode], [400, 'LIMIT_EXCEEDED']);
});

test('any text is stored as it came, or with U+FFFD where it is no Unicode', async () => {
    let run = 0;
    await fc.assert(
        fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (text) => {
            run += 1;
            const { body } = await upsert([task(`text_${run}`, { Description: text })]);
            assert.equal(body[0]?.success, true);
            const [stored] = await org.query(`SELECT Description FROM Task WHERE Quo_Key__c = 'text_${run}'`);
            assert.equal(stored?.Description, text === '' ? null : text.toWellFormed());
        }),
        { numRuns: 50 }
    );
});

test('however often and in whatever order the same records are sent, the same records are there', async () => {
    const keys = ['p1', 'p2', 'p3'];
    await fc.assert(
        fc.asyncProperty(fc.array(fc.constantFrom(...keys), { minLength: 1, maxLength: 8 }), async (order) => {
            for (const key of order) await upsert([task(`prop_${key}`, { Subject: key })]);
            const rows = await org.query("SELECT Subject FROM Task WHERE Quo_Key__c LIKE 'prop\\_%' ORDER BY Subject");
            assert.ok(new Set(order).size <= rows.length && rows.length <= keys.length);
        }),
        { numRuns: 15 }
    );
});
