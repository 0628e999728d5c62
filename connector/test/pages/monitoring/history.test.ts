import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { ActivityRow, History } from '../../../src/contracts/monitoring.ts';
import type { Match } from '../../../src/domain/people/match.ts';
import { activityRow, historyOf } from '../../application/fakes/watched.ts';
import { audited, opened, type Opened } from '../opened.ts';

const WHO = { id: '003000000000001AAA', object: 'Contact' as const, name: 'Marie Gagnon' };
const MATCH: Match = {
    ...{ status: 'matched', whoId: WHO.id, whoName: WHO.name, duplicates: [] },
    reason: { code: 'only-match', number: '+15145550142', who: WHO, field: 'MobilePhone' }
};

async function at(
    t: TestContext,
    row: Partial<ActivityRow>,
    more: Partial<History> = {},
    language: 'en' | 'fr' = 'en'
): Promise<Opened & { readonly text: string }> {
    const history = historyOf(activityRow(row), more);
    const one = await opened(t, {
        language,
        parts: { watch: { history: async (_id, key) => (key === history.activity.activityKey ? history : undefined) } }
    });
    return { ...one, text: await one.read(`/activities/${encodeURIComponent(history.activity.activityKey)}`) };
}

test('of a call that is not written yet, what is not there is told as not there', async (t) => {
    const { text } = await at(t, { title: null });
    assert.match(text, /History: call_AC1/);
    assert.equal(text.match(/None\./g)?.length, 3);
    assert.match(text, /Facts known \(0\)/);
});

test('a call that is not there is a page that says so, and so is one of another connection', async (t) => {
    const one = await at(t, {});
    assert.equal((await one.admin.get('/console/acme/activities/call_ACother')).status, 404);
    assert.match(await one.read('/activities/call_ACother'), /WEB-NOT-FOUND/);
});

test('who it is and why is told in the language of the admin, with the way to the record', async (t) => {
    for (const [language, words] of [
        ['en', /\+15145550142 is the number of the contact Marie Gagnon/],
        ['fr', /\+15145550142 est le numéro du contact Marie Gagnon/]
    ] as const) {
        const one = await at(t, { matchStatus: 'matched', match: MATCH }, {}, language);
        assert.match(one.text, words);
        assert.match(one.admin.page(), /href="https:\/\/acme\.my\.salesforce\.com\/003000000000001AAA"/);
    }
});

test('everybody who may be meant is named where the number is of several', async (t) => {
    const others = [WHO, { ...WHO, id: '003000000000002AAA', name: 'Luc Roy' }];
    const reason = { code: 'ambiguous', number: '+15145550142', others } as const;
    const { text } = await at(t, { matchStatus: 'ambiguous', match: { status: 'ambiguous', reason, duplicates: [] } });
    assert.match(text, /Marie Gagnon/);
    assert.match(text, /Luc Roy/);
});

test('each write is told with its answer: what was refused says why and what to do', async (t) => {
    const write = {
        object: 'Task',
        key: 'call_AC1',
        salesforceId: '00T000000000001AAA',
        changed: ['Subject', 'OwnerId']
    };
    const writes: History['writes'] = [
        { ...write, at: '2026-11-20T16:05:00.000Z', answer: 'refused', error: { code: 'SF-RECORD-RIGHT', seen: 'no' } },
        { ...write, at: '2026-11-20T16:06:00.000Z', answer: 'written', error: null },
        { ...write, at: '2026-11-20T16:07:00.000Z', answer: 'removed', error: null, salesforceId: null }
    ];
    const { text } = await at(t, { writtenAt: '2026-11-20T16:06:00.000Z' }, { writes });
    assert.match(
        text,
        /11:05 a\.m\. Refused .*SF-RECORD-RIGHT.*11:06 a\.m\. Written Task 00T000000000001AAA Subject, OwnerId/
    );
    assert.match(text, /11:07 a\.m\. \S+/);
});

test('an id that is no record’s leads nowhere, and is shown as what it is', async (t) => {
    for (const salesforceId of ['javascript:alert(1)', '../../secur/logout', '00T', '']) {
        const records: History['records'] = [{ object: 'Task', key: 'call_AC1', salesforceId }];
        const one = await at(t, {}, { records });
        assert.doesNotMatch(one.admin.page(), /href="[^"]*(javascript|secur|00T")/, salesforceId);
    }
});

test('what somebody changed is told field by field by Salesforce’s own label, and ours is asked for again once', async (t) => {
    const asked: unknown[] = [];
    const record = {
        ...{ object: 'Task' as const, key: 'call_AC1', salesforceId: '00T000000000001AAA' },
        kept: { fields: ['OwnerId', 'Colour__c'], parts: { Description: 'x' } }
    };
    const one = await at(t, {}, { records: [record] });
    one.it.store.activities.reclaim = async (_id, which) => {
        asked.push(which);
        return true;
    };
    assert.match(one.text, /Colour__c What somebody put there/);
    assert.match(one.text, /Comments \(Description\) What somebody wrote beside ours/);
    const text = await one.send('/activities/ours-again', { field: 'OwnerId' });
    assert.match(text, /History/);
    assert.deepEqual(asked, [
        { activityKey: 'call_AC1', object: 'Task', key: 'call_AC1', fields: ['OwnerId'], byHand: ['ownerId'] }
    ]);
    assert.deepEqual(audited(one), [
        ['field.ours-again', { activityKey: 'call_AC1', object: 'Task', key: 'call_AC1', field: 'OwnerId' }]
    ]);
});

test('a field that nobody changed is not asked for, whoever forged the form', async (t) => {
    const record = { object: 'Task' as const, key: 'call_AC1', kept: { fields: ['OwnerId'], parts: {} } };
    const one = await at(t, {}, { records: [record] });
    for (const forged of [
        { field: 'Subject' },
        { key: 'call_AC2' },
        { object: 'Contact' },
        { activityKey: 'call_AC9' }
    ]) {
        await one.read('/activities/call_AC1');
        assert.match(await one.send('/activities/ours-again', forged), /WEB-VALUE/, JSON.stringify(forged));
    }
    assert.deepEqual(audited(one), []);
});

test('what is known is shown whole, as it was told', async (t) => {
    const { text } = await at(t, {}, { facts: [{ callId: 'AC1', at: '2026-11-20T16:00:00.000Z', kind: 'missed' }] });
    assert.match(text, /Facts known \(1\) \[ \{ "callId": "AC1"/);
});
