import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { randomBytes } from 'node:crypto';
import type { Fact } from '../../../src/domain/facts.ts';
import type { OpenStore } from '../../../src/store/open.ts';
import { factRecord } from '../../../src/store/deliveries/fact-record.ts';
import { sealWith } from '../../../src/store/sealing/seal.ts';
import { openedRow, sealedJson } from '../../../src/store/sealing/sealed.ts';
import { STEPS } from '../../../src/store/sealing/sweep-steps.ts';
import { afterDebounce, change, delivery, message, person, view } from './builders.ts';
import { withStore } from './database.ts';

const NUMBER = '+15145550101';
const WORDS = 'Le toit coule chez Véronique';
const text = (id: string): Fact => ({ ...message('CN1', id, WORDS), from: NUMBER, to: ['+18195550100'] });

/** What the database itself holds, opened by nobody. */
async function dump(store: OpenStore): Promise<string> {
    const { rows: tables } = await store.pool.query<{ name: string }>(
        "select tablename as name from pg_tables where schemaname = 'public'"
    );
    const dumps = await Promise.all(
        tables.map(async ({ name }) => (await store.pool.query<object>(`select * from ${name}`)).rows)
    );
    return dumps.flat().map(readable).join('\n');
}

function readable(row: object): string {
    const bytes = Object.values(row).filter((value) => Buffer.isBuffer(value));
    return JSON.stringify(row) + bytes.map((value) => value.toString('utf8')).join(' ');
}

/** As a version that sealed nothing would have left it: every sealed value of every table that is swept, opened in place. */
async function unseal(store: OpenStore): Promise<void> {
    await store.pool.query('update facts set id = activity_key || kind || seq, numbers = null');
    for (const { table, keys, columns } of STEPS) {
        const all: Readonly<Record<string, string>> = { ...keys, ...columns };
        const names = Object.keys(all).filter((name) => name !== 'seq');
        const rows = await store.db.rows<Record<string, unknown>>(
            `select ctid::text as at, ${names.join(', ')} from ${table}`
        );
        for (const { at, ...row } of rows) {
            const sets = names.map((name, n) => `${name} = $${n + 2}::${all[name]}`);
            const values = names.map((name) =>
                all[name] === 'jsonb' && row[name] !== null ? JSON.stringify(row[name]) : row[name]
            );
            await store.pool.query(`update ${table} set ${sets.join(', ')} where ctid = $1::tid`, [at, ...values]);
        }
    }
    await store.pool.query("update sealing set done_at = null, after = null where name <> 'key'");
}

/** A text that was written to Salesforce, whose number a person has and a person chose. */
async function fill(store: OpenStore): Promise<void> {
    await store.deliveries.accept(delivery('d1', [text('M1')]));
    await store.directory.apply('default', change({ people: [person('003A', [NUMBER], { name: 'Véronique' })] }));
    await store.directory.choose('default', [{ number: NUMBER, record: '003A' }]);
    await store.connections.changeSettings('default', () => ({ ignoredNumbers: [NUMBER] }));
    await store.audit.append('default', { actor: 'Véronique', action: 'x', detail: { seen: WORDS } });
    await afterDebounce(store);
    const [held] = await store.activities.claim('default', 1);
    assert.ok(held);
    const { activityKey, version } = held;
    const records = [
        {
            object: 'Task' as const,
            key: 'sms_CN1_1',
            salesforceId: '00T1',
            fields: { Description: WORDS },
            written: true
        },
        { object: 'Lead' as const, key: NUMBER, salesforceId: '00Q1', fields: { LastName: 'Véronique' }, written: true }
    ];
    await store.activities.settle('default', [
        {
            activityKey,
            version,
            outcome: 'done',
            records,
            view: view({ kind: 'messages', numbers: [NUMBER], title: WORDS })
        }
    ]);
}

/** What is read of it, by whoever asks. */
async function read(store: OpenStore): Promise<unknown> {
    const history = await store.watch.history('default', 'conversation_CN1');
    return {
        numbers: history?.activity.numbers,
        facts: history?.facts,
        records: history?.records.map(({ object, key, fields }) => ({ object, key, fields })),
        people: [...(await store.directory.lookup('default', [NUMBER]))],
        chosen: [...(await store.directory.choices('default', [NUMBER]))],
        byNumber: (await store.watch.activities('default', { number: NUMBER })).length,
        raw: Buffer.from((await store.watch.delivery('default', 'd1'))?.body ?? []).toString('utf8'),
        settings: (await store.connections.get('default'))?.settings,
        audit: (await store.audit.list('default')).map(({ actor, detail }) => ({ actor, detail }))
    };
}

