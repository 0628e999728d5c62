import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readListeners } from '../../../src/salesforce/listeners.ts';
import { Refusal } from '../../../src/salesforce/rest/refusal.ts';
import { ownSession } from '../../../src/salesforce/rest/session.ts';
import { simulatedOrg } from './simulated-org.ts';

const NOW = new Date();
const org = await simulatedOrg();

/** Somebody of the org, set up so. @returns their id as the connector keeps it */
async function somebody(name: string, setUp: Record<string, unknown> = {}): Promise<string> {
    const about = { username: `${name}@simulated.org`, profile: 'Standard User', ...setUp };
    return String((await org.control('POST', '/users', about)).id).slice(0, 15);
}

const holds = async (id: string, at = NOW): Promise<boolean> =>
    (await readListeners(org.session, undefined, at)).userIds.includes(id);

test('who holds the listener’s set may listen, alone and through a group, and nobody else; it takes one API call', async () => {
    const other = await somebody('other', { permissionSets: ['Quo_User', 'Quo_Manager'] });
    const alone = await somebody('alone', { permissionSets: ['Quo_Recording_Listener'] });
    const sets = ['Quo_User', 'Quo_Recording_Listener'];
    await org.control('POST', '/permission-set-groups', { name: 'Coaches', permissionSets: sets });
    const grouped = await somebody('grouped', { permissionSetGroups: ['Coaches'] });
    const calls = org.session.calls();
    const { userIds } = await readListeners(org.session, undefined, NOW);
    assert.equal(org.session.calls() - calls, 1);
    assert.deepEqual(
        [alone, grouped, other].map((id) => userIds.includes(id)),
        [true, true, false]
    );
});

test('who is deactivated, or has the set no longer, may not', async () => {
    const set = { permissionSets: ['Quo_Recording_Listener'] };
    const id = await somebody('leaver', set);
    assert.equal(await holds(id), true);
    await somebody('leaver', { ...set, active: false });
    assert.equal(await holds(id), false);
    await somebody('leaver', { ...set, active: true });
    await somebody('leaver', { permissionSets: [] });
    assert.equal(await holds(id), false);
});

test('a set that was assigned until a day counts until then', async () => {
    const id = await somebody('guest', { permissionSets: ['Quo_Recording_Listener'] });
    const [, found] = await org.as(
        undefined,
        'GET',
        `/query?q=${encodeURIComponent(`SELECT Id FROM PermissionSetAssignment WHERE AssigneeId = '${id}' AND PermissionSet.Name = 'Quo_Recording_Listener'`)}`
    );
    const [assignment] = found['records'] as { Id: string }[];
    const until = new Date(NOW.getTime() + 60_000).toISOString();
    const path = `/sobjects/PermissionSetAssignment/${assignment?.Id}`;
    assert.equal((await org.as(undefined, 'PATCH', path, { ExpirationDate: until }))[0], 204);
    assert.equal(await holds(id), true);
    assert.equal(await holds(id, new Date(NOW.getTime() + 61_000)), false);
});

test('who is frozen is told to who may manage users, and that it is not told is said to everybody else', async () => {
    const id = await somebody('frozen', { permissionSets: ['Quo_Recording_Listener'], frozen: true });
    const ours = await readListeners(org.session, undefined, NOW);
    assert.deepEqual([ours.userIds.includes(id), ours.seesFrozen], [true, false]);
    const { access_token: accessToken } = (await org.control('POST', '/sessions', {})) as { access_token: string };
    const manager = ownSession({ accessToken, instanceUrl: org.url }, org.settings, { fetch });
    const theirs = await readListeners(manager, undefined, NOW);
    assert.deepEqual([theirs.userIds.includes(id), theirs.seesFrozen], [false, true]);
});

test('the permission of another namespace is another permission', async () => {
    assert.deepEqual((await readListeners(org.session, 'acme', NOW)).userIds, []);
});

test('every page of the answer counts, and a refusal of the assignments lets nobody listen', async () => {
    const page = (records: object[], next?: string) => ({
        done: next === undefined,
        totalSize: records.length,
        records: records.map((one) => ({ attributes: { type: 'X', url: '/x' }, Id: 'x', ...one })),
        ...(next !== undefined && { nextRecordsUrl: next })
    });
    const holder = (id: string) => ({ AssigneeId: id, PermissionSetId: 'set', ExpirationDate: null });
    const told = (assigned: { status: number; body: unknown }) =>
        readListeners(
            {
                root: '/services/data/v66.0',
                request: async () => page([holder('005000000000002AAA')]),
                reads: async () => [
                    { status: 200, body: page([{ ParentId: 'set' }]) },
                    assigned,
                    { status: 200, body: page([]) }
                ]
            },
            undefined,
            NOW
        );
    const first = { status: 200, body: page([holder('005000000000001AAA')], '/services/data/v66.0/query/next-1') };
    assert.deepEqual((await told(first)).userIds, ['005000000000001', '005000000000002']);
    const refused = { status: 400, body: [{ errorCode: 'INVALID_TYPE', message: 'not supported' }] };
    await assert.rejects(told(refused), Refusal);
});
