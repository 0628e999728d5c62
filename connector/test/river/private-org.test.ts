import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { callFrom, happen, orgControl, refreshSoon, tasksOnce } from './user-actions.ts';
import { openWorld, type Row, type World } from './world.ts';

const QUEUE = 'Quo_Unmatched';
/** Companies and what is sold to them are their owners’ alone. */
const HIDDEN = { Account: 'Private', Opportunity: 'Private' };
const UNKNOWN = '+15815550501';
let world: World;
after(async () => world.close());

interface Rep {
    readonly id: string;
    /** Keys of the connector's Tasks that they see. */
    seen(): Promise<readonly string[]>;
    /** The code of a refusal, or the status. */
    change(taskId: string, fields: Row): Promise<string>;
}

/** Somebody of the company on the profile Standard User, with what the guide assigns to everybody. */
async function rep(name: string): Promise<Rep> {
    const username = `${name}+sf@toituresboreal.example`;
    await orgControl(world, 'users', { username, permissionSets: ['Quo_User'] });
    const session = await orgControl<{ access_token: string; user_id: string }>(world, 'sessions', { username });
    const headers = { authorization: `Bearer ${session.access_token}`, 'content-type': 'application/json' };
    const api = `${world.orgUrl}/services/data/v66.0`;
    return {
        id: session.user_id,
        seen: async () => {
            const soql = 'SELECT Quo_Key__c FROM Task WHERE Quo_Key__c != null ORDER BY Quo_Key__c';
            const answer = await fetch(`${api}/query?q=${encodeURIComponent(soql)}`, { headers });
            assert.equal(answer.status, 200);
            const { records } = (await answer.json()) as { records: readonly Row[] };
            return records.map((record) => String(record['Quo_Key__c']));
        },
        change: async (taskId, fields) => {
            const body = JSON.stringify(fields);
            const answer = await fetch(`${api}/sobjects/Task/${taskId}`, { method: 'PATCH', headers, body });
            if (answer.ok) return String(answer.status);
            const [refusal] = (await answer.json()) as readonly Row[];
            return String(refusal?.['errorCode']);
        }
    };
}

async function queueId(records: (type: string) => Promise<readonly Row[]>): Promise<string> {
    return String((await records('Group')).find((group) => group['DeveloperName'] === QUEUE)?.['Id']);
}

/** A whole call, answered by Luc. @returns its Task */
async function call(number: string, key: string): Promise<Row> {
    const known = new Set((await world.records('Task')).map((task) => task['Id']));
    for (const type of ['call.answered', 'call.completed']) await happen(world, [{ of: callFrom(number), type, key }]);
    const isNew = (task: Row): boolean => !known.has(task['Id']);
    const tasks = await tasksOnce(world, (all) => all.some(isNew));
    return tasks.find(isNew) ?? {};
}

test('what a rep sees and changes of what is logged', async (t) => {
    world = await openWorld({
        preferences: async (records) => ({ directoryRefreshSeconds: 30, unmatchedOwner: await queueId(records) })
    });
    const [luc, sarah, david] = await Promise.all(['luc.bouchard', 'sarah.okafor', 'david.cohen'].map(rep));
    assert.ok(luc && sarah && david);
    const queue = await queueId(world.records);
    const integration = (await world.records('User')).find(({ Username }) => Username === 'integration@simulated.org');
    const records = [sarah.id, String(integration?.['Id'])].map((member, n) => ({
        attributes: { type: 'GroupMember', referenceId: `member-${n}` },
        GroupId: queue,
        UserOrGroupId: member
    }));
    await orgControl(world, 'seed', { records });
    const jean = world.ids['jean-tremblay'];
    const matched = await call('jean-tremblay', 'matched');
    const unmatched = await call(UNKNOWN, 'unmatched');
    const [about, open] = [matched, unmatched].map((task) => String(task['Quo_Key__c'])) as [string, string];
    const idOf = (task: Row): string => String(task['Id']);

    await t.test('a call about somebody is its owner’s, and one about nobody the queue’s', () => {
        assert.deepEqual([matched['WhoId'], matched['OwnerId']], [jean, luc.id]);
        assert.deepEqual([unmatched['WhoId'], unmatched['OwnerId']], [undefined, queue]);
    });

    await t.test(
        'private: who sees the person sees the call and its owner changes it; members, what is the queue’s',
        async () => {
            assert.deepEqual(await luc.seen(), [about]);
            assert.deepEqual(await sarah.seen(), [about, open].sort());
            assert.deepEqual(await david.seen(), [about]);
            assert.equal(await luc.change(idOf(matched), { Priority: 'High' }), '204');
            assert.equal(await sarah.change(idOf(matched), { Priority: 'Low' }), 'INSUFFICIENT_ACCESS_OR_READONLY');
            assert.equal(await david.change(idOf(unmatched), { WhoId: jean }), 'NOT_FOUND');
            await orgControl(world, 'sharing', HIDDEN);
            assert.deepEqual([await luc.seen(), await sarah.seen(), await david.seen()], [[about], [open], []]);
        }
    );

    await t.test(
        'controlled by parent: who changes the person changes the call; members, what is the queue’s',
        async () => {
            await orgControl(world, 'sharing', { Activity: 'ControlledByParent' });
            assert.deepEqual(await luc.seen(), [about]);
            assert.deepEqual(await sarah.seen(), [about, open].sort());
            assert.deepEqual(await david.seen(), [about]);
            assert.equal(await david.change(idOf(matched), { Priority: 'Normal' }), '204');
            assert.equal(await david.change(idOf(unmatched), { WhoId: jean }), 'NOT_FOUND');
            await orgControl(world, 'sharing', { Activity: 'ControlledByParent', ...HIDDEN });
            assert.deepEqual([await luc.seen(), await sarah.seen(), await david.seen()], [[about], [open], []]);
            await orgControl(world, 'sharing', {});
        }
    );

    await t.test(
        'a member says whose it is: the call is credited to who took it, and the queue has it no more',
        async () => {
            assert.equal(await sarah.change(idOf(unmatched), { WhoId: jean }), '204');
            await refreshSoon(world);
            await tasksOnce(world, (all) =>
                all.some(
                    (task) => task['Id'] === unmatched['Id'] && task['OwnerId'] === luc.id && task['WhoId'] === jean
                )
            );
            assert.deepEqual(await luc.seen(), [about, open].sort());
            await orgControl(world, 'sharing', HIDDEN);
            assert.deepEqual(await sarah.seen(), []);
        }
    );
});
