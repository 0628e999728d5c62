import { KEYS } from '../../src/contracts/key-value.ts';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { finishRemovals } from '../../src/application/connections/remove-connection.ts';
import { SILENT } from '../../src/log.ts';
import { changeSettings } from '../../src/application/connections/connection-settings.ts';
import { callComes, connected, taskIsThere, until, type Connected } from './connected.ts';

/** Rows of a connection, by table; of every table that has any connection's. */
async function rowsOf({ stand }: Connected, id: string): Promise<Record<string, number>> {
    const { pool } = stand.database.store;
    const { rows: tables } = await pool.query<{ name: string }>(
        `select table_name as name from information_schema.columns
        where table_schema = current_schema() and column_name = 'connection'`
    );
    const counted = tables.map(async ({ name }): Promise<[string, number]> => {
        const { rows } = await pool.query<{ n: number }>(
            `select count(*)::int as n from "${name}" where connection = $1`,
            [id]
        );
        return [name, rows[0]?.n ?? 0];
    });
    return Object.fromEntries((await Promise.all(counted)).filter(([, n]) => n > 0));
}

test('a connection is removed once it is disconnected and its name is typed; its audit log stays, others are untouched', async (t) => {
    const all = await connected(t);
    const { admin, base, stand, id } = all;
    const here = `${base}/connect`;
    const { store } = stand.database;
    await callComes(all);
    await taskIsThere(all);
    await store.connections.ensure('other');
    await changeSettings(store.connections, 'other', () => ({ name: 'Autre' }));
    await store.memory.set('other', KEYS.inboxes, []);
    await admin.get(here);
    assert.doesNotMatch(admin.page(), /Remove for good/);
    await admin.submit(`${here}/disconnect`);
    const wrong = await admin.submit(`${here}/remove`, { name: 'toitures boréal' });
    assert.match(wrong.text, /What you typed is not the name of this connection \(Toitures Boréal\)/);
    assert.ok((await rowsOf(all, id))['facts']);
    const removed = await admin.submit(`${here}/remove`, { name: ' Toitures Boréal ' });
    assert.match(removed.text, /The connection is removed: \d+ rows were erased/);
    assert.doesNotMatch(removed.text, /href="\/console\/(?!audit|other)/);
    assert.deepEqual(Object.keys(await rowsOf(all, id)), ['audit']);
    assert.ok((await rowsOf(all, 'other'))['memory']);
    assert.equal((await admin.get(base)).status, 404);
    const audit = await store.audit.list(id);
    assert.equal(audit[0]?.action, 'connection.removed');
    assert.match((await admin.get('/console/audit')).text, new RegExp(`connection\\.removed[\\s\\S]*${id}`));
});

test('while a connection is being removed nothing is received or saved for it, and what was written meanwhile goes too', async (t) => {
    const all = await connected(t);
    const { admin, base, stand, id } = all;
    const { store } = stand.database;
    const other = await stand.another();
    await admin.get(`${base}/connect`);
    await admin.submit(`${base}/connect/disconnect`);
    await admin.submit(`${base}/connect/remove`, { name: 'Toitures Boréal' });
    assert.equal(await changeSettings(store.connections, id, () => ({ name: 'Back' })), undefined);
    const webhook = (at: string): Promise<Response> =>
        fetch(`${at}/webhooks/quo/${id}`, { method: 'POST', body: '{}' });
    assert.equal((await webhook(stand.connector.url)).status, 404);
    await until(async () => (await webhook(other.url)).status === 404);
    await store.memory.set(id, KEYS.webhookArrived, 'written by another process that did not know yet');
    await finishRemovals(store, SILENT);
    assert.deepEqual(Object.keys(await rowsOf(all, id)), ['audit']);
    assert.equal(await store.connections.get(id), undefined);
});

test('what the environment names, and what still reaches Salesforce or Quo, is not removed', async (t) => {
    const all = await connected(t);
    const { admin, base } = all;
    await admin.get(`${base}/connect`);
    await admin.submit(`${base}/connect/disconnect`);
    // The page of another tab, before somebody connected again.
    const form = admin.page();
    const token = /name="form-token" value="([^"]+)"/.exec(form)?.[1] ?? '';
    await admin.submit(`${base}/connect/quo`, { key: 'sandbox-key' });
    const body = new URLSearchParams({ 'form-token': token, name: 'Toitures Boréal' });
    const answer = await admin.send(`${base}/connect/remove`, { method: 'POST', body });
    assert.equal(answer.location, `${base}/connect#remove`);
    assert.match((await admin.get(`${base}/connect`)).text, /still reaches Salesforce or Quo/);
});
