import assert from 'node:assert/strict';
import fc from 'fast-check';
import { test } from 'node:test';
import { KEYS } from '../../../src/contracts/key-value.ts';
import { audited, opened } from '../opened.ts';
import { choose, sendAgain, valueOf } from './choices.ts';

const USERS = [
    { id: '005000000000002AAA', name: 'Luc Roy', email: 'luc@acme.example', isActive: true },
    { id: '005000000000003AAA', name: 'Anne Gone', email: 'anne@acme.example', isActive: false }
];
const saved = ({ it }: Awaited<ReturnType<typeof opened>>): unknown => it.settings('acme')['preferences'];

test('a choice is saved, said to be, noted without its value, and what the connection works with at once', async (t) => {
    const one = await opened(t);
    assert.match(await choose(one, { language: 'en', sona: undefined }), /New calls and texts follow these choices/);
    assert.deepEqual(saved(one), { language: 'en', sona: false });
    assert.equal(one.it.context.connections.get('acme')?.preferences().language, 'en');
    assert.deepEqual(audited(one), [['preferences.saved', {}]]);
});

test('a page that is sent back untouched changes nothing', async (t) => {
    const before = { language: 'en', sona: false, leadMinSeconds: 20, ignoredNumbers: ['+15145550123'] };
    const one = await opened(t, { settings: { preferences: before, retentionDays: 9, recordingsNeedSignIn: true } });
    await choose(one, {});
    assert.deepEqual(saved(one), before);
    const { retentionDays, recordingsNeedSignIn } = one.it.settings('acme');
    assert.deepEqual([retentionDays, recordingsNeedSignIn], [9, true]);
});

/** A value that cannot be saved, and what is said of it in either language. */
const FAULTS = [
    ['timeZone', 'Mars/Olympus', /Mars\/Olympus/],
    ['defaultRegion', 'ZZ', /ZZ/],
    ['defaultRegion', 'UK', /UK/],
    ['defaultRegion', 'canada', /canada/],
    ['leadMinSeconds', '0', /0/],
    ['leadMinSeconds', 'soon', /soon/],
    ['directoryRefreshSeconds', '5', /5/],
    ['apiBudget', '-1', /-1/],
    ['retentionDays', '0', /0/],
    ['retentionDays', '99999', /99/],
    ['ignoredNumbers', 'not a number', /not a number/],
    ['leadSource', 'x'.repeat(256), /255/]
] as const;

for (const [name, value, words] of FAULTS)
    test(`${name} “${value.slice(0, 20)}”: nothing is saved, it is said why in either language, and everything typed stays`, async (t) => {
        for (const language of ['en', 'fr'] as const) {
            const one = await opened(t, { language });
            const text = await choose(one, { [name]: value, sona: undefined });
            assert.deepEqual(saved(one), {});
            assert.match(text, words);
            assert.match(one.admin.page(), /role="alert"/);
            assert.match(one.admin.page(), new RegExp(`href="#field-${name}`));
            assert.match(one.admin.page(), /aria-invalid="true"/);
            assert.equal(valueOf(one, name)?.trim(), value);
            assert.equal(valueOf(one, 'sona'), undefined, 'the tick that was taken away stays away');
            assert.deepEqual(audited(one), []);
        }
    });

test('what came back with a fault is saved once that one value is put right, with everything else that was typed', async (t) => {
    const one = await opened(t);
    await choose(one, { timeZone: 'Mars/Olympus', language: 'en', leadSource: 'Quo' });
    await sendAgain(one, { timeZone: 'Europe/Paris' });
    assert.deepEqual(saved(one), { language: 'en', timeZone: 'Europe/Paris', leadSource: 'Quo' });
});

test('several faults are counted and each is named', async (t) => {
    const one = await opened(t);
    const text = await choose(one, { timeZone: 'Nowhere', defaultRegion: 'ZZ', apiBudget: '0' });
    assert.match(text, /3 /);
    for (const name of ['timeZone', 'defaultRegion', 'apiBudget'])
        assert.match(one.admin.page(), new RegExp(`href="#field-${name}"`));
});

test('whoever left cannot be chosen as owner, and is named', async (t) => {
    const one = await opened(t, {
        change: (it) =>
            void (it.salesforce.administration = { ...it.salesforce.administration, users: async () => USERS })
    });
    const text = await choose(one, { fallbackOwner: '005000000000003AAA' });
    assert.match(text, /Anne Gone/);
    assert.deepEqual(saved(one), {});
    await choose(one, { fallbackOwner: '005000000000002AAA' });
    assert.deepEqual(saved(one), { fallbackOwner: '005000000000002AAA' });
});

