import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browser, type Answer, type Browser } from '../console/browser-less.ts';
import { callComes, connected, tasks, until, type Connected } from '../console/connected.ts';
import { ANSWERED_CALL } from 'quo-simulator/test/simulated-quo.ts';

const LUC = 'luc.roy@simulated.org';
const RECORDED = { ...ANSWERED_CALL, recordings: [{ lasts: 59 }] };

/** The two addresses of one recording, as its Task has them. */
interface Addresses {
    readonly description: string;
    readonly field: string;
}

async function recorded(all: Connected): Promise<Addresses> {
    await callComes(all, 'recorded', RECORDED);
    await all.stand.quo('/emit', { type: 'call.recording.completed', key: 'recorded', of: RECORDED });
    let found: Addresses | undefined;
    await until(async () => {
        const task = (await tasks(all)).find(({ Quo_Recording_URL__c: url }) => typeof url === 'string');
        const [description] = /https?:\S*\/recordings\/[\x21-\x7e]+/.exec(task?.['Description'] ?? '') ?? [];
        const { pathname, search } = new URL(task?.['Quo_Recording_URL__c'] ?? 'http://none');
        if (task !== undefined && description !== undefined)
            found = { description: description.replace(all.stand.connector.url, ''), field: pathname + search };
        return found !== undefined;
    });
    assert.ok(found);
    return found;
}

/** Signs in through the simulated org, to a recording. */
async function signIn({ stand }: Connected, agent: Browser, user: string, to: string): Promise<Answer> {
    await agent.get(`/sign-in?to=${encodeURIComponent(to)}`);
    const asked = await agent.submit('/sign-in/salesforce', { where: 'domain', domain: stand.orgUrl });
    return agent.get(await agent.consent(asked.location, user));
}

/** What an admin of the org decides about a user. */
const setUp = async ({ stand }: Connected, user: object): Promise<string> =>
    (await stand.org<{ id: string }>('/users', { profile: 'Standard User', ...user })).id;

/** The connector reads who listens every four minutes; a connector that was started anew, at once. */
async function elsewhere(all: Connected, agent: Browser): Promise<Browser> {
    const other = browser({ connector: await all.stand.another() });
    for (const [name, value] of agent.cookies) other.cookies.set(name, value);
    return other;
}

test('with Quo User alone the link of a Description does not play; with the listener’s set it does; without it again, it does not', async (t) => {
    const all = await connected(t);
    const { description, field } = await recorded(all);
    assert.notEqual(description, field);
    const luc = await setUp(all, { username: LUC, permissionSets: ['Quo_User'] });
    const agent = browser(all.stand);
    assert.equal((await agent.send(description, {})).location, `/sign-in?to=${encodeURIComponent(description)}`);
    assert.match((await signIn(all, agent, luc, description)).text, /You may not listen to recordings/);

    await setUp(all, { username: LUC, permissionSets: ['Quo_User', 'Quo_Recording_Listener'] });
    const given = await elsewhere(all, agent);
    const played = await given.send(description, { headers: { range: 'bytes=0-99' } });
    assert.deepEqual([played.status, played.headers.get('content-type')], [206, 'audio/wav']);
    assert.match(played.headers.get('cache-control') ?? '', /no-store/);
    assert.equal(played.headers.get('referrer-policy'), 'no-referrer');

    const copied = browser(all.stand);
    assert.equal((await copied.send(description, { method: 'HEAD' })).status, 303, 'copied to somebody else');
    assert.equal(
        (await copied.send(field, {})).status,
        200,
        'the field’s plays while all who could read it may listen'
    );

    await setUp(all, { username: LUC, permissionSets: ['Quo_User'] });
    const taken = await elsewhere(all, agent);
    for (const init of [{}, { method: 'HEAD' }, { headers: { range: 'bytes=100-199' } }])
        assert.equal((await taken.send(description, init)).status, 403);
    assert.equal((await copied.send(field, {})).status, 303, 'somebody who could read it may not listen any more');

    const rows = await all.stand.database.store.audit.list(all.id, { action: 'recording.played' });
    assert.deepEqual(
        rows.map(({ actor, detail }) => [actor, detail['by'], detail['user'], typeof detail['from']]),
        [
            ['in-place', 'in-place', undefined, 'string'],
            [LUC, 'sign-in', luc.slice(0, 15), 'string']
        ]
    );
    assert.doesNotMatch(JSON.stringify(rows), /127\.0\.0\.1/, 'where from is told by a mark');
});
