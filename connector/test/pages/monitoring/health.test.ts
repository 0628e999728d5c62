import assert from 'node:assert/strict';
import { test } from 'node:test';
import { KEYS, progressKey } from '../../../src/contracts/key-value.ts';
import type { FlowRow, Usage, WaitingRow } from '../../../src/contracts/monitoring.ts';
import { OrgUnavailable } from '../../../src/contracts/salesforce.ts';
import { audited, opened } from '../opened.ts';
import { readable } from '../readable.ts';

const flow = (hour: string, inbox: string | null, received: number): FlowRow => ({
    ...{ hour, inbox, received, matched: received - 1, written: received - 1, parked: 1 }
});
const waiting = (more: Partial<WaitingRow> = {}): WaitingRow => ({
    ...{ activityKey: 'call_AC1', title: 'Incoming call, Sales', inbox: 'PN1', waitingForMs: 3_600_000, dueInMs: 0 },
    ...{ attempts: 0, error: null },
    ...more
});
const NOT_WHOLE = /Connect Salesforce and Quo to /;
const refresh = (page: string): string | undefined =>
    /http-equiv="refresh" content="(\d+)|data-refresh="(\d+)/.exec(page)?.[0];

test('before the first event the page says that nothing waits, and has no card of what is not there', async (t) => {
    const { read } = await opened(t);
    const text = await read('');
    assert.match(text, /0 Deliveries received/);
    assert.match(text, /Nothing waits/);
    assert.doesNotMatch(text, /Retry all|Deliveries that made no call|Kept as changed/);
});

test('what came is told by hour and by inbox, each inbox by its name, and what has none as such', async (t) => {
    const rows = [
        flow('2026-11-20T16:00:00.000Z', 'PN1', 5),
        flow('2026-11-20T15:00:00.000Z', 'PN1', 2),
        flow('2026-11-20T15:00:00.000Z', null, 3)
    ];
    const one = await opened(t, { parts: { watch: { flow: async () => rows } } });
    await one.it.store.memory.set('acme', KEYS.inboxes, [{ id: 'PN1', name: 'Ventes', number: '+15145550100' }]);
    const text = await one.read('');
    assert.match(text, /Nov 20, 2026, 11:00 a\.m\. 5 4 4/);
    assert.match(text, /Nov 20, 2026, 10:00 a\.m\. 5 3 3/);
    assert.match(text, /Ventes 7 5 5 2/);
    assert.match(one.admin.page(), /alt="[^"]*10[^"]*"/, 'whoever sees no picture hears its sums');
});

test('hours are those of the connection’s own time zone', async (t) => {
    const parts = { watch: { flow: async () => [flow('2026-11-20T16:00:00.000Z', 'PN1', 5)] } };
    const { read } = await opened(t, { parts, settings: { preferences: { timeZone: 'Europe/Paris' } } });
    assert.match(await read(''), /Nov 20, 2026, 5:00 p\.m\. 5 4 4/);
});

test('an inbox that Quo never named is shown by its id rather than left out', async (t) => {
    const { read } = await opened(t, {
        parts: { watch: { flow: async () => [flow('2026-11-20T16:00:00.000Z', 'PN9', 2)] } }
    });
    assert.match(await read(''), /PN9 2 1 1 1/);
});

test('what waits is told with how long, how late and why; what is on time is not told as late', async (t) => {
    const rows = [
        waiting({ dueInMs: -600_000, error: { code: 'SF-ROW-LOCK', seen: 'UNABLE_TO_LOCK_ROW' } }),
        waiting({ activityKey: 'sms_CN1', title: null, waitingForMs: 20_000, dueInMs: -30_000 })
    ];
    const { read, admin } = await opened(t, { parts: { watch: { oldestWaiting: async () => rows } } });
    const text = await read('');
    assert.match(text, /Incoming call, Sales 1 h 0 min 10 min \S+.*?sms_CN1/);
    assert.match(text, /sms_CN1 less than a minute On time/i);
    assert.match(admin.page(), /href="\/console\/acme\/activities\/sms_CN1"/);
});

test('the allowance is told as it stands, and told as a warning from where it is saved', async (t) => {
    for (const [used, words] of [
        [10, /Within the budget/],
        [900, /budget/],
        [1_200, /budget/]
    ] as const) {
        const { read, admin } = await opened(t, {
            parts: { allowance: { used: async () => used } },
            settings: { preferences: { apiBudget: 1_000 } }
        });
        assert.match(await read('#usage'), words);
        const isWarned = /<p class="note warning">[^<]*budget/i.test(admin.page());
        assert.equal(isWarned, used > 800, String(used));
        assert.match(admin.page(), new RegExp(`<progress max="1000" value="${Math.min(used, 1_000)}"`));
    }
});

