import assert from 'node:assert/strict';
import { test } from 'node:test';
import { connected, until, type Connected } from './connected.ts';

async function withPeople(all: Connected): Promise<void> {
    const { store } = all.stand.database;
    await until(async () => (await store.directory.counts(all.id)).people > 50);
    await until(async () => /People were loaded from Salesforce/.test((await all.admin.get(all.base)).text));
}

async function contactsInQuo({ stand, id }: Connected): Promise<number> {
    const { rows } = await stand.database.store.pool.query<{ n: number }>(
        "select count(*)::int as n from quo_contacts where connection = $1 and state = 'linked'",
        [id]
    );
    return rows[0]?.n ?? 0;
}

test('before everybody is put into Quo, it is told what that takes; then it runs, is held, goes on and ends', async (t) => {
    const all = await connected(t);
    const { admin, base, stand, id } = all;
    await withPeople(all);
    await admin.get(`${base}/preferences`);
    const shown = await admin.submit(`${base}/preferences`, {
        'all-inboxes': 'on',
        logCalls: 'on',
        language: 'en',
        syncContacts: 'full'
    });
    assert.match(shown.text, /Your other choices are saved/);
    assert.match(shown.text, /Would be made in Quo[\s\S]*<strong>\d+<\/strong>/);
    const wanted = Number(/Put (\d+) people into Quo/.exec(shown.text)?.[1]);
    assert.ok(wanted > 5);
    const row = await stand.database.store.connections.get(id);
    assert.deepEqual((row?.settings['preferences'] as { syncContacts?: string }).syncContacts, undefined);
    assert.equal(await contactsInQuo(all), 0, 'looking writes nothing');
    await admin.submit(`${base}/people`, { do: 'start' });
    const held = await admin.submit(`${base}/people`, { do: 'pause' });
    assert.match(held.text, /Held\.|Everybody was looked at/);
    assert.doesNotMatch(held.text, /Would be made in Quo/, 'the estimate is of before');
    if (/value="resume"/.test(held.text)) await admin.submit(`${base}/people`, { do: 'resume' });
    await until(async () => /Everybody was looked at/.test((await admin.get(`${base}/people`)).text));
    assert.equal(await contactsInQuo(all), wanted);
    assert.match(admin.page(), /Made: /);
    assert.match((await admin.get(base)).text, /Everybody is in Quo/);
    await admin.get(`${base}/people`);
    const again = await admin.submit(`${base}/people/estimate`);
    assert.match(again.text, new RegExp(`As they should be already: ${wanted}`));
    const back = await admin.submit(`${base}/people/mode`, { mode: 'off' });
    assert.match(back.text, /Saved\./);
    assert.deepEqual((await stand.database.store.connections.get(id))?.settings['preferences'], {
        ...(row?.settings['preferences'] as object),
        syncContacts: 'off'
    });
});

test('an estimate that cannot be made is told with its reason', async (t) => {
    const all = await connected(t);
    const { admin, base, stand, id } = all;
    await withPeople(all);
    const { connections } = stand.database.store;
    const contactFilter = { fields: { Nowhere__c: ['x'] } };
    await connections.changeSettings(id, (settings) => ({ ...settings, rev: 1_000, preferences: { contactFilter } }));
    await admin.get(`${base}/people`);
    await until(async () => {
        const { text } = await admin.submit(`${base}/people/estimate`);
        return /SF-FILTER-FIELD/.test(text) && !/Would be made in Quo/.test(text);
    });
    assert.match(admin.page(), /Nowhere__c/);
});

test('who is not in Quo is listed with the record and the reason, page by page', async (t) => {
    const all = await connected(t);
    const { admin, base, stand, id } = all;
    await withPeople(all);
    const { store } = stand.database;
    const person = (n: number, text: string) => ({
        id: `0035g0000${String(n).padStart(6, '0')}AAA`,
        object: 'Contact' as const,
        name: `<b>Ana</b> ${n}`,
        numbers: [],
        unreadable: [{ field: 'Phone', text }]
    });
    const people = Array.from({ length: 55 }, (_, n) => person(n, `demander à Luc ${n}`));
    const nothing = { gone: [], related: [], goneRelated: [], highWater: {} };
    await store.directory.apply(id, { ...nothing, people });
    assert.match((await admin.get(`${base}/people`)).text, /people\/skipped/);
    const first = await admin.get(`${base}/people/skipped`);
    assert.match(first.text, /href="http[^"]+0035g0000000054AAA"/);
    assert.match(first.text, /&lt;b&gt;Ana&lt;\/b&gt; 54/);
    assert.match(first.text, /demander à Luc 54/);
    assert.doesNotMatch(first.text, /Luc 1\b/);
    const further = /href="(\?after=[^"]+)"/.exec(first.text)?.[1]?.replaceAll('&amp;', '&');
    const second = await admin.get(`${base}/people/skipped${further}`);
    assert.match(second.text, /Luc 1\b/);
    const strange = await admin.get(`${base}/people/skipped?after=${encodeURIComponent("x | '")}`);
    assert.match(strange.text, /Luc 54/, 'a place that nobody told is the beginning');
});

test('switched off while everybody is being put into Quo, it stops', async (t) => {
    const all = await connected(t);
    const { admin, base } = all;
    await withPeople(all);
    await admin.get(`${base}/people`);
    await admin.submit(`${base}/people/estimate`);
    const shown = await admin.get(`${base}/people`);
    const wanted = Number(/Put (\d+) people into Quo/.exec(shown.text)?.[1]);
    await admin.submit(`${base}/people`, { do: 'start' });
    await until(async () => (await contactsInQuo(all)) > 0);
    await admin.get(`${base}/people`);
    await admin.submit(`${base}/people/mode`, { mode: 'off' });
    // What was under way is finished: at most a step of fifty.
    const { pool } = all.stand.database.store;
    const isUnderWay = async (): Promise<boolean> =>
        (await pool.query("select from pgboss.job where name = 'people-sync' and state = 'active'")).rowCount !== 0;
    await until(async () => !(await isUnderWay()));
    const inQuo = await contactsInQuo(all);
    assert.ok(inQuo < wanted, `${inQuo} of ${wanted}`);
});
