import assert from 'node:assert/strict';
import { test } from 'node:test';
import { KEYS } from '../../../src/contracts/key-value.ts';
import type { ActivityFilter, ActivityRow } from '../../../src/contracts/monitoring.ts';
import { activityRow } from '../../application/fakes/watched.ts';
import { opened, type Opened } from '../opened.ts';
import type { TestContext } from 'node:test';

interface Listed extends Opened {
    /** What the store was asked for, in order. */
    readonly asked: ActivityFilter[];
}

async function listed(t: TestContext, rows: readonly ActivityRow[], language: 'en' | 'fr' = 'en'): Promise<Listed> {
    const asked: ActivityFilter[] = [];
    const activities = async (_id: string, filter: ActivityFilter = {}) => {
        asked.push(filter);
        return rows;
    };
    const one = await opened(t, { parts: { watch: { activities } }, language });
    await one.it.store.memory.set('acme', KEYS.inboxes, [{ id: 'PN1', name: 'Ventes', number: '+15145550100' }]);
    return { ...one, asked };
}

test('without a call or a text the page says so, and keeps its filters', async (t) => {
    const { read, admin } = await listed(t, []);
    assert.match(await read('/activities'), /None\.|Nothing yet\./);
    assert.match(admin.page(), /name="number"/);
});

test('each line tells when, what, where, who and how it stands, in the language of the admin', async (t) => {
    const match = { status: 'matched', whoName: 'Marie Gagnon', reason: { code: 'hidden' }, duplicates: [] } as const;
    const rows = [
        activityRow({ writtenAt: '2026-11-20T16:05:00.000Z', matchStatus: 'matched', match }),
        activityRow({ activityKey: 'sms_CN1', kind: 'messages', title: null, inbox: 'PN9', due: true }),
        activityRow({ activityKey: 'call_AC3', parked: true, inbox: null }),
        activityRow({ activityKey: 'call_AC4', dismissedNote: 'a wrong number' }),
        activityRow({ activityKey: 'call_AC5', startedAt: null, title: '' })
    ];
    const english = await (await listed(t, rows)).read('/activities');
    assert.match(english, /11:00 a\.m\. Call Appel entrant, Ventes Ventes Matched Marie Gagnon Written/);
    assert.match(english, /Texts sms_CN1 PN9/);
    assert.match(english, /Parked/);
    assert.match(english, /a wrong number/);
    assert.match(english, /11:04 a\.m\. Call call_AC5/);
    assert.match(
        await (await listed(t, rows, 'fr')).read('/activities'),
        /11 h 00 Appel Appel entrant, Ventes Ventes Associé Marie Gagnon Écrit/
    );
});

test('parked goes before everything else that is true of a line: that is what a person must see', async (t) => {
    const everything = { parked: true, due: true, dismissedNote: 'x', writtenAt: '2026-11-20T16:05:00.000Z' };
    const { read } = await listed(t, [activityRow(everything)]);
    const text = await read('/activities');
    assert.match(text, /Ventes Parked$/);
});

test('what is filtered by is what is asked of the store, a hundred lines at most, and stays in the form', async (t) => {
    const { read, admin, asked } = await listed(t, []);
    await read('/activities?status=ambiguous&inbox=PN1&kept=yes');
    assert.deepEqual(asked.at(-1), { limit: 100, status: 'ambiguous', inbox: 'PN1', kept: true });
    for (const chosen of ['ambiguous', 'PN1', 'yes'])
        assert.match(admin.page(), new RegExp(`<option value="${chosen}" selected>`));
});

test('a number is found however it is typed: calls are kept with their numbers in full', async (t) => {
    const { read, asked } = await listed(t, []);
    for (const typed of ['(514) 555-0142', '514.555.0142', '+1 514 555 0142', '1-514-555-0142']) {
        await read(`/activities?number=${encodeURIComponent(typed)}`);
        assert.equal(asked.at(-1)?.number, '+15145550142', typed);
    }
});

test('what is no number is looked for as it is, so that a short code is found too', async (t) => {
    const { read, asked } = await listed(t, []);
    await read('/activities?number=78454');
    assert.equal(asked.at(-1)?.number, '78454');
});

test('a filter that is none of ours counts as no filter', async (t) => {
    const { read, asked } = await listed(t, []);
    for (const query of [
        '?status=everything',
        '?status=',
        '?inbox=%20',
        '?kept=',
        '?number=',
        '?status=a&status=b',
        '?limit=9'
    ])
        await read(`/activities${query}`);
    for (const filter of asked.slice(-7)) assert.deepEqual(filter, { limit: 100 });
});
