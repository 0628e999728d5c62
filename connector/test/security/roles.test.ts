import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { ACCESS } from '../../src/console/features.ts';
import { ROLES, type Role } from '../../src/console/guard.ts';
import type { OrgRight } from '../../src/contracts/rights/org-rights.ts';
import type { Browser } from '../console/browser-less.ts';
import { APP } from '../application/fakes/world.ts';
import { ADMIN_TOKEN, fakeConsole, type FakeConsole } from '../pages/fake-console.ts';
import { HOSTILE_STORE } from '../pages/hostile.ts';

const ORG = '00D000000000001AAA';
const OTHER_ORG = '00D000000000009AAA';
const NO_QUEUE = { ringing: 0, 'just-in-time': 0, full: 0 };

const STORE = {
    ...HOSTILE_STORE,
    quoContacts: { ...HOSTILE_STORE.quoContacts, skipCandidates: async () => [] }
};

/** Somebody, and the most that they may ask of the connection `acme`. */
interface Person {
    readonly called: string;
    readonly may: Role | 'nothing';
    readonly rights?: readonly OrgRight[];
    readonly org?: string;
    readonly userId?: string;
}

const PEOPLE: readonly Person[] = [
    { called: 'nobody', may: 'nothing' },
    { called: 'a listener', may: 'whoever is signed in', rights: [], userId: '005000000000011AAA' },
    { called: 'a viewer', may: 'viewer', rights: ['viewer'], userId: '005000000000012AAA' },
    {
        called: 'an admin of another connection',
        may: 'whoever is signed in',
        rights: ['admin'],
        org: OTHER_ORG,
        userId: '005000000000013AAA'
    },
    { called: 'an admin', may: 'admin', rights: ['admin'], userId: '005000000000014AAA' },
    { called: 'an owner whom the environment names', may: 'owner', rights: [], userId: '005000000000015AAA' },
    { called: 'whoever has the admin token', may: 'owner' }
];

const ROUTES = Object.entries<Role>(ACCESS)
    .map(([name, role]) => {
        const [method = '', path = ''] = name.split(' ');
        return { name, role, method, path };
    })
    // What ends the connection, or everybody's session, is asked for last.
    .sort((one, other) => endsIt(one.name) - endsIt(other.name));

function endsIt(name: string): number {
    return ['/disconnect', '/remove', '/sign-everybody-out'].findIndex((end) => name.endsWith(end));
}

/** Two connections of two orgs, with something on every page. */
async function twoConnections(t: TestContext): Promise<FakeConsole> {
    const owner = `${ORG}/005000000000015AAA`;
    const it = await fakeConsole(t, STORE, { ADMIN_TOKEN, ...APP, OWNERS: owner });
    it.quo.contacts.counters = () => ({ requests: {}, retries: {}, waiting: NO_QUEUE });
    await it.connect('acme', { rehearsingSince: '2026-11-19T17:00:00.000Z' });
    await it.connect('other');
    const settings = it.settings('other');
    const ofOther = { ...(settings['salesforce'] as object), organizationId: OTHER_ORG };
    it.store.rows.set('other', { id: 'other', settings: { ...settings, salesforce: ofOther, rev: 9 } });
    await it.context.connections.refresh();
    it.salesforce.administration.rightsOf = async (id) => ({
        isActive: true,
        rights: PEOPLE.find(({ userId }) => userId === id)?.rights ?? []
    });
    return it;
}

async function browserOf(it: FakeConsole, { called, rights, org = ORG, userId = '' }: Person): Promise<Browser> {
    if (called === 'nobody') return it.browser();
    if (rights === undefined) return it.admin();
    it.salesforce.identity = { userId, organizationId: org, username: `${userId}@acme.example` };
    const one = it.browser();
    // Listeners come in on their way to a recording only.
    await one.get('/sign-in?to=/recordings/AC1/0');
    await one.submit('/sign-in/salesforce', { where: 'production' });
    await one.send('/oauth/callback?state=state&code=code', {});
    return one;
}

async function tokenOf(one: Browser): Promise<string> {
    await one.get('/console/nowhere');
    return /name="form-token" value="([^"]+)"/.exec(one.page())?.[1] ?? '';
}

const rank = (role: Role | 'nothing'): number => (role === 'nothing' ? -1 : ROLES.indexOf(role));

