import assert from 'node:assert/strict';
import { test } from 'node:test';
import { connectOrg } from '../../../src/salesforce/org.ts';
import { lead, task } from './drafts.ts';
import { fakeOrg, ROOT, SETTINGS } from './fake-org.ts';

test('the record that a duplicate rule names is told, asked again alone where a collection keeps it to itself', async () => {
    const duplicateResult = {
        matchResults: [
            {
                matchRecords: [
                    { matchConfidence: 100, record: { attributes: { type: 'Lead' }, Id: '00Q5e00000LeadAAAA' } }
                ]
            },
            {
                matchRecords: [
                    { matchConfidence: 80, record: { attributes: { type: 'Contact' }, Id: '0035e00000ContAAAA' } }
                ]
            }
        ]
    };
    const org = fakeOrg(({ path, body }) => {
        if (path.endsWith('/composite/sobjects/Lead/Quo_Phone__c'))
            return {
                body: [
                    {
                        success: false,
                        errors: [
                            { statusCode: 'DUPLICATES_DETECTED', message: 'Use one of these records?', fields: [] }
                        ]
                    }
                ]
            };
        assert.equal(path, `${ROOT}/sobjects/Lead/Quo_Phone__c/+15145550123`);
        assert.deepEqual(Object.keys(body as object), ['LastName', 'Company', 'Phone']);
        return {
            status: 400,
            body: [{ errorCode: 'DUPLICATES_DETECTED', message: 'Use one of these records?', duplicateResult }]
        };
    });
    const [result] = await connectOrg(SETTINGS, org.dependencies).write([lead('+15145550123')]);
    assert.ok(result?.ok === false);
    assert.deepEqual([result.remedy, result.duplicateOf], ['resolve', '0035e00000ContAAAA']);
});

test('a Task that is already gone counts as removed; one that may not be deleted is told', async () => {
    const answers: Record<string, unknown> = {
        gone: {
            success: false,
            errors: [{ statusCode: 'ENTITY_IS_DELETED', message: 'entity is deleted', fields: [] }]
        },
        locked: { success: false, errors: [{ statusCode: 'UNABLE_TO_LOCK_ROW', message: 'unable', fields: [] }] },
        kept: { success: false, errors: [{ statusCode: 'INSUFFICIENT_ACCESS_OR_READONLY', message: 'no', fields: [] }] }
    };
    const org = fakeOrg(({ path }) => ({
        body: (/ids=([^&]*)/.exec(path)?.[1] ?? '')
            .split(',')
            .map((id) => answers[id] ?? { id, success: true, errors: [] })
    }));
    const remove = (ids: readonly string[]): Promise<void> =>
        connectOrg(SETTINGS, org.dependencies).remove('Task', ids);
    await remove(['a', 'gone', 'b']);
    await assert.rejects(remove(['locked']), { kind: 'retry' });
    await assert.rejects(remove(['kept']), { kind: 'forbidden' });
    assert.equal(org.asked[0]?.method, 'DELETE');
});

test('a Task that came back without its icon stays when it may not be deleted', async () => {
    let writes = 0;
    const org = fakeOrg(({ method }) => {
        if (method === 'DELETE')
            return { body: [{ success: false, errors: [{ statusCode: 'INSUFFICIENT_ACCESS_OR_READONLY' }] }] };
        writes += 1;
        return { body: [{ id: '00Tnew', success: true, created: true, errors: [] }] };
    });
    const [result] = await connectOrg(SETTINGS, org.dependencies).write([task('call_1', { salesforceId: '00Told' })]);
    assert.deepEqual(result, { ok: true, id: '00Tnew', created: true });
    assert.equal(writes, 1);
});
