import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { callFrom, happen, orgControl, refreshSoon, salesforceUser, tasksOnce } from './user-actions.ts';
import { openWorld, type Row, type World } from './world.ts';

const CALLS = 500;
/** Of an area code where nobody of the day lives. */
const NUMBERS = Array.from({ length: 50 }, (_, n) => `+15815550${String(100 + n)}`);
/** Each family of webhooks is delivered to another connector, where there are two. */
const FAMILIES = ['2026-03-30', 'v4'];
const preferences = { unknownCallers: 'lead', fallbackOwner: 'sarah.okafor@toituresboreal.example' };

async function fiftyCallTenTimes(world: World): Promise<void> {
    const before = (await world.records('Lead')).length;
    const from = new Date(Date.now() - 120_000).toISOString();
    const calls = Array.from({ length: CALLS }, (_, n) => ({
        of: callFrom(NUMBERS[n % NUMBERS.length] ?? ''),
        type: 'call.completed',
        key: `call-${n}`,
        family: FAMILIES[Math.floor(n / NUMBERS.length) % FAMILIES.length],
        from
    }));
    await happen(world, calls);
    const tasks = await tasksOnce(world, (all) => all.length === CALLS && all.every(isOnSomebody));
    const leads = await world.records('Lead');
    assert.equal(leads.length - before, NUMBERS.length);
    const leadOf = new Map(leads.map((lead) => [lead['Quo_Phone__c'], lead['Id']]));
    for (const task of tasks)
        assert.equal(task['WhoId'], leadOf.get(task['Quo_External_Number__c']), String(task['Id']));
}

function isOnSomebody(task: Row): boolean {
    return task['WhoId'] !== undefined;
}

function of(number: string, tasks: readonly Row[]): Row | undefined {
    return tasks.find((task) => task['Quo_External_Number__c'] === number);
}

async function call(world: World, number: string): Promise<void> {
    for (const type of ['call.answered', 'call.completed'])
        await happen(world, [{ of: callFrom(number), type, key: number }]);
}

suite('unknown callers become leads', { concurrency: 2 }, () => {
    test('five hundred calls from fifty unknown numbers make fifty leads, with two connectors on one store', async () => {
        await fiftyCallTenTimes(await openWorld({ connectors: 2, preferences }));
    });

    test('with one connector', async (t) => {
        const world = await openWorld({ preferences });
        await t.test('they make fifty leads too', () => fiftyCallTenTimes(world));

        await t.test('whom a duplicate rule names is taken instead of a new lead, and the reason says so', async () => {
            const number = '+15815550190';
            const attributes = { type: 'Contact', referenceId: 'saved' };
            const records = [{ attributes, FirstName: 'Zoé', LastName: '(581) 555-0190' }];
            const { saved } = await orgControl<{ saved: string }>(world, 'seed', { records });
            const rule = { object: 'Lead', matches: 'Contact', fields: ['LastName'], action: 'block' };
            await orgControl(world, 'duplicate-rules', rule);
            const before = (await world.records('Lead')).length;
            await call(world, number);
            // The directory does not know the contact yet: the call is there, and waits for the next refresh.
            await tasksOnce(world, (all) => of(number, all) !== undefined);
            await refreshSoon(world);
            const tasks = await tasksOnce(world, (all) => of(number, all)?.['WhoId'] === saved);
            assert.match(String(of(number, tasks)?.['Quo_Match_Reason__c']), /règle de doublons/);
            assert.equal((await world.records('Lead')).length, before);
        });

        await t.test('nobody who left the company since we looked gets a lead or a Task', async () => {
            const { 'user-luc': luc, 'user-sarah': sarah } = world.ids;
            const [early, late, known] = ['+15815550180', '+15815550181', 'jean-tremblay'];
            await call(world, early);
            await tasksOnce(world, (all) => of(early, all)?.['OwnerId'] === luc);
            const admin = await salesforceUser(world);
            await admin('PATCH', `User/${luc}`, { IsActive: false });
            await call(world, late);
            await call(world, known);
            const isReady = (task: Row | undefined): boolean => task !== undefined && isOnSomebody(task);
            const tasks = await tasksOnce(world, (all) => isReady(of(late, all)) && isReady(of('+15145550201', all)));
            assert.deepEqual([of(late, tasks)?.['OwnerId'], of('+15145550201', tasks)?.['OwnerId']], [sarah, sarah]);
            const leads = await world.records('Lead');
            const ownerOf = (number: string): unknown =>
                leads.find((lead) => lead['Quo_Phone__c'] === number)?.['OwnerId'];
            assert.deepEqual([ownerOf(early), ownerOf(late)], [luc, sarah]);
        });
    });
});
