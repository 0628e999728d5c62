import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_PREFERENCES } from '../../src/domain/preferences/preferences.ts';
import { activitiesPage } from '../../src/console/monitoring/activities.page.ts';
import { auditPage } from '../../src/console/audit/audit.page.ts';
import { connectPage } from '../../src/console/connections/connect.page.ts';
import { connectionsPage } from '../../src/console/connections/connections.page.ts';
import type { PageContent } from '../../src/console/ui/layout.ts';
import { wholePage } from '../console/whole-page.ts';
import { failurePage } from '../../src/console/ui/failure.page.ts';
import { healthPage } from '../../src/console/monitoring/health.page.ts';
import { historyPage } from '../../src/console/monitoring/history.page.ts';
import { parkedPage } from '../../src/console/monitoring/parked.page.ts';
import { formStateOf } from '../../src/console/preferences/preferences-form.ts';
import { preferencesPage } from '../../src/console/preferences/preferences.page.ts';
import { qualityPage } from '../../src/console/quality/quality.page.ts';
import { rehearsalPage } from '../../src/console/preferences/rehearsal.page.ts';
import { signInPage } from '../../src/console/sign-in/sign-in.page.ts';
import { importExportPage } from '../../src/console/preferences/import-export.page.ts';
import { flowChart, hourTotals } from '../../src/console/ui/chart.ts';
import { wordsOf } from '../../src/locales/catalogue.ts';

const X = `"><script>alert('x')</script><img src=x onerror=alert(1)>`;
const NOTE = { code: 'SF-FORBIDDEN', seen: X } as const;
const AT = '2026-11-23T15:00:00.000Z';

const session = {
    language: 'en' as const,
    formToken: 'token',
    user: { actor: X, admin: 'all' as const, member: [] },
    flash: { notes: [NOTE] }
};
const connection = {
    id: 'abc',
    name: X,
    isFromEnvironment: false,
    salesforce: { organization: X, username: X, instanceUrl: `javascript:${X}`, loginUrl: X },
    quo: { name: X, organizationId: X },
    webhook: { url: X, isOurs: true, keys: 2 },
    pausedBecause: NOTE,
    rehearsingSince: AT,
    isWhole: true
};
const who = { id: '003000000000001AAA', object: 'Contact' as const, name: X };
const match = {
    status: 'ambiguous' as const,
    whoId: who.id,
    whoName: X,
    reason: { code: 'ambiguous' as const, number: X, others: [who] },
    related: { object: 'Opportunity' as const, code: 'chosen' as const, name: X },
    duplicates: []
};
const activity = {
    activityKey: X,
    kind: 'call' as const,
    title: X,
    inbox: X,
    numbers: [X],
    matchStatus: 'ambiguous' as const,
    match,
    outcome: X,
    startedAt: AT,
    firstFactAt: AT,
    writtenAt: AT,
    parked: false,
    due: false,
    attempts: 0,
    error: NOTE,
    dismissedNote: X
};
const recordPreview = { activityKey: X, object: X, title: X, description: X, does: 'create' as const, who: X, why: X };
const flow = [{ hour: AT, inbox: X, received: 1, matched: 1, written: 1, parked: 1 }];
const chosen = {
    preferences: {
        ...DEFAULT_PREFERENCES,
        leadSource: X,
        contactOwnerField: X,
        fallbackOwner: X,
        inboxes: [X],
        ignoredNumbers: [X],
        inboxOwners: { [X]: X },
        phoneFields: { Contact: [`</textarea>${X}`] },
        leadFields: [{ field: X, value: X }]
    },
    isFixed: false,
    retentionDays: 30,
    recordingsNeedSignIn: false,
    recordingsInPlaceDays: 30,
    rehearsingSince: AT
};
const person = { id: X, email: X, firstName: X, lastName: X };
const user = { id: X, name: X, email: X, isActive: true };
const LISTED = { length: 1, values: [{ value: X, label: X }], isWritable: true };
const options = {
    inboxes: [{ id: X, name: X, number: X }],
    quoUsers: [person],
    orgUsers: [user],
    pairings: [{ user: person, by: 'nothing' as const, suggestions: [user] }],
    questions: [{ job: X, question: X }],
    fields: {
        phones: { Contact: [{ name: X, label: X, type: X, length: 1 }], Lead: [], Account: [] },
        sona: [{ name: X, label: X, type: X, length: 1 }],
        filter: [{ name: X, label: X, type: X, length: 1, objects: ['Contact' as const] }],
        fillable: { Task: [], Lead: [{ name: X, label: X, isRequired: true, shape: { ...LISTED, type: 'picklist' } }] }
    }
};
const health = {
    kept: 1,
    transcriptsLack: [X],
    counts: { total: 1, byKind: {}, byMatch: {}, due: 0, waiting: 0, parked: 1 },
    deliveries: { received: 1, facts: 1, ignored: 0, unknown: 0 },
    flow,
    waiting: [{ activityKey: X, title: X, inbox: X, waitingForMs: 1, dueInMs: -100_000, attempts: 1, error: NOTE }],
    parked: [{ code: NOTE.code, count: 1, seen: X, rule: X, oldestForMs: 1 }],
    unread: [{ reading: 'unknown' as const, type: X, why: X, count: 1 }],
    usage: { used: 1, budget: 2, forecast: 3, state: 'free' as const, byHour: [] },
    people: { people: 1, numbers: 1 },
    notFiltered: [X],
    inboxes: { [X]: X }
};
const timeZone = 'America/Toronto';
const written = { at: AT, answer: 'refused' as const, object: X, key: X, salesforceId: X, changed: [X], error: NOTE };
const history = {
    activity,
    deliveries: [{ id: X, type: X, scheme: X, eventId: X, receivedAt: AT }],
    facts: [],
    records: [{ object: 'Task' as const, key: X, salesforceId: X, fields: { Subject: X } }],
    writes: [written]
};
const parked = { activityKey: X, title: X, inbox: X, error: NOTE, parkedForMs: 1, nextTryInMs: 1 };
const quality = {
    ambiguous: [{ number: X, candidates: [who], activities: 1, newestActivityKey: X }],
    duplicates: [{ candidates: [who], activities: 1 }],
    unowned: [{ activityKey: X, title: X, salesforceId: X }],
    unreadableInAll: 1,
    unreadable: [{ id: X, object: X, name: X, field: X, text: X }]
};
const counts = { activities: 1, facts: 1, deliveries: 1, records: 2, deleted: 1, leads: 1, contacts: 1, mark: X };
const report = { ...counts, people: 1, at: AT, actor: X, failed: [X] };
const forgotten = { ...counts, people: [who], notes: [NOTE] };
const lines = [{ id: X, state: 'failed' as const, note: NOTE, seen: X }];
const app = { clientId: X, isFixed: false, callbackUrl: X };