for (const person of PEOPLE)
    test(`${person.called} reaches what the table gives them, and nothing else`, async (t) => {
        const it = await twoConnections(t);
        const one = await browserOf(it, person);
        const rows = (): string => JSON.stringify([...it.store.rows, ...it.store.secrets]);
        for (const { name, role, method, path } of ROUTES) {
            const before = rows();
            const address = path.replace(':connection', 'acme').replace(':activityKey', 'call_AC1');
            const body = new URLSearchParams({ 'form-token': await tokenOf(one) });
            const { status, location } = await one.send(address, { method, ...(method === 'POST' && { body }) });
            const isAllowed = rank(person.may) >= rank(role);
            if (person.may === 'nothing') {
                assert.deepEqual([status, location.startsWith('/sign-in')], [303, true], name);
            } else if (isAllowed) {
                assert.ok(status < 500 && status !== 404 && status !== 403, `${name}: ${status}`);
                assert.ok(!location.startsWith('/sign-in?'), `${name}: ${location}`);
            } else assert.equal(status, 404, name);
            if (!isAllowed) assert.equal(rows(), before, `${name} changed something`);
        }
    });

test('an address that differs by case or by a slash at its end is another address, for the owner too', async (t) => {
    const it = await twoConnections(t);
    const owner = await it.admin();
    for (const { name, path } of ROUTES.filter(({ method }) => method === 'GET')) {
        const address = path.replace(':connection', 'acme').replace(':activityKey', 'call_AC1');
        assert.notEqual((await owner.send(address, {})).status, 404, name);
        for (const other of [`${address}/`, address.replace('/console', '/Console')])
            assert.equal((await owner.send(other, {})).status, 404, other);
    }
});

test('each role can do something that the one before cannot', () => {
    assert.deepEqual(
        ROLES.filter((role) => !Object.values(ACCESS).includes(role)),
        []
    );
    assert.ok(ROUTES.length > 40, `${ROUTES.length} routes: too few to prove anything`);
});

test('a viewer sees the tabs and buttons that are theirs, and no way into what people said', async (t) => {
    const it = await twoConnections(t);
    const viewer = await browserOf(it, PEOPLE[2] as Person);
    for (const path of ['', '/activities']) {
        const { status, text } = await viewer.get(`/console/acme${path}`);
        assert.equal(status, 200, path);
        const ways = [...text.matchAll(/(?:href|action)="(\/console\/acme[^"?]*)/g)].map(([, way]) => way);
        assert.deepEqual([...new Set(ways)].sort(), ['/console/acme', '/console/acme/activities']);
    }
    assert.match((await viewer.get('/console')).text, /href="\/console\/acme"/);
    assert.doesNotMatch(viewer.page(), /sign-everybody-out|console\/other|console\/audit/);
});

test('an admin of one connection cannot replace the app that everybody signs in through, typed or forged', async (t) => {
    const it = await fakeConsole(t, {}, { ADMIN_TOKEN });
    it.store.secrets.set('connector/salesforce-app', JSON.stringify({ clientId: 'the-typed-app' }));
    await it.connect('acme');
    const admin = await it.throughSalesforce();
    const { text } = await admin.get('/console/acme/connect');
    assert.doesNotMatch(text, /connect\/app/);
    const body = new URLSearchParams({ 'form-token': await tokenOf(admin), 'client-id': 'app-of-an-attacker' });
    assert.equal((await admin.send('/console/acme/connect/app', { method: 'POST', body })).status, 404);
    const owner = await it.admin();
    await owner.get('/console/acme/connect');
    await owner.submit('/console/acme/connect/app', { 'client-id': 'another-app' });
    assert.match(it.store.secrets.get('connector/salesforce-app') ?? '', /another-app/);
});

test('who reads what people said is in the audit log, once for each of their visits and with no word of it', async (t) => {
    const it = await twoConnections(t);
    const admin = await browserOf(it, PEOPLE[4] as Person);
    await admin.get('/console/acme/activities');
    const readings = async () =>
        (await it.store.audit.list('acme')).filter(({ action }) => action === 'words.read').map((row) => row.detail);
    assert.deepEqual(await readings(), []);
    for (let n = 0; n < 3; n += 1) await admin.get('/console/acme/activities/call_AC1');
    assert.deepEqual(await readings(), [{ page: 'activity', activityKey: 'call_AC1' }]);
    it.later(3 * 60_000 * 6);
    await admin.get('/console/acme');
    await (await it.admin()).get('/console/acme/activities/call_AC1');
    assert.equal((await readings()).length, 2);
});
