import assert from 'node:assert/strict';
import { test } from 'node:test';
import { KEYS, progressKey } from '../../../src/contracts/key-value.ts';
import type { FullRun } from '../../../src/contracts/quo/contacts.ts';
import type { PeopleEstimate } from '../../../src/contracts/stored-values.ts';
import { audited, opened } from '../opened.ts';
import { readable } from '../readable.ts';

const RUN: FullRun = {
    ...{ state: 'running', total: 2_500, after: '003', startedAt: '2026-11-20T16:00:00.000Z' },
    tally: { created: 1_200, unchanged: 34 }
};
const ESTIMATE: PeopleEstimate = {
    ...{ people: 2_500, create: 2_000, update: 100, remove: 5, requests: 2_300, seconds: 460 },
    idle: { unchanged: 300, 'no-number': 95 }
};
const full = { preferences: { syncContacts: 'full' } };

test('before anything was estimated the page says so, and offers nothing to begin', async (t) => {
    const { read, admin } = await opened(t);
    const text = await read('/people');
    assert.match(text, /Nothing was estimated yet/);
    assert.doesNotMatch(admin.page(), /value="start"/);
});

test('an estimate is told whole, in numbers of the language, and only then can everybody be put into Quo', async (t) => {
    for (const [language, words] of [
        ['en', [/2,000/, /2,300/, /8 min/]],
        ['fr', [/2\s000/, /2\s300/, /8 min/]]
    ] as const) {
        const one = await opened(t, { language });
        await one.it.store.memory.set('acme', KEYS.contactSyncEstimate, { state: 'done', estimate: ESTIMATE });
        const text = await one.read('/people');
        for (const pattern of words) assert.match(text, pattern);
        assert.match(one.admin.page(), /value="start"/);
    }
});

test('an estimate under way looks again by itself, and cannot be begun from', async (t) => {
    const one = await opened(t);
    await one.it.store.memory.set('acme', KEYS.contactSyncEstimate, { state: 'running' });
    await one.read('/people');
    assert.match(one.admin.page(), /data-refresh="3"/);
    assert.doesNotMatch(one.admin.page(), /value="start"/);
});

test('an estimate that failed says why and what to do, and another one can be asked for', async (t) => {
    const one = await opened(t);
    const note = { code: 'SF-UNREACHABLE', seen: 'ECONNREFUSED' } as const;
    await one.it.store.memory.set('acme', KEYS.contactSyncEstimate, { state: 'failed', note });
    const text = await one.read('/people');
    assert.match(text, /SF-UNREACHABLE/);
    assert.match(one.admin.page(), /action="\/console\/acme\/people\/estimate"/);
});

test('a run is told with how far it is and what came of each; it can be held, and goes on from there', async (t) => {
    for (const [state, next, words] of [
        ['running', 'pause', /1,234 of 2,500/],
        ['paused', 'resume', /1,234 of 2,500/],
        ['done', 'start', /1,234 of 2,500/]
    ] as const) {
        const one = await opened(t, {
            parts: { quoContacts: { run: async () => ({ ...RUN, state }) } },
            settings: full
        });
        assert.match(await one.read('/people'), words);
        assert.match(one.admin.page(), new RegExp(`name="do" value="${next}"`));
    }
});

test('while a run is under way no second one can be begun', async (t) => {
    const one = await opened(t, { parts: { quoContacts: { run: async () => RUN } }, settings: full });
    await one.it.store.memory.set('acme', KEYS.contactSyncEstimate, { state: 'done', estimate: ESTIMATE });
    await one.read('/people');
    assert.doesNotMatch(one.admin.page(), /value="start"/);
});

test('putting everybody into Quo begins, is chosen from then on, and is noted', async (t) => {
    const started: number[] = [];
    const one = await opened(t, {
        parts: {
            quoContacts: { startRun: async (_id, total) => void started.push(total) },
            directory: { counts: async () => ({ people: 7, numbers: 9 }) }
        }
    });
    await one.it.store.memory.set('acme', KEYS.contactSyncEstimate, { state: 'done', estimate: ESTIMATE });
    await one.read('/people');
    await one.send('/people', { do: 'start' });
    assert.deepEqual(started, [7]);
    assert.equal(one.it.context.connections.get('acme')?.preferences().syncContacts, 'full');
    assert.deepEqual(audited(one), [['people.start', {}]]);
});

test('a button that no page has begins nothing: it is refused, and nothing is noted', async (t) => {
    const one = await opened(t, {
        parts: { quoContacts: { run: async () => ({ ...RUN, state: 'paused' }) } },
        settings: full
    });
    const before = one.it.settings('acme');
    for (const sent of ['', 'begin', 'START', '__proto__']) {
        await one.read('/people');
        assert.match(await one.send('/people', { do: sent }), /WEB-VALUE/, sent);
    }
    assert.deepEqual([one.it.settings('acme'), audited(one)], [before, []]);
});

test('who is put into Quo is chosen among what is offered; anything else changes nothing', async (t) => {
    const one = await opened(t);
    await one.read('/people');
    assert.match(await one.send('/people/mode', { mode: 'off' }), /Saved/);
    assert.deepEqual(one.it.settings('acme')['preferences'], { syncContacts: 'off' });
    assert.match(await one.send('/people/mode', { mode: 'somebody' }), /WEB-VALUE/);
    assert.deepEqual(one.it.settings('acme')['preferences'], { syncContacts: 'off' });
    assert.deepEqual(audited(one), [['people.chosen', { mode: 'off' }]]);
});

test('everybody is offered as a choice only where it is chosen already: it is begun, not picked', async (t) => {
    const [some, all] = [await opened(t), await opened(t, { settings: full })];
    await some.read('/people');
    await all.read('/people');
    assert.doesNotMatch(some.admin.page(), /<option value="full"/);
    assert.match(all.admin.page(), /<option value="full" selected/);
});

test('a connection without its org or workspace has nothing to choose here, and its list says what is missing', async (t) => {
    const { it, admin } = await opened(t);
    await it.add('half');
    await admin.get('/console/half/people');
    assert.doesNotMatch(admin.page(), /people\/(mode|estimate)"/);
    const { status } = await admin.get('/console/half/people/skipped');
    assert.equal(status, 409);
    assert.match(readable(admin.page()), /WEB-NOT-WHOLE/);
});

test('a filter that the org does not know is told above everything else', async (t) => {
    const { read } = await opened(t, {
        change: (it) => void (it.salesforce.org.unknownFilterFields = async () => ['Contact.Colour__c']),
        settings: { preferences: { contactFilter: { objects: ['Contact'] } } }
    });
    assert.match(await read('/people'), /Contact\.Colour__c.*SF-FILTER-FIELD.*Who is put/);
});

test('while the directory is read first, the page says how far that is', async (t) => {
    const one = await opened(t);
    await one.it.store.memory.set('acme', progressKey('directory'), { state: 'running', done: 2_000, total: 9_000 });
    assert.match(await one.read('/people'), /2,000 of 9,000/);
});

test('a rehearsal is told where nothing is written to Quo either', async (t) => {
    const { read } = await opened(t, { settings: { rehearsingSince: '2026-11-19T15:30:00.000Z' } });
    const [before] = (await read('/people')).split('Who is put');
    assert.match(before ?? '', /[Rr]ehears/);
});
