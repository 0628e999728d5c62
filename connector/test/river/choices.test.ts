import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { callFrom, happen, orgControl, refreshSoon, salesforceUser, tasksOnce, until } from './user-actions.ts';
import { openWorld, type Row, type World } from './world.ts';

const SARAH = 'sarah.okafor+sf@toituresboreal.example';
const AREA = '+1581555';
let world: World;
let sarah: Awaited<ReturnType<typeof salesforceUser>>;
let told = 0;
after(async () => world.close());

/** A call with its summary, so that nothing is awaited any more. */
async function call(number: string): Promise<void> {
    told += 1;
    for (const type of ['call.answered', 'call.completed'])
        await happen(world, [{ of: callFrom(number), type, key: `call-${told}` }]);
}

async function summaryOf(n: number, number: string, says: string): Promise<void> {
    const of = callFrom(number, { summary: { summary: [says] } });
    await happen(world, [{ of, type: 'call.summary.completed', key: `call-${n}` }]);
}

function of(number: string, tasks: readonly Row[]): readonly Row[] {
    return tasks.filter((task) => task['Quo_External_Number__c'] === number);
}

async function tasksOf(number: string, isRight: (tasks: readonly Row[]) => boolean): Promise<readonly Row[]> {
    return of(number, await tasksOnce(world, (all) => isRight(of(number, all))));
}

/** Two people of two accounts who share a number; each test has its own. */
async function people(name: string, number: string, count = 2): Promise<readonly string[]> {
    const records = Array.from({ length: count }, (_, n) => [
        { attributes: { type: 'Account', referenceId: `${name}-a${n}` }, Name: `${name} ${n} inc.` },
        {
            attributes: { type: 'Contact', referenceId: `${name}-${n}` },
            FirstName: `N${n}`,
            LastName: name,
            Phone: number,
            AccountId: `@${name}-a${n}`
        }
    ]).flat();
    const ids = await orgControl<Record<string, string>>(world, 'seed', { records });
    return Array.from({ length: count }, (_, n) => ids[`${name}-${n}`] ?? '');
}

const allOn = (whoId: unknown, count: number) => (tasks: readonly Row[]) =>
    tasks.length === count && tasks.every((task) => task['WhoId'] === whoId);

