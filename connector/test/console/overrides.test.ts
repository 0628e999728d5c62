import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callComes, connected, taskIsThere, until } from './connected.ts';

test('what a rep changed is named in the history, in both languages, and is ours again when an admin asks', async (t) => {
    const all = await connected(t);
    const { admin, base, stand, id } = all;
    const { store } = stand.database;
    await callComes(all);
    await taskIsThere(all);
    await until(async () => (await store.activities.counts(id)).due === 0);
    const [activity] = await store.watch.activities(id);
    const activityKey = activity?.activityKey ?? '';
    const here = `${base}/activities/${activityKey}`;
    assert.doesNotMatch((await admin.get(here)).text, /Kept as changed by a person/);
    await until(async () => (await store.watch.history(id, activityKey))?.records[0]?.fields !== undefined);
    const [record] = (await store.watch.history(id, activityKey))?.records ?? [];
    const { Subject: ours } = record?.fields ?? {};
    await stand.database.store.pool.query(
        `update records set kept = '{"fields":["Subject"],"parts":{"Description":"x"}}' where activity_key = $1`,
        [activityKey]
    );
    const { text } = await admin.get(here);
    assert.match(text, /Kept as changed by a person[\s\S]*Subject \(Subject\)[\s\S]*Comments \(Description\)/);
    assert.match(text, /Last seen to change the record[\s\S]*Not known/);
    await stand.database.store.pool.query(
        `update records set kept = kept || '{"by":"005000000000009AAA"}' where activity_key = $1`,
        [activityKey]
    );
    const named = (await admin.get(here)).text;
    assert.match(named, /not who changed which field[\s\S]*href="[^"]*\/005000000000009AAA"/);
    assert.doesNotMatch(named, /Not known/);
    assert.match((await admin.get(base)).text, /href="[^"]*kept=yes">Kept as changed by a person/);
    assert.match((await admin.get(`${base}/activities?kept=yes`)).text, new RegExp(activityKey));
    await admin.get(`/language/fr?to=${here}`);
    const french = (await admin.get(here)).text;
    assert.match(
        french,
        /Conservé tel que modifié par une personne[\s\S]*Dernier vu à modifier la fiche[\s\S]*Objet \(Subject\)/
    );
    const key = { activityKey, object: 'Task', key: activityKey };
    const asked = await admin.submit(`${base}/activities/ours-again`, { ...key, field: 'Subject' });
    assert.match(asked.text, /C’est demandé/);
    assert.doesNotMatch(asked.text, /Objet \(Subject\)/);
    await until(async () => {
        const { rows } = await store.pool.query('select from records where reclaimed is not null');
        return rows.length === 0;
    });
    assert.equal((await store.watch.history(id, activityKey))?.records[0]?.fields?.['Subject'], ours);
    const [audited] = await store.audit.list(id, { action: 'field.ours-again' });
    assert.deepEqual(audited?.detail, { ...key, field: 'Subject' });
    const again = await admin.submit(`${base}/activities/ours-again`, { ...key, field: 'Subject' });
    assert.match(again.text, /WEB-VALUE/);
    assert.doesNotMatch((await admin.get(`${base}/activities?kept=yes`)).text, new RegExp(activityKey));
});
