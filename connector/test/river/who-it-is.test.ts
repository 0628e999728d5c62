import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { personInQuo } from './quo-contacts.ts';
import { callFrom, happen, orgControl, refreshSoon, salesforceUser, tasksOnce, until } from './user-actions.ts';
import { openWorld, type Row, type World } from './world.ts';

const worlds: World[] = [];
after(async () => {
    for (const world of worlds) await world.close();
});

async function opened(preferences: Row = {}): Promise<World> {
    const world = await openWorld({ preferences });
    worlds.push(world);
    return world;
}

/** Once the directory was read: whoever is known is found without asking Salesforce. */
async function directoryRead(world: World): Promise<void> {
    await until(
        async () => ((await world.query('select 1 from people limit 1')).length > 0 ? true : undefined),
        async () => world.query('select name from memory')
    );
}

const one = (tasks: readonly Row[]): Row | undefined => tasks.find((task) => task['Quo_Kind__c'] === 'Call');

test('a person who was deleted after the directory was read: the call is on nobody at once, with the true reason', async () => {
    const world = await opened();
    await directoryRead(world);
    const work = await salesforceUser(world);
    await work('DELETE', `Contact/${world.ids['caroline-poirier']}`);
    const of = callFrom('caroline-poirier');
    await happen(world, [{ of, type: 'call.completed', key: 'gone' }]);
    const [task] = await tasksOnce(world, (tasks) => one(tasks) !== undefined);
    assert.equal(task?.['WhoId'], undefined);
    assert.match(String(task?.['Quo_Match_Reason__c']), /^Aucune fiche n’a le /);
    assert.deepEqual(await world.query('select 1 from activities where parked_at is not null'), []);
});

test('a person who was merged after the directory was read: the call is on who stands for them at once', async () => {
    const world = await opened();
    await directoryRead(world);
    const [master, loser] = [world.ids['mei-chen'], world.ids['caroline-poirier']];
    await orgControl(world, 'merge', { type: 'Contact', master, losers: [loser] });
    await happen(world, [{ of: callFrom('caroline-poirier'), type: 'call.completed', key: 'merged' }]);
    const [task] = await tasksOnce(world, (tasks) => one(tasks) !== undefined);
    assert.equal(task?.['WhoId'], master);
});

test('a renamed account and another owner reach the contacts in Quo of people who did not change themselves', async () => {
    const world = await opened({ syncContacts: 'full' });
    const hand = await personInQuo(world);
    const jean = async () => (await hand.ours()).get(world.ids['leo-dumont'] ?? '');
    const once = (isRight: (company: string | undefined, owner: unknown) => boolean) =>
        until(
            async () => {
                const contact = await jean();
                return isRight(contact?.company ?? undefined, contact?.fields['salesforce-owner']) ? true : undefined;
            },
            async () => jean()
        );
    await once((company, owner) => company === 'Garage Dumont' && owner === 'Luc Bouchard');
    const work = await salesforceUser(world);
    await work('PATCH', `Account/${world.ids['garage-dumont']}`, { Name: 'Garage Dumont & filles' });
    await work('PATCH', `User/${world.ids['user-luc']}`, { LastName: 'Bouchard-Roy' });
    await refreshSoon(world);
    await once((company, owner) => company === 'Garage Dumont & filles' && owner === 'Luc Bouchard-Roy');
});

test('two texts that name neither inbox nor number are kept aside, and no Task holds them', async () => {
    const world = await opened();
    const nameless = (text: string) => ({
        of: { kind: 'message', direction: 'incoming', inbox: 'principal', who: ['caroline-poirier'], text },
        type: 'message.received',
        family: 'v3',
        key: text,
        resource: { from: null, to: null, phoneNumberId: null, conversationId: null }
    });
    await happen(world, [nameless('Je suis Anne.'), nameless('Je suis Guy.')]);
    await happen(world, [{ of: callFrom('mei-chen'), type: 'call.completed', key: 'after' }]);
    const tasks = await tasksOnce(world, (all) => one(all) !== undefined);
    await world.settled();
    assert.equal(tasks.filter((task) => /Je suis/.test(String(task['Description']))).length, 0);
    const kept = await world.query<{ reading: string; n: number }>(
        'select reading, count(*)::int as n from deliveries group by 1 order by 1'
    );
    assert.equal(kept.find(({ reading }) => reading === 'unknown')?.n, 2, JSON.stringify(kept));
});
