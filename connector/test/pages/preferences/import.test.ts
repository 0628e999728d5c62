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
