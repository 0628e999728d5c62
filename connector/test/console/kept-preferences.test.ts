import assert from 'node:assert/strict';
import { test } from 'node:test';
import { KEYS } from '../../src/contracts/key-value.ts';
import { connected, until, type Connected } from './connected.ts';

/** What a later version, or somebody with access to the database, stored. */
async function store({ stand, id }: Connected, preferences: Record<string, unknown>): Promise<void> {
    const { connections } = stand.database.store;
    await connections.changeSettings(id, (settings) => ({
        ...settings,
        preferences,
        laterSetting: { of: 'a later version' }
    }));
}

async function kept({ stand, id }: Connected): Promise<Readonly<Record<string, unknown>>> {
    return (await stand.database.store.connections.get(id))?.settings ?? {};
}

test('saving the page erases nothing that this version does not know or the page does not show', async (t) => {
    const all = await connected(t);
    const { admin, base } = all;
    const unknown = { laterPreference: ['x'], unknownCallers: 'make-a-case' };
    const hidden = { inboxOwners: { PNgone: 'luc@example.com' }, users: { USgone: '005000000000001AAA' } };
    await store(all, { ...unknown, ...hidden, leadSource: 'Phone' });
    await until(async () => /value="Phone"/.test((await admin.get(`${base}/preferences`)).text));
    // Who there is in Salesforce is known, and neither of those who were named is among them.
    const marie = { id: '005000000000002AAA', name: 'Marie', email: 'marie@example.com', isActive: true };
    await all.stand.database.store.memory.set(all.id, KEYS.orgUsers, [marie]);
    // Nothing but one field is sent, as by a page that an older version drew.
    const saved = await admin.submit(`${base}/preferences`, { shown: [], language: 'en' });
    assert.match(saved.text, /New calls and texts follow these choices/);
    const { preferences, laterSetting } = await kept(all);
    assert.deepEqual(preferences, { ...unknown, ...hidden, leadSource: 'Phone' });
    assert.deepEqual(laterSetting, { of: 'a later version' });
});

test('a choice replaces what this version cannot read, and leaves the rest', async (t) => {
    const all = await connected(t);
    const { admin, base } = all;
    await store(all, { laterPreference: 1, unknownCallers: 'make-a-case', language: 'en' });
    await admin.get(`${base}/preferences`);
    await admin.submit(`${base}/preferences`, { shown: ['unknownCallers'], unknownCallers: 'lead' });
    const { preferences } = await kept(all);
    assert.deepEqual(preferences, { laterPreference: 1, unknownCallers: 'lead', language: 'en' });
});
