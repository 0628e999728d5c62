import assert from 'node:assert/strict';
import { test } from 'node:test';
import { KEYS } from '../../src/contracts/key-value.ts';
import type { Person } from '../../src/domain/people/person.ts';
import { followManualChanges } from '../../src/pipeline/manual-changes/follow.ts';
import type { OrgUser } from '../../src/domain/workspace.ts';
import type { WriteResult } from '../../src/contracts/salesforce.ts';
import { answeredCall, bench, MARIE as NUMBER, type Bench } from './pipeline-harness.ts';

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

const QUEUE = '00G000000000001AAA';

const person = (id: string, accountId: string): Person => ({
    id,
    object: 'Contact',
    name: id,
    accountId,
    numbers: [{ e164: NUMBER, field: 'Phone' }]
});
const JEAN = person('003000000000001AAA', '001000000000001AAA');
const ANNE = person('003000000000002AAA', '001000000000002AAA');

/** An org with a queue for what nobody was found for, where Marie answers. */
async function orgWithQueue(): Promise<Bench> {
    const it = await bench();
    it.preferences = { ...it.preferences, unmatchedOwner: QUEUE };
    Object.assign(it.org, { users: async () => [MARIE, CHEF] });
    return it;
}

const leadOwner = (it: Bench): unknown =>
    [...it.org.records].find(([name]) => name.startsWith('Lead/'))?.[1]['OwnerId'];

test('an owner who left since the users were read gives way to the fallback owner at the next try', async () => {
    let hasLeft = false;
    const it = await orgThatRefuses([MARIE.id], () => [{ ...MARIE, isActive: !hasLeft }, CHEF]);
    await it.context.store.memory.set('default', KEYS.orgUsers, [MARIE, CHEF]);
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
    assert.equal((await it.context.store.activities.counts('default')).parked, 0);
});

test('what is unmatched or ambiguous is the queue’s, and what is matched is whoever’s is credited', async () => {
    const it = await orgWithQueue();
    await it.tell(...answeredCall('AC1'));
    await it.flush();
    assert.equal(it.task('AC1')?.['OwnerId'], QUEUE);
    const two = await orgWithQueue();
    two.org.people = [JEAN, ANNE];
    await two.tell(...answeredCall('AC2'));
    await two.flush();
    assert.deepEqual([two.task('AC2')?.['Quo_Match__c'], two.task('AC2')?.['OwnerId']], ['ambiguous', QUEUE]);
    const one = await orgWithQueue();
    one.org.people = [JEAN];
    await one.tell(...answeredCall('AC3'));
    await one.flush();
    assert.deepEqual([one.task('AC3')?.['WhoId'], one.task('AC3')?.['OwnerId']], [JEAN.id, MARIE.id]);
});

test('once somebody said whose it is, whoever is credited owns it; whoever took it keeps it', async () => {
    const it = await orgWithQueue();
    it.org.people = [JEAN, ANNE];
    await it.tell(...answeredCall('AC1'), ...answeredCall('AC2'));
    await it.flush();
    const touched = async (callId: string, ownerId: string, whoId: string): Promise<void> => {
        const key = `call_${callId}`;
        const [written] = await it.context.store.activities.tasksByKey('default', [key]);
        const more = { modifiedById: CHEF.id, modifiedAt: '2026-11-20T18:00:00.000Z', isDeleted: false };
        const task = { id: written?.salesforceId ?? '', key, whoId, ownerId, match: 'ambiguous', ...more };
        Object.assign(it.org.records.get(`Task/${key}`) ?? {}, { WhoId: whoId, OwnerId: ownerId });
        await followManualChanges(it.context, it.connection, [task]);
    };
    await touched('AC1', QUEUE, JEAN.id);
    await touched('AC2', CHEF.id, JEAN.id);
    await it.flush();
    assert.deepEqual([it.task('AC1')?.['WhoId'], it.task('AC1')?.['OwnerId']], [JEAN.id, MARIE.id]);
    assert.deepEqual([it.task('AC2')?.['WhoId'], it.task('AC2')?.['OwnerId']], [JEAN.id, CHEF.id]);
});

test('what people ignore waits for nobody, and is not the queue’s', async () => {
    const it = await orgWithQueue();
    it.preferences = { ...it.preferences, ignoredNumbers: [NUMBER] };
    await it.tell(...answeredCall('AC1'));
    await it.flush();
    assert.deepEqual([it.task('AC1')?.['Quo_Match__c'], it.task('AC1')?.['OwnerId']], ['ignored', MARIE.id]);
});

test('a lead that is made for an unknown caller is whoever’s is credited, and so is its call', async () => {
    const it = await orgWithQueue();
    it.preferences = { ...it.preferences, unknownCallers: 'lead' };
    await it.tell(...answeredCall('AC1'));
    await it.flush();
    assert.deepEqual([leadOwner(it), it.task('AC1')?.['OwnerId']], [MARIE.id, MARIE.id]);
});