test('whatever is typed into the fields of text is either saved as it is or said to be wrong, and never breaks the page', async (t) => {
    const one = await opened(t);
    const typed = fc.string({
        maxLength: 30,
        unit: fc.constantFrom('a', '"', '<', '&', '{', '}', "'", 'é', ' ', '📞')
    });
    await fc.assert(
        fc.asyncProperty(typed, typed, async (leadSource, contactOwnerField) => {
            await choose(one, { leadSource, contactOwnerField });
            const kept = one.it.context.connections.get('acme')?.preferences();
            assert.equal(kept?.leadSource, leadSource.trim() || undefined);
            assert.equal(kept?.contactOwnerField, contactOwnerField.trim() || undefined);
            await one.read('/preferences');
            assert.equal(valueOf(one, 'leadSource'), leadSource.trim());
        }),
        { numRuns: 15 }
    );
});

test('everybody in Quo is not chosen here: what it takes is told first, and everything else is saved', async (t) => {
    const one = await opened(t, { parts: { directory: { counts: async () => ({ people: 3, numbers: 4 }) } } });
    await choose(one, { syncContacts: 'full', language: 'en' });
    assert.deepEqual(saved(one), { language: 'en' });
    assert.match(one.admin.page(), /action="\/console\/acme\/people/);
    assert.equal((await one.it.store.memory.get('acme', KEYS.contactSyncEstimate))?.value.state, 'done');
});

test('looking saves nothing, and shows what it would come to', async (t) => {
    const one = await opened(t);
    await choose(one, { language: 'en', do: 'look' });
    assert.deepEqual(saved(one), {});
    assert.equal(valueOf(one, 'language'), 'en');
    assert.deepEqual(audited(one), []);
});

test('more rows are added without saving, and without losing what was typed', async (t) => {
    const one = await opened(t);
    const rows = (): number => (one.admin.page().match(/name="[^"]*question[^"]*"/gi) ?? []).length;
    await one.read('/preferences');
    const before = rows();
    await choose(one, { leadSource: 'typed before', do: 'more-answers' });
    assert.ok(rows() > before, `${rows()} after ${before}`);
    assert.equal(valueOf(one, 'leadSource'), 'typed before');
    assert.deepEqual(saved(one), {});
});

test('an inbox that is not ticked is logged no more, and ticking all again logs those to come as well', async (t) => {
    const one = await opened(t, {
        change: (it) =>
            void (it.quo.inboxes = [
                { id: 'PN1', name: 'Ventes', number: '+15145550100' },
                { id: 'PN2', name: 'Service', number: '+15145550101' }
            ])
    });
    await choose(one, { 'all-inboxes': undefined, inboxes: ['PN2'] });
    assert.deepEqual(saved(one), { inboxes: ['PN2'] });
    await choose(one, { 'all-inboxes': 'on' });
    assert.deepEqual(saved(one), {});
});

test('where a file of the environment decides, the page shows it, and saves only how long deliveries are kept', async (t) => {
    const one = await opened(t);
    await one.it.add('default');
    const fixed = { ...one.it.context.config, preferencesFile: '/etc/preferences.json' };
    Object.assign(one.it.context, { config: fixed });
    await one.admin.get('/console/default/preferences');
    assert.match(one.admin.page(), /<fieldset id="what" disabled>/);
    const body = new URLSearchParams({
        'form-token': /name="form-token" value="([^"]+)"/.exec(one.admin.page())?.[1] ?? '',
        ...{ shown: 'retentionDays', retentionDays: '12', language: 'en' }
    });
    const { status } = await one.admin.send('/console/default/preferences', { method: 'POST', body });
    assert.equal(status, 303);
    assert.deepEqual(
        [one.it.settings('default')['retentionDays'], one.it.settings('default')['preferences']],
        [12, {}]
    );
});

test('the preview that a page asks for by itself is drawn with what is typed, or is empty where that cannot be', async (t) => {
    const one = await opened(t);
    await one.read('/preferences');
    const token = /name="form-token" value="([^"]+)"/.exec(one.admin.page())?.[1] ?? '';
    const ask = (fields: Record<string, string>) =>
        one.admin.send('/console/acme/preferences/preview', {
            method: 'POST',
            body: new URLSearchParams({ 'form-token': token, ...fields })
        });
    assert.equal((await ask({})).status, 204);
    assert.equal((await ask({ shown: 'timeZone', timeZone: 'Nowhere' })).status, 204);
    assert.deepEqual(audited(one), []);
});
