import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OrgUnavailable } from '../../../src/contracts/salesforce.ts';
import { Refusal } from '../../../src/salesforce/rest/refusal.ts';
import { openSession, ownSession } from '../../../src/salesforce/rest/session.ts';
import { readUserRights } from '../../../src/salesforce/user-rights.ts';
import { simulatedOrg } from './simulated-org.ts';

type Org = Awaited<ReturnType<typeof simulatedOrg>>;
const NOW = new Date();

/** Somebody of the org, set up so. */
async function somebody({ control }: Org, setUp: Record<string, unknown> = {}): Promise<string> {
    const { id } = await control('POST', '/users', {
        username: 'rep@simulated.org',
        profile: 'Standard User',
        ...setUp
    });
    return String(id);
}

const read = (org: Org, userId: string, at = NOW) => readUserRights(org.session, userId, undefined, at);

test('each of the package’s permission sets gives its right, and nobody else has any; it takes one API call', async () => {
    const org = await simulatedOrg();
    const id = await somebody(org);
    assert.deepEqual(await read(org, id), { isActive: true, rights: [] });
    for (const [name, right] of [
        ['Quo_Admin', 'admin'],
        ['Quo_Manager', 'viewer']
    ] as const) {
        await somebody(org, { permissionSets: [name] });
        const before = org.session.calls();
        assert.deepEqual(await read(org, id), { isActive: true, rights: [right] }, name);
        assert.equal(org.session.calls() - before, 1);
    }
});

test('a system administrator looks after every connection of the org', async () => {
    const org = await simulatedOrg();
    const id = await somebody(org, { profile: 'System Administrator', permissionSets: [] });
    assert.deepEqual(await read(org, id), { isActive: true, rights: ['admin'] });
});

test('a permission set counts through a permission set group as it does alone', async () => {
    const org = await simulatedOrg();
    await org.control('POST', '/permission-set-groups', { name: 'Support', permissionSets: ['Quo_User', 'Quo_Admin'] });
    await org.control('POST', '/permission-set-groups', { name: 'Other', permissionSets: ['Quo_Manager'] });
    const id = await somebody(org, { permissionSetGroups: ['Support'] });
    assert.deepEqual(await read(org, id), { isActive: true, rights: ['admin'] });
});

test('an assignment that has run out gives nothing, alone or through a group', async () => {
    const org = await simulatedOrg();
    await org.control('POST', '/permission-set-groups', { name: 'Support', permissionSets: ['Quo_Admin'] });
    const id = await somebody(org, { permissionSets: ['Quo_Manager'], permissionSetGroups: ['Support'] });
    const soql = `SELECT Id FROM PermissionSetAssignment WHERE AssigneeId = '${id}' AND PermissionSet.IsOwnedByProfile = false`;
    const [, found] = await org.as(undefined, 'GET', `/query?q=${encodeURIComponent(soql)}`);
    for (const { Id } of (found as { records: { Id: string }[] }).records) {
        const until = new Date(NOW.getTime() + 60_000).toISOString();
        const path = `/sobjects/PermissionSetAssignment/${Id}`;
        assert.equal((await org.as(undefined, 'PATCH', path, { ExpirationDate: until }))[0], 204);
    }
    assert.deepEqual([...(await read(org, id)).rights].sort(), ['admin', 'viewer']);
    assert.deepEqual((await read(org, id, new Date(NOW.getTime() + 60_000))).rights, []);
});

test('whoever is deactivated, or no user of the org, has no right left; frozen is told to who may manage users', async () => {
    const org = await simulatedOrg();
    const id = await somebody(org, { permissionSets: ['Quo_Admin'] });
    const { access_token: accessToken } = (await org.control('POST', '/sessions', {})) as { access_token: string };
    const manager = ownSession({ accessToken, instanceUrl: org.url }, org.settings, { fetch });
    await somebody(org, { frozen: true });
    assert.deepEqual(await readUserRights(manager, id, undefined, NOW), { isActive: false, rights: [] });
    await somebody(org, { frozen: false });
    assert.deepEqual(await readUserRights(manager, id, undefined, NOW), { isActive: true, rights: ['admin'] });
    await somebody(org, { active: false });
    assert.deepEqual(await read(org, id), { isActive: false, rights: [] });
    assert.deepEqual(await read(org, '005000000000000AAA'), { isActive: false, rights: [] });
});

test('whoever may not see who holds what is refused, and an org without an answer is unavailable: neither is “no right”', async () => {
    const org = await simulatedOrg();
    const id = await somebody(org, { profile: 'Minimum Access - Salesforce', permissionSets: ['Quo_Admin'] });
    const { access_token: accessToken } = (await org.control('POST', '/sessions', {
        username: 'rep@simulated.org'
    })) as { access_token: string };
    const own = ownSession({ accessToken, instanceUrl: org.url }, org.settings, { fetch });
    await assert.rejects(readUserRights(own, id, undefined, NOW), Refusal);
    const gone = openSession(org.settings, { ...org.dependencies, fetch: () => Promise.reject(new Error('gone')) });
    await assert.rejects(readUserRights(gone, id, undefined, NOW), OrgUnavailable);
});
