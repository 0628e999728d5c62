import assert from 'node:assert/strict';
import { test } from 'node:test';
import { KEYS } from '../../../src/contracts/key-value.ts';
import { audited, opened } from '../opened.ts';

test('an export is a file with a name, of the choices of this connection alone', async (t) => {
    const one = await opened(t, { settings: { preferences: { sona: false }, retentionDays: 9 } });
    const { headers, text } = await one.admin.send('/console/acme/preferences/export', {});
    assert.match(headers.get('content-disposition') ?? '', /attachment; filename="?quo-for-salesforce\.json"?$/);
    assert.match(headers.get('content-type') ?? '', /application\/json/);
    assert.deepEqual(JSON.parse(text), {
        sona: false,
        retentionDays: 9,
        recordingsNeedSignIn: true,
        recordingsInPlaceDays: 30
    });
});

test('what an import would change is read in words before it is done: yes and no, inboxes by their names', async (t) => {
    for (const [language, words] of [
        ['en', /Yes.*No/],
        ['fr', /Oui.*Non/]
    ] as const) {
        const one = await opened(t, { language });
        await one.it.store.memory.set('acme', KEYS.inboxes, [{ id: 'PN1', name: 'Ventes', number: '+15145550100' }]);
        await one.read('/preferences');
        const text = await one.send('/preferences/import', {
            text: JSON.stringify({ sona: false, inboxes: ['PN1'], inboxTimeZones: { PN1: 'Europe/Paris' } })
        });
        assert.match(text, words);
        assert.match(text, /Ventes/);
        assert.match(text, /Ventes = Europe\/Paris/);
        assert.deepEqual(one.it.settings('acme')['preferences'], {});
        assert.deepEqual(audited(one), []);
    }
});

test('an import is done when it is asked for a second time, and the log names what changed and no value', async (t) => {
    const one = await opened(t);
    await one.read('/preferences');
    await one.send('/preferences/import', { text: '{ "sona": false, "leadSource": "secret \\"words\\" <b>" }' });
    await one.send('/preferences/import/apply');
    assert.deepEqual(one.it.settings('acme')['preferences'], { sona: false, leadSource: 'secret "words" <b>' });
    const [entry] = audited(one);
    assert.equal(entry?.[0], 'preferences.imported');
    assert.deepEqual([...(entry[1]['keys'] as string[])].toSorted(), ['leadSource', 'sona']);
});

test('a file that says what is chosen already says so, and has nothing to apply', async (t) => {
    const one = await opened(t);
    await one.read('/preferences');
    await one.send('/preferences/import', { text: '{}' });
    assert.doesNotMatch(one.admin.page(), /import\/apply/);
});

test('a text that is none of ours is refused with its reason, and nothing is lost', async (t) => {
    const one = await opened(t, { settings: { preferences: { sona: false } } });
    for (const text of ['{', '[]', '{ "sona": "maybe" }', '{ "nothing": 1 }', 'a,b', '{ "retentionDays": "9" }']) {
        await one.read('/preferences');
        assert.match(await one.send('/preferences/import', { text }), /CONFIG-PREFERENCES|WEB-VALUE/, text);
    }
    assert.deepEqual(one.it.settings('acme')['preferences'], { sona: false });
    assert.deepEqual(audited(one), []);
});

test('an import that would put everybody into Quo leads to what it takes first', async (t) => {
    const one = await opened(t, { parts: { directory: { counts: async () => ({ people: 3, numbers: 4 }) } } });
    await one.read('/preferences');
    await one.send('/preferences/import', { text: '{ "syncContacts": "full", "sona": false }' });
    await one.send('/preferences/import/apply');
    assert.deepEqual(one.it.settings('acme')['preferences'], { sona: false });
    assert.match(one.admin.page(), /people\/estimate/);
});

const USERS = [
    { id: '005000000000001AAA', name: 'Marie Gagnon', email: 'marie@acme.example', isActive: true },
    { id: '005000000000003AAA', name: 'Anne Gone', email: 'anne@acme.example', isActive: false }
];

test('an owner whom this org does not have, or who left, is named before anything is imported, in either language', async (t) => {
    for (const [language, left] of [
        ['en', /Fallback owner.*Anne Gone is not active/],
        ['fr', /Propriétaire de repli.*Anne Gone n’est pas actif/]
    ] as const) {
        const one = await opened(t, { language });
        await one.it.store.memory.set('acme', KEYS.orgUsers, USERS);
        await one.read('/preferences');
        const text = JSON.stringify({ sona: false, fallbackOwner: '005000000000003AAA' });
        assert.match(await one.send('/preferences/import', { text }), left);
        assert.doesNotMatch(one.admin.page(), /import\/apply/);
        assert.match(one.admin.page(), /role="alert"/);
        assert.deepEqual(one.it.settings('acme')['preferences'], {});
        assert.deepEqual(audited(one), []);
    }
});

test('what became wrong between looking at an import and applying it is told, and nothing is imported', async (t) => {
    const one = await opened(t);
    await one.it.store.memory.set('acme', KEYS.orgUsers, USERS.slice(0, 1));
    await one.read('/preferences');
    await one.send('/preferences/import', { text: '{ "sona": false, "fallbackOwner": "005000000000001AAA" }' });
    await one.it.store.memory.set(
        'acme',
        KEYS.orgUsers,
        USERS.slice(0, 1).map((user) => ({ ...user, isActive: false }))
    );
    assert.match(await one.send('/preferences/import/apply'), /Marie Gagnon is not active/);
    assert.deepEqual(one.it.settings('acme')['preferences'], {});
    assert.deepEqual(audited(one), []);
});

test('several faults of an import are counted, and each is told with its choice and its value', async (t) => {
    const one = await opened(t);
    await one.it.store.memory.set('acme', KEYS.orgUsers, USERS);
    await one.it.store.memory.set('acme', KEYS.orgQueues, []);
    await one.read('/preferences');
    const text = await one.send('/preferences/import', {
        text: JSON.stringify({ fallbackOwner: '005000000000009AAA', unmatchedOwner: '00G000000000001AAA' })
    });
    assert.match(text, /2 values need another look/);
    assert.match(text, /005000000000009AAA/);
    assert.match(text, /00G000000000001AAA/);
});
