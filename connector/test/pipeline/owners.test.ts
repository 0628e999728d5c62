import assert from 'node:assert/strict';
import { test } from 'node:test';
import { KEYS } from '../../src/contracts/key-value.ts';
import type { OrgUser } from '../../src/domain/workspace.ts';
import type { WriteResult } from '../../src/contracts/salesforce.ts';
import { answeredCall, bench, type Bench } from './pipeline-harness.ts';

const MARIE: OrgUser = { id: '005000000000001AAA', name: 'Marie', email: 'marie@acme.example', isActive: true };
const CHEF: OrgUser = { id: '005000000000002AAA', name: 'Chef', email: 'chef@acme.example', isActive: true };
const LEFT: WriteResult = {
    ok: false,
    remedy: 'resolve',
    note: { code: 'SF-OWNER-INACTIVE' },
    statusCode: 'INACTIVE_OWNER_OR_USER'
};

/** An org that refuses owners; `users` is what it says of them when asked. */
async function orgThatRefuses(refused: readonly string[], users: () => readonly OrgUser[]): Promise<Bench> {
    const it = await bench();
    it.preferences = { ...it.preferences, fallbackOwner: CHEF.id, unknownCallers: 'lead' };
    Object.assign(it.org, { users: async () => users() });
    it.org.refuse = ({ draft }) => {
        const owner = draft.fields['OwnerId'] ?? draft.createOnly?.['OwnerId'];
        return refused.includes(String(owner)) ? LEFT : undefined;
    };
    return it;
}

const leadOwner = (it: Bench): unknown =>
    [...it.org.records].find(([name]) => name.startsWith('Lead/'))?.[1]['OwnerId'];

test('an owner who left since the users were read gives way to the fallback owner at the next try', async () => {
    let hasLeft = false;
    const it = await orgThatRefuses([MARIE.id], () => [{ ...MARIE, isActive: !hasLeft }, CHEF]);
    await it.works.store.memory.set('default', KEYS.orgUsers, [MARIE, CHEF]);
    hasLeft = true;
    await it.tell(...answeredCall('AC1'));
    await it.flush();
    await it.flush();
    assert.equal(it.task('AC1')?.['OwnerId'], CHEF.id);
    assert.equal(leadOwner(it), CHEF.id);
});

test('where Salesforce refuses owners whom it lists as active, the records are made without one', async () => {
    const it = await orgThatRefuses([MARIE.id, CHEF.id], () => [MARIE, CHEF]);
    await it.tell(...answeredCall('AC1'));
    for (let n = 0; n < 4; n += 1) await it.flush();
    assert.ok(it.task('AC1'));
    assert.equal(it.task('AC1')?.['OwnerId'], undefined);
    assert.equal(leadOwner(it), undefined);
    assert.equal((await it.works.store.activities.counts('default')).parked, 0);
});
