import { KEYS } from '../../src/contracts/key-value.ts';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contactSyncUseCases } from '../../src/application/contact-sync/contact-sync.ts';
import type { FullRun } from '../../src/contracts/quo/contacts.ts';
import type { StoreParts } from './fakes/store.ts';
import { world } from './fakes/world.ts';

const RUN: FullRun = {
    ...{ state: 'running', total: 10, after: '003', startedAt: '2026-11-20T16:00:00.000Z' },
    tally: { created: 3, unchanged: 1 }
};
const COUNTERS = { requests: {}, retries: {}, waiting: { ringing: 0, 'just-in-time': 0, full: 0 } };

/** A directory of nobody, or what a test says. */
function contacts(more: StoreParts['quoContacts'] = {}): StoreParts {
    return {
        quoContacts: {
            counts: async () => ({ byState: { linked: 4, wanted: 1 }, byError: { 'QUO-KEY': 2 }, due: 1 }),
            run: async () => RUN,
            people: async () => [],
            rows: async () => new Map(),
            ...more
        }
    };
}

test('how far it is: who is in Quo, who waits, what failed, and how much of a run is done', async () => {
    const it = world(contacts());
    it.quo.contacts.counters = () => COUNTERS;
    await it.connect('acme');
    const sync = contactSyncUseCases(it.context);
    assert.deepEqual(await sync.people('acme'), {
        ...{ mode: 'on-call', linked: 4, due: 1, failed: 2 },
        run: { state: 'running', done: 4, total: 10, tally: RUN.tally }
    });
});

test('a connection without org or workspace is told as incomplete, and asks for nothing', async () => {
    const it = world(contacts());
    await it.add('acme');
    const sync = contactSyncUseCases(it.context);
    assert.equal(await sync.people('acme'), undefined);
    await assert.rejects(sync.estimate('acme'), { code: 'WEB-NOT-WHOLE' });
    await assert.rejects(sync.skipped('acme'), { code: 'WEB-NOT-WHOLE' });
    await assert.rejects(sync.run('acme', 'pause'), { code: 'WEB-NOT-WHOLE' });
});

test('a filter that names what the org does not have keeps everybody out, and says which field', async () => {
    const it = world(contacts());
    it.quo.contacts.counters = () => COUNTERS;
    it.salesforce.org.unknownFilterFields = async () => ['Colour__c'];
    await it.connect('acme');
    const found = await contactSyncUseCases(it.context).people('acme');
    assert.deepEqual(found?.fault, { code: 'SF-FILTER-FIELD', seen: 'Colour__c' });
});

test('an estimate that fails is told with its code, and one whose process died as interrupted', async () => {
    const it = world(contacts({ people: () => Promise.reject(new Error('down')) }));
    await it.connect('acme');
    const sync = contactSyncUseCases(it.context);
    assert.equal(await sync.estimated('acme'), undefined);
    await sync.estimate('acme');
    for (let n = 0; n < 20; n += 1) await new Promise((resolve) => setImmediate(resolve));
    assert.deepEqual(await sync.estimated('acme'), {
        ...{ state: 'failed', ageMs: 0 },
        note: { code: 'WEB-TROUBLE', seen: 'estimate' }
    });
    await it.store.memory.set('acme', KEYS.contactSyncEstimate, { state: 'running' });
    it.later(10 * 60_000 + 1);
    const told = await sync.estimated('acme');
    assert.equal(told?.state === 'failed' && told.note.code, 'WEB-INTERRUPTED');
});

test('who is put into Quo is chosen once, and everything else that was chosen stays', async () => {
    const it = world(contacts());
    await it.connect('acme', { preferences: { sona: false } });
    const sync = contactSyncUseCases(it.context);
    await sync.choose('acme', 'off');
    assert.deepEqual(it.settings('acme')['preferences'], { sona: false, syncContacts: 'off' });
    const before = it.settings('acme');
    await sync.choose('acme', 'off');
    assert.deepEqual(it.settings('acme'), before);
    await assert.rejects(sync.choose('nobody', 'off'), { code: 'WEB-NOT-FOUND' });
});

test('where a file decides, the console does not choose who is put into Quo', async () => {
    const it = world(contacts(), { PREFERENCES_FILE: '/etc/connector/preferences.json' });
    await it.add('default');
    await assert.rejects(contactSyncUseCases(it.context).choose('default', 'full'), { code: 'WEB-FIXED' });
});

test('putting everybody into Quo is chosen with the run, and the estimate is no news any more', async () => {
    const started: number[] = [];
    const parts = contacts({ startRun: async (_id, total) => void started.push(total) });
    const it = world({ ...parts, directory: { counts: async () => ({ people: 10, numbers: 10 }) } });
    await it.connect('acme');
    await it.store.memory.set('acme', KEYS.contactSyncEstimate, { state: 'running' });
    await contactSyncUseCases(it.context).run('acme', 'start');
    assert.deepEqual(started, [10]);
    assert.equal(it.context.connections.get('acme')?.preferences().syncContacts, 'full');
    assert.equal(await contactSyncUseCases(it.context).estimated('acme'), undefined);
});

test('a run is held and goes on', async () => {
    const states: string[] = [];
    const it = world(
        contacts({
            setRunState: async (_id, state) => {
                states.push(state);
                return true;
            }
        })
    );
    await it.connect('acme');
    const sync = contactSyncUseCases(it.context);
    await sync.run('acme', 'pause');
    await sync.run('acme', 'resume');
    assert.deepEqual(states, ['paused', 'running']);
});
