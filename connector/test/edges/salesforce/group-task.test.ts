import assert from 'node:assert/strict';
import { test } from 'node:test';
import { connectOrg } from '../../../src/salesforce/org.ts';
import { task } from './drafts.ts';
import { fakeOrg, ROOT, SETTINGS } from './fake-org.ts';

const group = task('sms_1', { fields: { WhoId: '003A' }, alsoWhoIds: ['003B', '00QL', '003B'] });

function orgThat(shares: boolean) {
    const written: Record<string, unknown>[] = [];
    const right = { createable: true, updateable: true };
    const described = {
        name: 'Task',
        fields: shares ? [{ name: 'WhoId' }, { name: 'WhoCount' }] : [{ name: 'WhoId' }],
        childRelationships: [{ junctionIdListNames: shares ? ['TaskWhoIds'] : [] }],
        ...right
    };
    const org = fakeOrg(({ path, body }) => {
        if (path === `${ROOT}/composite`)
            return { body: { compositeResponse: [{ referenceId: 'read0', httpStatusCode: 200, body: described }] } };
        const { records } = body as { records: Record<string, unknown>[] };
        written.push(...records);
        return { body: records.map((_, n) => ({ id: `00T${n}`, success: true, created: true, errors: [] })) };
    });
    return { written, org: connectOrg(SETTINGS, org.dependencies) };
}

test('a group text is about every contact where the org shares activities', async () => {
    const { org, written } = orgThat(true);
    await org.write([group, task('call_1')]);
    const about = new Map(written.map((record) => [record.Quo_Key__c, record.TaskWhoIds]));
    assert.deepEqual([about.get('sms_1'), about.get('call_1')], [['003A', '003B'], undefined]);
    await org.write([group]);
    assert.equal(org.calls(), 3);
});

test('elsewhere a group text is about the first contact', async () => {
    const { org, written } = orgThat(false);
    await org.write([group]);
    assert.deepEqual([written[0]?.WhoId, written[0]?.TaskWhoIds], ['003A', undefined]);
});

test('a lead is never one of several', async () => {
    const { org, written } = orgThat(true);
    await org.write([task('sms_2', { fields: { WhoId: '00QL' }, alsoWhoIds: ['003B'] })]);
    assert.equal(written[0]?.TaskWhoIds, undefined);
});

test('nothing is asked when no text is a group text', async () => {
    const { org } = orgThat(true);
    await org.write([task('call_1')]);
    assert.equal(org.calls(), 1);
});

test('a known Task keeps whoever is on it, where its group is the same as before', async () => {
    const { org, written } = orgThat(true);
    const same = task('sms_1', { createOnly: { WhoId: '003A' }, alsoWhoIds: ['003B'] });
    await org.write([{ ...same, salesforceId: '00T0' }]);
    assert.deepEqual([written[0]?.WhoId, written[0]?.TaskWhoIds], [undefined, undefined]);
    await org.write([same]);
    assert.deepEqual(written[1]?.TaskWhoIds, ['003A', '003B'], 'one that is made anew is whole');
});

test('a group of whom one is left takes the others off', async () => {
    const { org, written } = orgThat(true);
    const { draft } = task('sms_1', { fields: { WhoId: '003A' }, alsoWhoIds: [] });
    await org.write([{ draft, salesforceId: '00T0' }]);
    assert.deepEqual(written[0]?.TaskWhoIds, ['003A']);
});
