import assert from 'node:assert/strict';
import fc from 'fast-check';
import { test } from 'node:test';
import { monitoringUseCases } from '../../../src/application/monitoring/monitoring.ts';
import { KEYS } from '../../../src/contracts/key-value.ts';
import type { ActivityFilter } from '../../../src/contracts/monitoring.ts';
import { QUIET } from '../fakes/watched.ts';
import { world, type World } from '../fakes/world.ts';

/** A connection, and what the store is asked for when somebody looks for activities. */
function looking(): { readonly it: World; readonly look: (filter: ActivityFilter) => Promise<ActivityFilter> } {
    const asked: ActivityFilter[] = [];
    const activities = async (_id: string, filter: ActivityFilter = {}): Promise<readonly never[]> => {
        asked.push(filter);
        return [];
    };
    const it = world({ watch: { ...QUIET, activities } });
    return {
        it,
        async look(filter) {
            await monitoringUseCases(it.context).activities('acme', filter);
            const last = asked.at(-1);
            assert.ok(last);
            return last;
        }
    };
}

test('a number is found as people write it, in the country of the connection', async () => {
    const { it, look } = looking();
    await it.connect('acme');
    for (const typed of ['514 555-0123', '(514) 555-0123', '1-514-555-0123', '+1 514 555 0123', '5145550123'])
        assert.equal((await look({ number: typed })).number, '+15145550123', typed);
    await it.add('acme', { preferences: { defaultRegion: 'FR' } });
    assert.equal((await look({ number: '01 42 68 53 00' })).number, '+33142685300');
    assert.equal((await look({ number: '+1 514 555 0123' })).number, '+15145550123');
});

test('a number of a connection that is not at work yet is looked for all the same', async () => {
    const { it, look } = looking();
    await it.add('acme');
    assert.equal((await look({ number: '514 555-0123' })).number, '+15145550123');
});

test('what is no number is looked for as it was typed, and nothing else of a search is touched', async () => {
    const { it, look } = looking();
    await it.connect('acme');
    for (const number of ['Bergeron', '12', '', '🙂'])
        assert.deepEqual(await look({ number, kind: 'call', limit: 7 }), { number, kind: 'call', limit: 7 });
    assert.deepEqual(await look({ kind: 'messages' }), { kind: 'messages' });
});

test('health names fields that cannot be searched and what transcripts lack, while transcripts are wanted', async () => {
    const it = world({ watch: QUIET });
    await it.connect('acme');
    const health = async (): Promise<readonly unknown[]> => {
        const { notFiltered, transcriptsLack } = await monitoringUseCases(it.context).health('acme', 24);
        return [notFiltered, transcriptsLack];
    };
    assert.deepEqual(await health(), [[], []]);
    await it.store.memory.set('acme', KEYS.fieldsNotFiltered, ['Contact.Phone']);
    await it.store.memory.set('acme', KEYS.transcriptAccess, { missing: ['Quo_Transcript__c'] });
    assert.deepEqual(await health(), [['Contact.Phone'], ['Quo_Transcript__c']]);
    await it.add('acme', { preferences: { callTranscripts: false } });
    assert.deepEqual(await health(), [['Contact.Phone'], []], 'nobody wants them');
});

test('whoever tries again has the org asked anew whether it takes transcripts, and since when they wait stays known', async () => {
    const it = world({ watch: QUIET, activities: { retry: async () => 0 } });
    await it.connect('acme');
    const monitoring = monitoringUseCases(it.context);
    await monitoring.retry('acme', 'all');
    assert.equal(await it.store.memory.get('acme', KEYS.transcriptAccess), undefined, 'nothing was known');
    const since = '2026-11-01T00:00:00.000Z';
    await it.store.memory.set('acme', KEYS.transcriptAccess, { missing: ['Quo_Transcript__c'], since });
    await monitoring.retry('acme', { activityKeys: ['call_AC1'] });
    assert.deepEqual((await it.store.memory.get('acme', KEYS.transcriptAccess))?.value, {
        ...{ missing: ['Quo_Transcript__c'], since },
        isStale: true
    });
});

test('whatever is noted on what is left alone is kept whole: no half of a character, no edge, 500 at most', async () => {
    const notes: string[] = [];
    const dismiss = async (_id: string, _keys: readonly string[], note: string): Promise<number> => notes.push(note);
    const monitoring = monitoringUseCases(world({ upkeep: { dismiss } }).context);
    const typed = fc.string({ minLength: 480, maxLength: 520, unit: fc.constantFrom('a', ' ', 'é', '📞', '\n') });
    await fc.assert(
        fc.asyncProperty(typed, async (text) => {
            await monitoring.ignore('acme', ['call_AC1'], text);
            const note = notes.at(-1) ?? '';
            assert.ok(note.isWellFormed() && note.length <= 500 && note === note.trim());
            assert.ok(text.trim().startsWith(note.replace(/…$/, '')));
            if (text.trim().length <= 500) assert.equal(note, text.trim());
        })
    );
});