test('no word, name or number lies in the database, and each is read and found as it was', () =>
    withStore(async (store) => {
        await fill(store);
        const all = await dump(store);
        for (const told of [NUMBER.slice(1), 'Véronique', 'toit coule', '8195550100'])
            assert.ok(!all.includes(told), told);
        const seen = JSON.stringify(await read(store));
        for (const told of [NUMBER, 'Véronique', WORDS]) assert.ok(seen.includes(told), told);
        assert.match(seen, /"byNumber":1/);
    }));

test('rows of before are read and found as they are, sealed page by page while work goes on, and known again', () =>
    withStore(async (store, { another }) => {
        await fill(store);
        const before = await read(store);
        await unseal(store);
        assert.ok((await dump(store)).includes(WORDS) && (await dump(store)).includes(NUMBER));
        const next = await another();
        assert.deepEqual(await read(next), before, 'as they are');
        const held = await next.activities.claim('default', 1);
        assert.ok((await next.sweep.run()) > 8);
        assert.deepEqual(await read(next), before, 'sealed');
        for (const { activityKey, version } of held)
            await next.activities.settle('default', [{ activityKey, version, outcome: 'done' }]);
        const all = await dump(next);
        for (const told of [NUMBER.slice(1), 'Véronique', 'toit coule']) assert.ok(!all.includes(told), told);
        assert.equal(await next.sweep.run(), 0, 'once');
        assert.equal((await next.upkeep.forgetNumber('default', NUMBER)).activities, 1);
    }));

test('a sweep that was interrupted goes on where it was', () =>
    withStore(async (store, { another }) => {
        for (const id of ['M1', 'M2', 'M3']) await store.deliveries.accept(delivery(`d${id}`, [text(id)]));
        await unseal(store);
        await store.pool.query(`update sealing set done_at = now() where name <> 'facts'`);
        await store.pool.query(
            `update sealing set after = (select jsonb_build_object('connection', connection, 'activity_key', activity_key,
                'id', id) from facts order by id limit 1) where name = 'facts'`
        );
        assert.equal(await (await another()).sweep.run(), 2);
    }));

test('a fact that a version before kept by another id is known when it is told again', () =>
    withStore(async (store) => {
        const fact = text('M1');
        assert.equal((await store.deliveries.learn('default', [fact])).facts, 1);
        await store.pool.query('update facts set id = $1', [factRecord(() => '', 'default', fact).old_id]);
        assert.equal((await store.deliveries.learn('default', [fact])).facts, 0);
        assert.equal((await store.deliveries.learn('default', [text('M2')])).facts, 1);
    }));

test('any text and any value is opened as it was sealed, and nothing else is taken for sealed', () => {
    const seal = sealWith(randomBytes(32));
    const other = sealWith(randomBytes(32));
    fc.assert(
        fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('fresh' as const, 'same' as const), (told, how) => {
            const kept = told.replaceAll('\0', '\ufffd');
            assert.equal(seal.open(seal.text(told, how)), kept);
            assert.equal(seal.open(`~${told}`), `~${told}`);
            const sealed = seal.text(told, how);
            assert.equal(other.open(sealed), sealed, 'by another key it is nothing but text');
            assert.equal(seal.text(told, 'same'), seal.text(told, 'same'));
            assert.notEqual(seal.text(told, 'fresh'), seal.text(told, 'fresh'));
        })
    );
    fc.assert(
        fc.property(fc.jsonValue(), (value) => {
            const [kept] = [JSON.parse(JSON.stringify(value).replaceAll('\\u0000', '\\ufffd')) as unknown];
            assert.deepEqual(openedRow(seal, sealedJson(seal, kept)), kept);
        })
    );
});

test('a store whose key of words is lost does not open, rather than take what is sealed for what people said', () =>
    withStore(async (store, { another }) => {
        await fill(store);
        await store.pool.query(`delete from vault where name = 'data'`);
        await assert.rejects(another(), { code: 'STORE-OTHER-KEY' });
    }));

test('the key that locks the vault is changed without touching a row, and the old one reads nothing more', () =>
    withStore(async (store, { another, secretKey }) => {
        await fill(store);
        const seen = await read(store);
        const { rows: before } = await store.pool.query('select body from facts');
        const to = randomBytes(32).toString('base64');
        await store.rotateSecretKey(to);
        assert.deepEqual(await read(await another({ secretKey: to })), seen);
        assert.deepEqual((await store.pool.query('select body from facts')).rows, before);
        await assert.rejects(another({ secretKey }), { code: 'STORE-OTHER-KEY' });
    }));

test('a sealed text that was changed is told, not passed on', () => {
    const seal = sealWith(randomBytes(32));
    const sealed = seal.text(WORDS);
    const changed = sealed.slice(0, -4) + (sealed.endsWith('AAAA') ? 'BBBB' : 'AAAA');
    assert.throws(() => seal.open(changed), { code: 'STORE-SECRET-DAMAGED' });
});
