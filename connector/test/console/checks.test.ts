import assert from 'node:assert/strict';
import { test } from 'node:test';
import { begin, callComes, connected, connectSalesforce, taskIsThere } from './connected.ts';

test('what the integration user only does not see is not taken for an old package', async (t) => {
    const { admin, base, stand } = await connected(t);
    await admin.get(`${base}/connect`);
    const username = 'integration@simulated.org';
    await stand.org('/users', { username, permissionSets: ['Quo_User', 'Quo_Integration_Standard'] });
    const blind = await admin.submit(`${base}/connect/check`);
    assert.match(blind.text, /The integration user does not see fields that the Quo package brings/);
    assert.match(blind.text, /Assign the permission set Quo_Integration to the integration user/);
    assert.doesNotMatch(blind.text, /lacks fields that this connector writes/);
    await stand.org('/users', { username, permissionSets: ['Quo_Integration', 'Quo_Integration_Standard'] });
    assert.doesNotMatch((await admin.submit(`${base}/connect/check`)).text, /Must be put right/);
});

test('a webhook that somebody deleted in Quo is noticed, though it once worked', async (t) => {
    const { admin, base, stand } = await connected(t);
    const { webhooks } = await stand.quo<{ webhooks: { id: string }[] }>('/webhooks');
    for (const { id } of webhooks) await stand.quo(`/webhooks/${id}`, undefined, 'DELETE');
    await admin.get(`${base}/connect`);
    assert.match(
        (await admin.submit(`${base}/connect/check`)).text,
        /Quo does not send its events to this connector yet/
    );
});

test('where the key may not create webhooks, the way by hand is opened, and works', async (t) => {
    const all = await connected(t, {}, { webhook: false });
    const { admin, base, stand } = all;
    await stand.quo('/faults', { answer: 403, count: 5, method: 'POST', path: '/webhooks' });
    const refused = await admin.submit(`${base}/connect/webhook`);
    assert.match(refused.text, /Quo does not allow this with this API key/);
    const [, address = ''] = /<p class="copy" aria-label="Address of the webhook">([^<]+)</.exec(refused.text) ?? [];
    assert.match(refused.text, /<details\s+open\s*>\s*<summary>Where the key has no right/);
    await stand.quo('/faults', undefined, 'DELETE');
    const made = await stand.quo<{ key: string }>('/webhooks', { url: address });
    const kept = await admin.submit(`${base}/connect/webhook-key`, { key: made.key });
    assert.match(kept.text, /1 signing key is known/);
    await callComes(all);
    await taskIsThere(all);
});

test('a connector that nobody can reach says so before Quo is blamed', async (t) => {
    const all = await begin(t, { QUO_API_URL: 'https://api.example.invalid' });
    await connectSalesforce(all);
    const { admin, base } = all;
    await admin.get(`${base}/connect`);
    const told = await admin.submit(`${base}/connect/check`);
    assert.match(told.text, /Quo cannot reach this connector at http:\/\/127\.0\.0\.1/);
});
