import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callComes, connected, taskIsThere, tasks, until } from './connected.ts';

/** The fields of the page as a browser would send them. */
const ALL_ON = {
    'all-inboxes': 'on',
    logCalls: 'on',
    logMessages: 'on',
    recordings: 'on',
    summaries: 'on',
    transcripts: 'on',
    callTranscripts: 'on',
    sona: 'on',
    language: 'fr',
    timeZone: 'America/Toronto',
    defaultRegion: 'CA',
    unknownCallers: 'none',
    opportunities: 'only-open',
    syncContacts: 'on-call',
    directoryRefreshSeconds: '120',
    retentionDays: '30',
    recordingsNeedSignIn: 'on',
    recordingsInPlaceDays: '30'
};

test('choices are seen before they are saved, reach what comes after, and what was logged when asked', async (t) => {
    const all = await connected(t);
    const { admin, base, stand, id } = all;
    await callComes(all);
    await taskIsThere(all);
    const page = await admin.get(`${base}/preferences`);
    assert.match(page.text, /Appel entrant/);
    const look = await admin.submit(`${base}/preferences`, { ...ALL_ON, language: 'en', do: 'look' });
    assert.match(look.text, /Incoming Call/);
    assert.match(look.text, /Answered by/);
    const unsaved = await stand.database.store.connections.get(id);
    assert.deepEqual(unsaved?.settings['preferences'], {});
    const saved = await admin.submit(`${base}/preferences`, {
        ...ALL_ON,
        language: 'en',
        fallbackOwner: stand.ids['user-luc'] ?? ''
    });
    assert.match(saved.text, /New calls and texts follow these choices/);
    const kept = await stand.database.store.connections.get(id);
    assert.deepEqual(kept?.settings['preferences'], { language: 'en', fallbackOwner: stand.ids['user-luc'] });
    const asked = await admin.submit(`${base}/preferences/again`, { days: '7', do: 'look' });
    assert.match(asked.text, /1 call or conversation\.[\s\S]*1 record would be written, 0 are as they should be/);
    assert.match(asked.text, /Appel entrant<\/s>[\s\S]*Incoming Call/);
    assert.ok((await tasks(all)).every(({ Subject: activityKey }) => activityKey?.endsWith('Appel entrant') === true));
    const again = await admin.submit(`${base}/preferences/again`, { days: '7', do: 'apply' });
    assert.match(again.text, /\d+ calls? (and|or) conversations? (is|are) drawn again/);
    await until(async () =>
        (await tasks(all)).some(({ Subject: activityKey }) => activityKey?.endsWith('Incoming Call') === true)
    );
    await until(async () => /Salesforce accepted everything/.test((await admin.get(`${base}/preferences/again`)).text));
    assert.match(admin.page(), /1 call or conversation was looked at again/);
});

test('inboxes are chosen by name, numbers are cleaned, and a wrong value is told without losing anything', async (t) => {
    const all = await connected(t);
    const { admin, base, stand, id } = all;
    await admin.get(`${base}/preferences`);
    const inbox = /name="inboxes"\s+value="(PN\w+)"/.exec(admin.page())?.[1] ?? '';
    const some = { ...ALL_ON, 'all-inboxes': [], inboxes: [inbox], ignoredNumbers: '+1 (514) 555-0123\n+15145550199' };
    await admin.submit(`${base}/preferences`, some);
    const kept = await stand.database.store.connections.get(id);
    assert.deepEqual(kept?.settings['preferences'], {
        inboxes: [inbox],
        ignoredNumbers: ['+15145550123', '+15145550199']
    });
    const wrong = await admin.submit(`${base}/preferences`, { ...ALL_ON, timeZone: 'Mars/Olympus' });
    assert.match(wrong.text, /timeZone/);
    assert.deepEqual(
        (await stand.database.store.connections.get(id))?.settings['preferences'],
        kept?.settings['preferences']
    );
});

test('choices travel as JSON without secrets, and the difference is shown before anything changes', async (t) => {
    const all = await connected(t);
    const { admin, base, stand, id } = all;
    await admin.get(`${base}/preferences`);
    await admin.submit(`${base}/preferences`, { ...ALL_ON, language: 'en', retentionDays: '14' });
    const exported = await admin.send(`${base}/preferences/export`, {});
    assert.deepEqual(JSON.parse(exported.text), {
        language: 'en',
        retentionDays: 14,
        recordingsNeedSignIn: true,
        recordingsInPlaceDays: 30
    });
    await admin.get(`${base}/preferences`);
    const shown = await admin.submit(`${base}/preferences/import`, {
        text: '{"opportunities":"never","retentionDays":60}'
    });
    assert.match(shown.text, /3 choices would change/);
    assert.match(shown.text, /Opportunity[\s\S]*The only open one[\s\S]*Never/);
    assert.match(shown.text, /Language of what is written[\s\S]*English[\s\S]*French/);
    assert.deepEqual((await stand.database.store.connections.get(id))?.settings['preferences'], { language: 'en' });
    await admin.submit(`${base}/preferences/import/apply`);
    const after = await stand.database.store.connections.get(id);
    assert.deepEqual(after?.settings['preferences'], { opportunities: 'never' });
    assert.equal(after?.settings['retentionDays'], 60);
    await admin.get(`${base}/preferences`);
    const refused = await admin.submit(`${base}/preferences/import`, { text: '{"colour":"blue"}' });
    assert.match(refused.text, /colour/);
});

test('in a rehearsal nothing is written; the report says what would have been; its end writes it', async (t) => {
    const all = await connected(t);
    const { admin, base, stand } = all;
    await admin.get(`${base}/preferences`);
    await admin.submit(`${base}/rehearsal`, { do: 'start' });
    await callComes(all);
    await until(async () => /Would be made[\s\S]*Bergeron/.test((await admin.get(`${base}/rehearsal`)).text));
    assert.match(admin.page(), /Appel entrant/);
    assert.deepEqual(await tasks(all), []);
    const { rows } = await stand.database.store.pool.query('select 1 from records');
    assert.equal(rows.length, 0);
    await admin.submit(`${base}/rehearsal`, { do: 'stop' });
    await taskIsThere(all);
});

test('Quo users without a Salesforce user are named with suggestions', async (t) => {
    const all = await connected(t);
    const { admin, base } = all;
    const page = await admin.get(`${base}/preferences`);
    assert.match(page.text, /5 of 7 Quo users belong to a Salesforce user/);
});