test('numbers are written as the language writes them', async (t) => {
    const parts = { directory: { counts: async () => ({ people: 1_234_567, numbers: 2_000_000 }) } };
    assert.match(await (await opened(t, { parts })).read(''), /1,234,567 People in the directory/);
    assert.match(await (await opened(t, { parts, language: 'fr' })).read(''), /1\s234\s567 Personnes au répertoire/);
});

test('a pause is told with its reason, its remedy and a button, which ends it once', async (t) => {
    const one = await opened(t);
    one.it.store.rows.set('acme', {
        ...{ id: 'acme', settings: one.it.settings('acme'), pausedForMs: 240_000 },
        pausedBecause: { code: 'SF-FORBIDDEN', seen: 'INSUFFICIENT_ACCESS' }
    });
    await one.it.context.connections.refresh();
    const text = await one.read('');
    assert.match(text, /SF-FORBIDDEN/);
    assert.match(text, /4 min/);
    await one.send('/resume');
    assert.deepEqual(one.it.store.resumed, ['acme']);
    assert.deepEqual(audited(one), [['resumed', {}]]);
});

test('a rehearsal is told on the page, since when and with the way to its report', async (t) => {
    const { read, admin } = await opened(t, { settings: { rehearsingSince: '2026-11-19T15:30:00.000Z' } });
    assert.match(await read(''), /Nov 19, 2026, 10:30 a\.m\./);
    assert.match(admin.page(), /href="\/console\/acme\/rehearsal"/);
});

test('a connection that lacks its org or its workspace is told so, and a whole one is not', async (t) => {
    const { it, admin, read } = await opened(t);
    await it.add('half');
    await admin.get('/console/half');
    assert.match(readable(admin.page()), NOT_WHOLE);
    assert.doesNotMatch(await read(''), NOT_WHOLE);
});

test('fields that cannot be searched are a warning that names them', async (t) => {
    const one = await opened(t);
    await one.it.store.memory.set('acme', KEYS.fieldsNotFiltered, ['Contact.Phone', 'Lead.Secret__c']);
    const text = await one.read('');
    assert.match(text, /Contact\.Phone, Lead\.Secret__c/);
    assert.match(text, /SF-NOT-SEARCHED/);
});

test('transcripts that an older package has no room for are a warning that says what is missing', async (t) => {
    const one = await opened(t);
    assert.doesNotMatch(await one.read(''), /SF-NO-TRANSCRIPTS/);
    await one.it.store.memory.set('acme', KEYS.transcriptAccess, { missing: ['Quo_Transcript__c'] });
    const text = await one.read('');
    assert.match(text, /lack Quo_Transcript__c/);
    assert.match(text, /SF-NO-TRANSCRIPTS/);
});

test('a page on which something is under way looks again sooner', async (t) => {
    const one = await opened(t);
    await one.read('');
    const calm = refresh(one.admin.page());
    await one.it.store.memory.set('acme', progressKey('directory'), { state: 'running', done: 3, total: 10 });
    const text = await one.read('');
    assert.match(text, /3 of 10/);
    assert.notEqual(refresh(one.admin.page()), calm);
});

test('while the org cannot be asked, the page is shown with what is known here', async (t) => {
    const { read, admin } = await opened(t, {
        change: (it) => {
            it.salesforce.org.unknownFilterFields = () =>
                Promise.reject(new OrgUnavailable('retry', { code: 'SF-UNREACHABLE', seen: 'ECONNREFUSED' }));
        },
        settings: { preferences: { contactFilter: { objects: ['Contact'] } } }
    });
    const { status } = await admin.get('/console/acme');
    assert.equal(status, 200);
    assert.match(await read(''), /Deliveries received/);
});

test('while nothing is known of Quo’s own usage, the forecast is what is spent', async (t) => {
    const usage: Usage['byHour'] = [{ hour: '2026-11-20T16:00:00.000Z', calls: 30 }];
    const parts = { watch: { usageByHour: async () => usage }, allowance: { used: async () => 30 } };
    assert.match(await (await opened(t, { parts })).read(''), /Used by this connection 30 .*Forecast for a day 240/);
});

test('the chart is a picture of its own, in the language that it is asked in, and of the admin’s connection alone', async (t) => {
    const { admin, it } = await opened(t);
    const { text, headers } = await admin.send('/console/acme/flow.svg', {});
    assert.match(headers.get('content-type') ?? '', /image\/svg\+xml/);
    assert.match(text, /^<svg/);
    assert.match(text, /Received/);
    assert.match((await (await it.admin('fr')).send('/console/acme/flow.svg', {})).text, /Reçus/);
    assert.equal((await it.browser().send('/console/acme/flow.svg', {})).status, 303);
});
