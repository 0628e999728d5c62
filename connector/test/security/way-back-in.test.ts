import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browser, type Browser } from '../console/browser-less.ts';
import { begin, connectSalesforce, type Connected } from '../console/connected.ts';

/** As an administrator of the org ends what the connector works with. */
async function revokeSession({ stand, id }: Connected): Promise<void> {
    const kept = JSON.parse((await stand.database.store.vault.read(id, 'salesforce-tokens')) ?? '{}') as {
        refreshToken: string;
        accessToken: string;
    };
    for (const token of [kept.refreshToken, kept.accessToken]) await stand.org('/sessions/revoke', { token });
}

async function userNamed({ stand }: Connected, username: string, setUp: object): Promise<string> {
    return (await stand.org<{ id: string }>('/users', { username, ...setUp })).id;
}

/** To the consent page, and back. */
async function consented({ stand }: Connected, user: Browser, id: string): Promise<string> {
    await user.get('/sign-in');
    const asked = await user.submit('/sign-in/salesforce', { where: 'domain', domain: stand.orgUrl });
    return user.consent(asked.location, id);
}

test('while the connection’s session is revoked, a system administrator comes in and connects again; nobody else does', async (t) => {
    const all = await begin(t);
    const { stand, base } = all;
    await connectSalesforce(all);
    const administrator = await userNamed(all, 'boss@simulated.org', { profile: 'System Administrator' });
    const colleague = await userNamed(all, 'rep@simulated.org', {
        profile: 'Minimum Access - Salesforce',
        permissionSets: ['Quo_Admin']
    });
    await revokeSession(all);

    // Nobody can be asked, so that Salesforce sends the browser round once more: now with a token that may ask.
    const user = browser(stand);
    const once = await user.send(await consented(all, user, administrator), {});
    assert.equal(new URL(once.location).origin, stand.orgUrl);
    assert.match(new URL(once.location).searchParams.get('scope') ?? '', /\bapi\b/);
    const list = await user.get(await user.consent(once.location, administrator));
    assert.match(list.text, new RegExp(`href="${base}"`));

    const other = browser(stand);
    const again = await other.send(await consented(all, other, colleague), {});
    const refused = await other.get(await other.consent(again.location, colleague));
    assert.equal(refused.status, 403);
    assert.match(refused.text, /cannot be found out.*A system administrator of the org can sign in all the same/s);

    await connectSalesforce({ ...all, admin: user });
    const { rows } = await stand.database.store.pool.query<{ connected: boolean }>(
        `select (settings #>> '{salesforce,connected}')::boolean as connected from connections`
    );
    assert.deepEqual(rows, [{ connected: true }]);
    // Now the connection itself can ask, and the colleague's permission set counts.
    const back = browser(stand);
    const path = await consented(all, back, colleague);
    assert.match((await back.get(path)).text, new RegExp(`href="${base}"`));
});
