import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browser, type Browser } from '../console/browser-less.ts';
import { connectSalesforce, type Connected } from '../console/connected.ts';
import { ACCESS as TABLE, FEATURES } from '../../src/console/features.ts';
import type { Role } from '../../src/console/guard.ts';
import { standWithRoutes, type FoundRoute } from './routes-of.ts';

/** What anybody may ask for, beside the console's own table. */
const FOR_ANYBODY = [
    'GET /',
    'GET /sign-in',
    'POST /sign-in/token',
    'POST /sign-in/salesforce',
    'POST /sign-out',
    'GET /language/:language',
    'GET /oauth/callback',
    'GET /healthz',
    'GET /readyz',
    'GET /metrics',
    'GET /recordings/:call/:n',
    'GET /attachments/:message/:n',
    'POST /webhooks/quo/:connection'
];
/** What the console's features say of their routes. */
const ACCESS = new Map<string, Role>(Object.entries(TABLE));
/** What belongs to the deployment, and to no single connection. */
const FOR_OWNERS = [...ACCESS].flatMap(([route, role]) =>
    role === 'owner' && !route.includes('/:connection') ? [route] : []
);
/** Quo signs what it sends; everything else that changes something is a form of ours. */
const SIGNED = ['POST /webhooks/quo/:connection'];

const named = ({ method, path }: FoundRoute): string => `${method} ${String(path)}`;
const isForm = ({ method, path }: FoundRoute): boolean => method === 'POST' && typeof path === 'string';

function filled({ path }: FoundRoute, connection: string): string {
    return String(path).replace(':connection', connection).replaceAll(/:\w+/g, 'call_AC1');
}

async function tokenOf(user: Browser, page = '/sign-in'): Promise<string> {
    await user.get(page);
    return /name="form-token" value="([^"]+)"/.exec(user.page())?.[1] ?? '';
}

async function stateOf({ stand }: Connected): Promise<string> {
    const { rows } = await stand.database.store.pool.query<{ state: string }>(
        `select json_build_array((select json_agg(c order by id) from (select id, settings from connections) c),
            (select count(*) from activities), (select json_agg(name order by name) from vault))::text as state`
    );
    return rows[0]?.state ?? '';
}

test('every route is known: who may ask for it is written down here', async (t) => {
    const { routes } = await standWithRoutes(t);
    const others = routes.filter(
        (route) => typeof route.path === 'string' && !FOR_ANYBODY.includes(named(route)) && !ACCESS.has(named(route))
    );
    assert.deepEqual(others.map(named), []);
    assert.ok(routes.length > 40, `${routes.length} routes: too few to prove anything`);
    assert.deepEqual([...new Set(routes.map(({ method }) => method))].sort(), ['GET', 'POST']);
});

test('every tab of the console leads to a page, and every route that a feature opens exists', async (t) => {
    const { all, routes } = await standWithRoutes(t);
    const known = new Set(routes.map(named));
    assert.deepEqual(
        [...ACCESS.keys()].filter((route) => !known.has(route)),
        []
    );
    const tabs = FEATURES.flatMap((feature) => feature.tabs);
    assert.equal(new Set(tabs.map(({ path }) => path)).size, tabs.length);
    for (const { key, path } of tabs) {
        const { status, text } = await all.admin.get(`${all.base}${path}`);
        assert.equal(status, 200, key);
        const current = [...text.matchAll(/href="([^"]*)"\s+aria-current="page"/g)].map(([, href]) => href);
        assert.deepEqual(current, [`/console/${all.id}${path}`], key);
    }
});

test('no form is taken without its token, from another site, or with the token of another browser', async (t) => {
    const { all, routes } = await standWithRoutes(t);
    const { admin, stand, id } = all;
    const own = await tokenOf(admin, '/console');
    const foreign = await tokenOf(browser(stand));
    assert.ok(own !== '' && foreign !== '' && own !== foreign);
    const before = await stateOf(all);
    for (const route of routes.filter((one) => isForm(one) && !SIGNED.includes(named(one))))
        for (const [what, token, site] of [
            ['no token', '', 'same-origin'],
            ['the token of another browser', foreign, 'same-origin'],
            ['from another site', own, 'cross-site'],
            ['from a neighbour', own, 'same-site']
        ] as const) {
            const body = new URLSearchParams({ 'form-token': token, number: '+15145550401', do: 'start' });
            const headers = { 'sec-fetch-site': site };
            const answer = await admin.send(filled(route, id), { method: 'POST', body, headers });
            assert.equal(answer.status, 403, `${named(route)}: ${what}`);
        }
    const asJson = await admin.send(`/console/${id}/connect/disconnect`, {
        method: 'POST',
        body: JSON.stringify({ 'form-token': own }),
        headers: { 'content-type': 'application/json' }
    });
    assert.equal(asJson.status, 403);
    assert.equal(await stateOf(all), before);
});

test('nothing of a connection is shown or done for strangers', async (t) => {
    const { all, routes } = await standWithRoutes(t);
    const stranger = browser(all.stand);
    const token = await tokenOf(stranger);
    const before = await stateOf(all);
    for (const route of routes.filter((one) => typeof one.path === 'string' && !FOR_ANYBODY.includes(named(one)))) {
        const body = route.method === 'POST' ? new URLSearchParams({ 'form-token': token }) : undefined;
        const answer = await stranger.send(filled(route, all.id), { method: route.method, ...(body && { body }) });
        const isToSignIn = answer.status === 303 && answer.location.startsWith('/sign-in');
        assert.ok(isToSignIn || answer.status === 404, `${named(route)}: ${answer.status} ${answer.location}`);
        assert.ok(!answer.text.includes('Boréal'), named(route));
    }
    assert.equal(await stateOf(all), before);
});

test('an admin of one connection finds nothing at any address of another', async (t) => {
    const { all, routes } = await standWithRoutes(t);
    const { admin, stand } = all;
    await connectSalesforce(all);
    await admin.get('/console');
    const made = await admin.submit('/console/connections', { name: 'Another company' });
    const other = /\/console\/(\w+)\/connect/.exec(made.text)?.[1] ?? '';
    const user = browser(stand);
    await user.get('/sign-in');
    const asked = await user.submit('/sign-in/salesforce', { where: 'domain', domain: stand.orgUrl });
    const { records } = await stand.org<{ records: { Id: string; Username: string }[] }>('/records?type=User');
    const orgAdmin = records.find(({ Username: name }) => name === 'admin@simulated.org')?.Id ?? '';
    await user.get(await user.consent(asked.location, orgAdmin));
    const token = await tokenOf(user, `/console/${all.id}`);
    const before = await stateOf(all);
    for (const route of routes.filter((one) => FOR_OWNERS.includes(named(one)))) {
        const body = new URLSearchParams({ 'form-token': token, name: 'Mine' });
        const init = { method: route.method, ...(route.method === 'POST' && { body }) };
        assert.equal((await user.send(String(route.path), init)).status, 404, named(route));
    }
    const handlers = routes.filter(({ path }) => String(path).startsWith('/console/:connection'));
    for (const route of handlers)
        for (const id of [other, 'default', `..%2f${other}`, `${all.id}%2f..%2f${other}`]) {
            const body = new URLSearchParams({ 'form-token': token, number: '+15145550401' });
            const init = { method: route.method, ...(route.method === 'POST' && { body }) };
            const answer = await user.send(filled(route, id), init);
            assert.ok([403, 404].includes(answer.status), `${named(route)} of ${id}: ${answer.status}`);
            assert.ok(!answer.text.includes('Another company'), named(route));
        }
    assert.equal(await stateOf(all), before);
});
