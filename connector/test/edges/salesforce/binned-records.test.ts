import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sonaAnswer, sonaCall, task } from './drafts.ts';
import { record, simulatedOrg } from './simulated-org.ts';

const REP = 'rep@acme.test';

test('what a person deletes of ours, or takes out of the recycle bin again, is told for one call: Tasks, Sona records, answers', async () => {
    const { org, control, seed, url } = await simulatedOrg();
    await seed([record('User', 'rep', { Username: REP, LastName: 'Rep', Email: REP })]);
    const since = new Date(Date.now() - 1000).toISOString();
    const written = await org.write([task('call_AC1'), sonaCall('AC1'), sonaAnswer('AC1_1', 'AC1')]);
    const [taskId, sonaId] = written.map((one) => (one.ok ? one.id : ''));
    const { access_token } = await control('POST', '/sessions', { username: REP });
    const remove = async (path: string): Promise<void> => {
        const headers = { authorization: `Bearer ${String(access_token)}` };
        const response = await fetch(`${url}/services/data/v66.0/sobjects/${path}`, { method: 'DELETE', headers });
        assert.equal(response.status, 204);
    };
    await remove(`Task/${taskId}`);
    await remove(`Sona_Call__c/${sonaId}`);
    const told = async (): Promise<readonly (readonly unknown[])[]> => {
        const before = org.calls();
        const touched = await org.touchedTasks(since);
        assert.equal(org.calls(), before + 1);
        return touched.map(({ object = 'Task', key, isDeleted, isByUs }) => [object, key, isDeleted, isByUs]);
    };
    assert.deepEqual(await told(), [
        ['Task', 'call_AC1', true, false],
        ['Sona_Call__c', 'AC1', true, false],
        ['Sona_Answer__c', 'AC1_1', true, false]
    ]);
    await control('POST', '/undelete', { type: 'Task', ids: [taskId] });
    await control('POST', '/undelete', { type: 'Sona_Call__c', ids: [sonaId] });
    assert.deepEqual(
        (await told()).map(([, key, isDeleted]) => [key, isDeleted]),
        [
            ['call_AC1', false],
            ['AC1', false],
            ['AC1_1', false]
        ]
    );
});
