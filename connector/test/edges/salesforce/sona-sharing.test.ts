import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sonaAnswer, sonaCall } from './drafts.ts';
import { simulatedOrg } from './simulated-org.ts';

const world = await simulatedOrg();
const written = await world.org.write([sonaCall('AC1'), sonaAnswer('AC1_1', 'AC1')]);
const ANSWERS = `/query?q=${encodeURIComponent('SELECT Id, Sona_Call__r.Name FROM Sona_Answer__c')}`;

/** What a user with these permission sets finds of the callers' answers. */
async function found(username: string, ...permissionSets: readonly string[]): Promise<unknown> {
    await world.control('POST', '/users', { username, profile: 'Standard User', permissionSets });
    const [status, answer] = await world.as(username, 'GET', ANSWERS);
    return status === 200
        ? (answer.records as unknown[]).length
        : (answer as unknown as { errorCode: string }[])[0]?.errorCode;
}

test('whoever holds no Quo permission set finds no caller’s answer, in no query and so in no report', async () => {
    assert.ok(written.every(({ ok }) => ok));
    assert.equal(await found('accounting@example.com'), 'INVALID_TYPE');
    assert.equal(await found('listener@example.com', 'Quo_Recording_Listener'), 'INVALID_TYPE');
});

test('reps, managers and admins find all of them, though they are the integration user’s', async () => {
    for (const set of ['Quo_User', 'Quo_Manager', 'Quo_Admin'])
        assert.equal(await found(`${set}@example.com`, set), 1, set);
});

test('in an org that made the object private, managers still find them, and reps wait for its sharing rules', async () => {
    await world.control('POST', '/sharing', { Sona_Call__c: 'Private' });
    assert.equal(await found('Quo_Manager@example.com', 'Quo_Manager'), 1);
    assert.equal(await found('Quo_User@example.com', 'Quo_User'), 0);
});
