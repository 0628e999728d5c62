import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sonaAnswer, sonaCall, task } from './drafts.ts';
import { simulatedOrg } from './simulated-org.ts';

const REP = 'rep@acme.test';

test('what a person deletes of ours, or takes out of the recycle bin again, is told for one call: Tasks, Sona records, answers', async () => {
    const { org, control, as } = await simulatedOrg();
    // Of a Task about nobody, whoever is not above its owner knows nothing.
    await control('POST', '/users', { username: REP, profile: 'System Administrator' });
    const since = new Date(Date.now() - 1000).toISOString();
    const written = await org.write([task('call_AC1'), sonaCall('AC1'), sonaAnswer('AC1_1', 'AC1')]);
    const [taskId, sonaId] = written.map((one) => (one.ok ? one.id : ''));
    const remove = async (path: string): Promise<void> => {
        assert.deepEqual(await as(REP, 'DELETE', `/sobjects/${path}`), [204, {}]);
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