test('what people decide in Salesforce', async (t) => {
    // What is being written when a refresh looks is judged by the next one.
    world = await openWorld({ preferences: { directoryRefreshSeconds: 30 } });
    // Activities are private: whoever decides about Tasks of others must be let to change them.
    await orgControl(world, 'users', { username: SARAH, profile: 'System Administrator' });
    sarah = await salesforceUser(world, SARAH);

    await t.test(
        'a choice on one ambiguous call settles all of the number and later ones, and is never undone',
        async () => {
            const number = `${AREA}0101`;
            const [, second] = await people('Ambigu', number);
            await call(number);
            const first = told;
            await call(number);
            const [task] = await tasksOf(number, (tasks) => tasks.length === 2 && tasks.every(isAmbiguous));
            await sarah('PATCH', `Task/${String(task?.['Id'])}`, { WhoId: second });
            await summaryOf(first, number, 'Un résumé tardif.');
            await tasksOf(number, (tasks) =>
                tasks.some((one) => String(one['Description']).includes('Un résumé tardif.'))
            );
            await refreshSoon(world);
            await tasksOf(number, allOn(second, 2));
            await call(number);
            const tasks = await tasksOf(number, allOn(second, 3));
            for (const one of tasks) assert.match(String(one['Quo_Match_Reason__c']), /Choix d’une personne/);
        }
    );

    await t.test('a choice leaves the calls alone that whoever made it may not edit in Salesforce', async () => {
        const number = `${AREA}0109`;
        const [first, second] = await people('Partagé', number);
        await call(number);
        told += 1;
        for (const type of ['call.answered', 'call.completed'])
            await happen(world, [{ of: callFrom(number, { answeredBy: 'marie-eve' }), type, key: `call-${told}` }]);
        const tasks = await tasksOf(number, (all) => all.length === 2 && all.every(isAmbiguous));
        await world.settled();
        const lucs = tasks.find((task) => task['OwnerId'] === world.ids['user-luc']);
        const users = await world.records('User');
        const luc = users.find(({ Id }) => Id === world.ids['user-luc'])?.['Username'];
        const act = await salesforceUser(world, String(luc));
        await act('PATCH', `Task/${String(lucs?.['Id'])}`, { WhoId: second });
        await refreshSoon(world);
        const [move] = await until(
            async () => {
                const all = await world.query<{ detail: { left: number; moved: unknown[]; to: string } }>(
                    `select detail from audit where action = 'number.moved'`
                );
                const rows = all.filter(({ detail }) => detail.to === first || detail.to === second);
                return rows.length > 0 ? rows : undefined;
            },
            () => world.records('Task')
        );
        assert.deepEqual([move?.detail.to, move?.detail.moved, move?.detail.left], [second, [], 1]);
        await world.settled();
        const now = await tasksOf(number, (all) => all.length === 2);
        for (const task of now)
            assert.equal(task['WhoId'], task['Id'] === lucs?.['Id'] ? second : undefined, String(task['OwnerId']));
    });

    await t.test('a number that is ignored by hand stays ignored', async () => {
        const number = `${AREA}0102`;
        await call(number);
        const [task] = await tasksOf(number, (tasks) => tasks.length === 1);
        await sarah('PATCH', `Task/${String(task?.['Id'])}`, { Quo_Match__c: 'ignored' });
        await refreshSoon(world);
        await until(
            async () => (await chosenNumbers(world)).has(number) || undefined,
            () => world.records('Task')
        );
        await people('Ignoré', number, 1);
        await refreshSoon(world);
        await call(number);
        const tasks = await tasksOf(number, (all) => all.length === 2);
        assert.deepEqual(
            tasks.map((one) => [one['Quo_Match__c'], one['WhoId']]),
            [
                ['ignored', undefined],
                ['ignored', undefined]
            ]
        );
    });

    await t.test('an opportunity changed by hand is the one of later calls too', async () => {
        const number = `${AREA}0103`;
        const [who] = await people('Affaires', number, 1);
        const records = ['un', 'deux'].map((referenceId) => ({
            attributes: { type: 'Opportunity', referenceId },
            Name: `Toit ${referenceId}`,
            StageName: 'Prospecting',
            CloseDate: '2027-01-31'
        }));
        const { deux } = await orgControl<{ deux: string }>(world, 'seed', { records });
        await call(number);
        const [task] = await tasksOf(number, allOn(who, 1));
        await sarah('PATCH', `Task/${String(task?.['Id'])}`, { WhatId: deux });
        await refreshSoon(world);
        await until(
            async () => (await chosenNumbers(world)).has(number) || undefined,
            () => world.records('Task')
        );
        await call(number);
        await tasksOf(number, (tasks) => tasks.length === 2 && tasks.every((one) => one['WhatId'] === deux));
    });

    await t.test('a Task that a person deleted stays deleted, even when a late fact made it again', async () => {
        const number = `${AREA}0104`;
        await call(number);
        const [task] = await tasksOf(number, (tasks) => tasks.length === 1);
        await sarah('DELETE', `Task/${String(task?.['Id'])}`);
        await summaryOf(told, number, 'Trop tard.');
        await tasksOf(number, (tasks) => tasks.length === 1 && tasks[0]?.['Id'] !== task?.['Id']);
        await refreshSoon(world);
        await tasksOf(number, (tasks) => tasks.length === 0);
        await summaryOf(told, number, 'Encore plus tard.');
        await world.settled();
        await tasksOf(number, (tasks) => tasks.length === 0);
    });

    await t.test(
        'who is entered later finds the earlier calls: no search, one look and one write for all',
        async () => {
            const number = `${AREA}0105`;
            for (let n = 0; n < 5; n += 1) await call(number);
            await tasksOf(number, (tasks) => tasks.length === 5 && tasks.every((one) => one['WhoId'] === undefined));
            await world.settled();
            const [who] = await people('Enfin', number, 1);
            const before = await world.apiCalls();
            await refreshSoon(world);
            await tasksOf(number, allOn(who, 5));
            const spent = (await world.apiCalls()) - before;
            assert.ok(spent <= 4, `${spent} calls: what changed, which Tasks were touched, how they stand, one write`);
        }
    );

    await t.test(
        'of merged people and converted leads the earlier calls follow, and nobody is said to have chosen',
        async () => {
            const [merged, converted] = [`${AREA}0106`, `${AREA}0107`];
            const [loser = ''] = await people('Doublon', merged, 1);
            const [master = ''] = await people('Gardé', `${AREA}0108`, 1);
            const attributes = { type: 'Lead', referenceId: 'lead' };
            const records = [{ attributes, LastName: 'Piste', Company: 'Piste inc.', Phone: converted }];
            const { lead } = await orgControl<{ lead: string }>(world, 'seed', { records });
            await call(merged);
            await call(converted);
            await tasksOf(merged, allOn(loser, 1));
            await tasksOf(converted, allOn(lead, 1));
            await orgControl(world, 'merge', { type: 'Contact', master, losers: [loser] });
            const { contactId } = await orgControl<{ contactId: string }>(world, 'convert', { leadId: lead });
            await refreshSoon(world);
            const follows = (tasks: readonly Row[]): boolean => tasks.every((one) => one['Quo_Match__c'] === 'matched');
            await tasksOf(converted, (tasks) => allOn(contactId, 1)(tasks) && follows(tasks));
            await tasksOf(merged, allOn(master, 1));
            await world.settled();
            const chosen = await chosenNumbers(world);
            assert.ok(!chosen.has(merged) && !chosen.has(converted));
        }
    );
});

function isAmbiguous(task: Row): boolean {
    return task['Quo_Match__c'] === 'ambiguous';
}

async function chosenNumbers(world: World): Promise<ReadonlySet<string>> {
    const rows = await world.query<{ number: string }>('select number from choices');
    return new Set(rows.map(({ number }) => number));
}
