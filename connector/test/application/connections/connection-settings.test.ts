import assert from 'node:assert/strict';
import fc from 'fast-check';
import { test } from 'node:test';
import {
    changeSettings,
    readSettings,
    RETENTION_DAYS
} from '../../../src/application/connections/connection-settings.ts';
import { world } from '../fakes/world.ts';

const json = fc.jsonValue({ maxDepth: 2 });
const KNOWN = ['name', 'salesforce', 'quo', 'preferences', 'rehearsingSince', 'retentionDays', 'recordingsNeedSignIn'];

test('a part of the settings that cannot be read counts as not there, and costs no other part', () => {
    const strange = fc.record(
        { salesforce: json, quo: json, preferences: json, retentionDays: json, recordingsNeedSignIn: json, rev: json },
        { requiredKeys: [] }
    );
    fc.assert(
        fc.property(strange, (stored) => {
            const read = readSettings({ name: 'Acme', ...stored });
            assert.equal(read.name, 'Acme');
            assert.equal(typeof read.rev, 'number');
            assert.equal(typeof read.preferences, 'object');
            assert.ok(read.salesforce === undefined || typeof read.salesforce.connected === 'boolean');
            assert.ok(read.recordingsNeedSignIn === undefined || typeof read.recordingsNeedSignIn === 'boolean');
        })
    );
});

test('days for which deliveries are kept that nobody can choose count as the default', () => {
    for (const retentionDays of [0, -3, 1.5, 3_651, '7', null, Number.NaN])
        assert.equal(readSettings({ retentionDays }).retentionDays, undefined, String(retentionDays));
    for (const retentionDays of [1, RETENTION_DAYS, 3_650])
        assert.equal(readSettings({ retentionDays }).retentionDays, retentionDays);
});

test('a change touches what it names, counts up, and leaves what a later version wrote where it is', async () => {
    const it = world();
    await fc.assert(
        fc.asyncProperty(fc.dictionary(fc.string({ minLength: 1, maxLength: 8 }), json), async (ofLater) => {
            const foreign = Object.fromEntries(
                Object.entries(ofLater).filter(
                    ([key]) => ![...KNOWN, 'rev', 'removingSince', '__proto__'].includes(key)
                )
            );
            it.store.rows.set('acme', { id: 'acme', settings: { ...foreign, rev: 4, name: 'Acme' } });
            await changeSettings(it.store.connections, 'acme', () => ({ retentionDays: 9 }));
            const { rev, name, retentionDays, preferences, ...rest } = it.settings('acme');
            assert.deepEqual([rev, name, retentionDays, preferences], [5, 'Acme', 9, {}]);
            assert.deepEqual(rest, foreign);
        }),
        { numRuns: 50 }
    );
});

test('what is being removed, or is not there, is changed no more', async () => {
    const it = world();
    let asked = 0;
    const change = () => {
        asked += 1;
        return { name: 'again' };
    };
    assert.equal(await changeSettings(it.store.connections, 'nobody', change), undefined);
    await it.add('acme', { removingSince: '2026-11-20T00:00:00.000Z' });
    const before = it.settings('acme');
    assert.equal(await changeSettings(it.store.connections, 'acme', change), undefined);
    assert.deepEqual([it.settings('acme'), asked], [before, 0]);
});

test('settings of which nothing can be read are settings of a connection that nobody connected', () => {
    assert.deepEqual(readSettings({}), { preferences: {}, rev: 0 });
    assert.deepEqual(readSettings({ salesforce: { connected: true } }), {
        ...{ preferences: {}, rev: 0, salesforce: undefined }
    });
});

test('two changes at once both stay: nobody’s choice is lost to somebody else’s', async () => {
    const it = world();
    await it.add('acme');
    const { rev } = readSettings(it.settings('acme'));
    await Promise.all([
        changeSettings(it.store.connections, 'acme', () => ({ retentionDays: 9 })),
        changeSettings(it.store.connections, 'acme', () => ({ recordingsNeedSignIn: false })),
        changeSettings(it.store.connections, 'acme', ({ preferences }) => ({
            preferences: { ...preferences, sona: false }
        })),
        changeSettings(it.store.connections, 'acme', ({ preferences }) => ({
            preferences: { ...preferences, logMessages: false }
        }))
    ]);
    const { rev: after, preferences, retentionDays, recordingsNeedSignIn } = it.settings('acme');
    assert.deepEqual([after, retentionDays, recordingsNeedSignIn], [rev + 4, 9, false]);
    assert.deepEqual(preferences, { sona: false, logMessages: false });
});

test('a removal that begins while somebody saves is not undone by what they save', async () => {
    const it = world();
    await it.add('acme');
    await Promise.all([
        changeSettings(it.store.connections, 'acme', () => ({ removingSince: '2026-11-20T17:00:00.000Z' })),
        changeSettings(it.store.connections, 'acme', () => ({ retentionDays: 9 }))
    ]);
    assert.equal(it.settings('acme')['removingSince'], '2026-11-20T17:00:00.000Z');
});