const pages: Record<string, () => string | PageContent> = {
    signIn: () => signInPage({ session, path: X, to: X, hasApp: true, hasToken: true, note: NOTE }),
    failure: () => failurePage(session, X, NOTE),
    connections: () => connectionsPage(session, [connection], true),
    connect: () =>
        connectPage({
            session,
            connection,
            app,
            heard: { isWaiting: false, refused: NOTE },
            progress: { state: 'failed', note: NOTE },
            checks: { ageMs: 1, lines }
        }),
    health: () => healthPage({ session, connection, health, totals: hourTotals(flow, Date.parse(AT), 24), timeZone }),
    activities: () =>
        activitiesPage({ session, connection, rows: [activity], filter: { number: X }, inboxes: { [X]: X }, timeZone }),
    history: () => historyPage({ session, connection, history, timeZone }),
    parked: () => parkedPage({ session, connection, groups: health.parked, rows: [parked] }),
    preferences: () =>
        preferencesPage({
            session,
            connection,
            chosen,
            options,
            filled: formStateOf(chosen),
            faults: [{ at: 'timeZone', why: 'value', seen: X }],
            recordPreview
        }),
    quality: () => qualityPage({ session, connection, quality, forget: { reports: [report], timeZone }, forgotten }),
    audit: () =>
        auditPage({
            session,
            connection,
            rows: [{ seq: 1, at: AT, actor: X, action: X, detail: { [X]: X } }],
            timeZone
        }),
    rehearsal: () => rehearsalPage({ session, connection, chosen, recordPreviews: [recordPreview], leads: [X] }),
    travel: () => importExportPage({ session, connection, text: X, differences: [{ key: X, now: X, then: X }] })
};

for (const [name, show] of Object.entries(pages))
    test(`script in every name and text of the page "${name}" stays text`, () => {
        const shown = show();
        const page = typeof shown === 'string' ? shown : wholePage({ session, connection }, shown);
        assert.ok(page.includes('&lt;script&gt;alert(&#39;x&#39;)'), 'the text is shown');
        const scripts = page.match(/<script[^>]*>/g) ?? [];
        assert.deepEqual(scripts, ['<script src="/assets/console.js" defer>']);
        assert.ok(!/<img src=x|href="javascript:/.test(page));
        // Inside quotes nothing can begin; outside them no tag has a handler.
        assert.ok(!/<[^>]* on\w+=/.test(page.replaceAll(/"[^"]*"/g, '""')));
    });

test('the chart takes nothing but counts and hours', () => {
    const svg = flowChart(hourTotals(flow, Date.parse(AT), 24), timeZone, wordsOf('fr'));
    assert.ok(!svg.includes('script'));
});
