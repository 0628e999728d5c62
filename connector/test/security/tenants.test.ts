import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browser, type Browser } from '../console/browser-less.ts';
import { begin, connectSalesforce, until, type Connected } from '../console/connected.ts';

/** Signs in through the simulated org as one of its users. */
async function signInAs({ stand }: Connected, agent: Browser, user: string, to = ''): Promise<string> {
    await agent.get(`/sign-in${to === '' ? '' : `?to=${encodeURIComponent(to)}`}`);
    const asked = await agent.submit('/sign-in/salesforce', { where: 'domain', domain: stand.orgUrl });
    assert.equal(asked.status, 303, asked.text);
    assert.match(asked.location, /scope=openid(&|$)/);
    const { text } = await agent.get(await agent.consent(asked.location, user));
    return text;
}

async function adminOf({ stand }: Connected): Promise<string> {
    const { records } = await stand.org<{ records: { Id: string; Username: string }[] }>('/records?type=User');
    return records.find(({ Username: name }) => name === 'admin@simulated.org')?.Id ?? '';
}

test('an administrator of a connected org comes in, to the connections of that org and to no other', async (t) => {
    const all = await begin(t);
    const { stand, admin, base, id } = all;
    await connectSalesforce(all);
    await admin.get('/console');
    const made = await admin.submit('/console/connections', { name: 'Another company' });
    const other = /\/console\/(\w+)\/connect/.exec(made.text)?.[1] ?? '';
    const user = browser(stand);
    const page = await signInAs(all, user, await adminOf(all));
    assert.match(page, /Toitures Boréal/);
    assert.ok(!page.includes('Another company'));
    assert.equal((await user.get(base)).status, 200);
    const nowhere = await user.send(`/console/nothing-like-it`, {});
    for (const path of ['', '/connect', '/preferences', '/audit', '/flow.svg', '/preferences/export']) {
        const answer = await user.send(`/console/${other}${path}`, {});
        assert.equal(answer.status, 404, path);
        assert.equal(answer.text.replaceAll(/value="[^"]*"/g, ''), nowhere.text.replaceAll(/value="[^"]*"/g, ''));
    }
    await user.get(`${base}/connect`);
    const token = /name="form-token" value="([^"]+)"/.exec(user.page())?.[1] ?? '';
    for (const path of ['/connect/disconnect', '/preferences', '/forget', '/connect/webhook-key']) {
        const body = new URLSearchParams({ 'form-token': token, key: 'x', number: '+15145550123' });
        assert.equal((await user.send(`/console/${other}${path}`, { method: 'POST', body })).status, 404, path);
    }
    const make = new URLSearchParams({ 'form-token': token, name: 'Mine' });
    assert.equal((await user.send('/console/connections', { method: 'POST', body: make })).status, 404);
    assert.ok(
        (await stand.database.store.audit.list(id)).some(
            ({ action, actor }) => action === 'sign-in' && actor === 'admin@simulated.org'
        )
    );
});

test('a user of the org without the permission set is told whom to ask; a holder of Quo Admin comes in', async (t) => {
    const all = await begin(t);
    await connectSalesforce(all);
    const { stand } = all;
    const luc = stand.ids['user-luc'] ?? '';
    assert.match(await signInAs(all, browser(stand), luc), /may not look after this connection[\s\S]*Quo Admin/);
    const { records: sets } = await stand.org<{ records: { Id: string; Name: string }[] }>(
        '/records?type=PermissionSet'
    );
    const set = sets.find(({ Name: name }) => name === 'Quo_Admin')?.Id;
    const assignment = {
        attributes: { type: 'PermissionSetAssignment', referenceId: 'one' },
        AssigneeId: luc,
        PermissionSetId: set
    };
    await stand.org('/seed', { records: [assignment] });
    assert.match(await signInAs(all, browser(stand), luc), /Toitures Boréal/);
});

test('rights that are taken away in Salesforce are gone here within ten minutes; an org that is away takes none', async (t) => {
    const all = await begin(t);
    await connectSalesforce(all);
    const { stand } = all;
    const user = browser(stand);
    assert.match(await signInAs(all, user, await adminOf(all)), /Toitures Boréal/);
    const tenMinutesPass = (): Promise<unknown> =>
        stand.database.store.pool.query(`update sessions set data = jsonb_set(data, '{lookedAt}', '0')`);
    await tenMinutesPass();
    assert.match((await user.get('/console')).text, /Toitures Boréal/);
    await stand.org('/faults', { kind: '503', path: '/query', times: 5 });
    await tenMinutesPass();
    assert.match((await user.get('/console')).text, /Toitures Boréal/, 'nobody could be asked');
    const { id, admin, base } = all;
    await stand.database.store.connections.changeSettings(id, (settings) => ({
        ...settings,
        salesforce: { ...(settings['salesforce'] as object), organizationId: '00D000000000009AAA' },
        rev: 99
    }));
    await until(async () => {
        await tenMinutesPass();
        return (await user.send('/console', {})).status === 303;
    });
    assert.equal((await admin.send(base, {})).status, 200, 'the admin token is nobody of the org');
    await user.get('/sign-in');
    assert.equal((await user.send(base, {})).status, 303, 'and they do not come back by it');
});
