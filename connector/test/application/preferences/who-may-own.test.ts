import assert from 'node:assert/strict';
import { test } from 'node:test';
import { preferenceUseCases } from '../../../src/application/preferences/preferences.ts';
import { KEYS } from '../../../src/contracts/key-value.ts';
import type { OrgUser } from '../../../src/domain/workspace.ts';
import { world, type World } from '../fakes/world.ts';

const user = (n: number, more: Partial<OrgUser> = {}): OrgUser => ({
    ...{ id: `00500000000000${n}AAA`, name: `User ${n}`, email: `user${n}@acme.example`, isActive: true },
    ...more
});
const [ONE, GONE] = [user(1), user(2, { isActive: false })];

async function org(
    ...users: readonly OrgUser[]
): Promise<{ it: World; whys: (preferences: object) => Promise<object> }> {
    const it = world();
    await it.connect('acme');
    if (users.length > 0) await it.store.memory.set('acme', KEYS.orgUsers, users);
    await it.store.memory.set('acme', KEYS.inboxes, [{ id: 'PN1', name: 'Ventes', number: '+15145550100' }]);
    await it.store.memory.set('acme', KEYS.quoUsers, [{ id: 'US1' }]);
    const use = preferenceUseCases(it.context);
    return {
        it,
        whys: async (preferences) =>
            Object.fromEntries(
                (await use.faults('acme', { preferences })).map(({ at, why, seen }) => [at, [why, seen]])
            )
    };
}

test('whoever left is named as having left, and whoever was never there by what was typed', async () => {
    const { whys } = await org(ONE, GONE);
    assert.deepEqual(await whys({ fallbackOwner: GONE.id, unmatchedOwner: '005000000000009AAA' }), {
        fallbackOwner: ['inactive', 'User 2'],
        unmatchedOwner: ['nobody', '005000000000009AAA']
    });
});

test('of two users with one email, the one who is there counts', async () => {
    const { whys } = await org(user(2, { email: 'user1@acme.example', isActive: false }), ONE);
    assert.deepEqual(await whys({ users: { US1: 'USER1@acme.example' } }), {});
});

test('a sandbox’s email counts as the one that people know', async () => {
    const { it, whys } = await org(user(1, { email: 'user1@acme.example.invalid' }));
    assert.deepEqual(await whys({ users: { US1: 'user1@acme.example' } }), {});
    await preferenceUseCases(it.context).save('acme', { preferences: { users: { US1: 'user1@acme.example' } } });
    assert.deepEqual(it.settings('acme')['preferences'], { users: { US1: ONE.id } });
});

test('a user may be named by their username, where it is no email of anybody', async () => {
    const { it } = await org(user(1, { username: 'one@acme.example.prod' }));
    await preferenceUseCases(it.context).save('acme', { preferences: { users: { US1: 'One@acme.example.PROD' } } });
    assert.deepEqual(it.settings('acme')['preferences'], { users: { US1: ONE.id } });
});

test('ids of 15 letters name the same user', async () => {
    const { whys } = await org(ONE);
    assert.deepEqual(await whys({ fallbackOwner: ONE.id.slice(0, 15), inboxOwners: { PN1: ONE.id.slice(0, 15) } }), {});
});

test('while the org’s users were never read, nobody is refused for not being among them', async () => {
    const { whys } = await org();
    assert.deepEqual(await whys({ fallbackOwner: '005000000000009AAA' }), {});
});

test('a choice of before, for a number that the page does not show any more, keeps nothing from being saved', async () => {
    const { it, whys } = await org(ONE, GONE);
    const stays = { inboxOwners: { PN9: GONE.id }, users: { US9: GONE.id } };
    it.store.rows.set('acme', { id: 'acme', settings: { ...it.settings('acme'), preferences: stays } });
    await it.context.connections.refresh();
    assert.deepEqual(await whys(stays), {});
    assert.deepEqual(await whys({ inboxOwners: { PN9: '005000000000008AAA' } }), {
        'inboxOwners.PN9': ['nobody', '005000000000008AAA']
    });
    assert.deepEqual(await whys({ inboxOwners: { PN1: GONE.id }, users: { US1: GONE.id } }), {
        'inboxOwners.PN1': ['inactive', 'User 2'],
        'users.US1': ['inactive', 'User 2']
    });
});

test('what is no object at all has no owner to refuse, and is refused as a value', async () => {
    const { whys } = await org(ONE);
    for (const users of ['x', 7, null, [1]]) {
        const told = await whys({ users });
        assert.ok(
            Object.keys(told).some((at) => at.startsWith('users')),
            JSON.stringify(users)
        );
    }
});
