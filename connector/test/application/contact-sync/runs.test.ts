import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contactSyncUseCases } from '../../../src/application/contact-sync/contact-sync.ts';
import { openContactSync } from '../../../src/application/contact-sync/open-contact-sync.ts';
import { KEYS } from '../../../src/contracts/key-value.ts';
import { OrgUnavailable } from '../../../src/contracts/salesforce.ts';
import { DEFAULT_PREFERENCES } from '../../../src/domain/preferences/preferences.ts';
import { SILENT } from '../../../src/log.ts';
import type { StoreParts } from '../fakes/store.ts';
import { world, type World } from '../fakes/world.ts';

const COUNTERS = { requests: {}, retries: {}, waiting: { ringing: 0, 'just-in-time': 0, full: 0 } };

function people(more: StoreParts['quoContacts'] = {}): StoreParts {
    return {
        quoContacts: {
            counts: async () => ({ byState: {}, byError: {}, due: 0 }),
            run: async () => undefined,
            people: async () => [],
            rows: async () => new Map(),
            ...more
        },
        directory: { counts: async () => ({ people: 10, numbers: 12 }) }
    };
}

async function whole(parts: StoreParts = people()): Promise<World> {
    const it = world(parts);
    it.quo.contacts.counters = () => COUNTERS;
    await it.connect('acme');
    return it;
}

const settled = async (): Promise<void> => {
    for (let n = 0; n < 30; n += 1) await new Promise((resolve) => setImmediate(resolve));
};

test('putting everybody into Quo is not chosen where it cannot begin: it would begin by itself one day, unconfirmed', async () => {
    const it = world(people());
    await it.add('half');
    await assert.rejects(contactSyncUseCases(it.context).run('half', 'start'), { code: 'WEB-NOT-WHOLE' });
    assert.deepEqual(it.settings('half')['preferences'], {});
});

test('a connection that is not there has nobody to put anywhere', async () => {
    const use = contactSyncUseCases(world(people()).context);
    await assert.rejects(use.run('nobody', 'start'), { code: 'WEB-NOT-WHOLE' });
    assert.equal(await use.people('nobody'), undefined);
    assert.equal(await use.estimated('nobody'), undefined);
});

test('an estimate is told with its age once it is done, and another one begins anew', async () => {
    const it = await whole();
    const use = contactSyncUseCases(it.context);
    await use.estimate('acme');
    await settled();
    it.later(60_000);
    const first = await use.estimated('acme');
    assert.deepEqual([first?.state, first?.ageMs], ['done', 60_000]);
    await use.estimate('acme');
    await settled();
    assert.equal((await use.estimated('acme'))?.ageMs, 0);
});

test('an org that cannot be asked is told by its own code', async () => {
    const down = new OrgUnavailable('retry', { code: 'SF-UNREACHABLE', seen: 'ECONNREFUSED' });
    const it = await whole(people({ people: () => Promise.reject(down) }));
    const use = contactSyncUseCases(it.context);
    await use.estimate('acme');
    await settled();
    const told = await use.estimated('acme');
    assert.deepEqual(told?.state === 'failed' && told.note, { code: 'SF-UNREACHABLE', seen: 'ECONNREFUSED' });
    assert.ok(it.logged.some(([event]) => event === 'estimate failed'));
});

test('an estimate that still runs after nine minutes runs; after ten whoever counted is gone', async () => {
    const it = await whole();
    const use = contactSyncUseCases(it.context);
    await it.store.memory.set('acme', KEYS.contactSyncEstimate, { state: 'running' });
    it.later(9 * 60_000);
    assert.equal((await use.estimated('acme'))?.state, 'running');
    it.later(60_001);
    const told = await use.estimated('acme');
    assert.deepEqual(told?.state === 'failed' && told.note, { code: 'WEB-INTERRUPTED' });
});

test('more is never told as done than there is, whatever a run counted twice', async () => {
    const tally = { created: 8, unchanged: 7 };
    const run = { ...{ state: 'done', total: 10, after: null, startedAt: '2026-11-20T16:00:00.000Z' }, tally } as const;
    const it = await whole(people({ run: async () => run as never }));
    assert.deepEqual((await contactSyncUseCases(it.context).people('acme'))?.run, {
        ...{ state: 'done', done: 10, total: 10, tally }
    });
});

test('who is not in Quo is read page by page, from where the one before ended', async () => {
    const it = await whole();
    const asked: unknown[] = [];
    const runtime = it.context.connections.get('acme');
    assert.ok(runtime?.contactSync);
    const sync = {
        ...runtime.contactSync,
        skipped: async (page: unknown) => (asked.push(page), { skipped: [], people: 0 })
    };
    const context = {
        ...it.context,
        connections: { ...it.context.connections, get: () => ({ ...runtime, contactSync: sync as never }) }
    };
    const use = contactSyncUseCases(context);
    await use.skipped('acme');
    await use.skipped('acme', '003A');
    assert.deepEqual(asked, [{}, { after: '003A' }]);
});

test('choosing needs no org: what is off stays off also where nothing is connected', async () => {
    const it = world(people());
    await it.add('half');
    await contactSyncUseCases(it.context).choose('half', 'off');
    assert.deepEqual(it.settings('half')['preferences'], { syncContacts: 'off' });
});

/** The sync of a connection, opened by itself. */
function opened(it: World, identity: () => Promise<{ organizationId: string; instanceUrl: string }>) {
    const administration = { ...it.salesforce.administration, identity };
    return openContactSync({
        ...{ id: 'acme', store: it.store, quo: it.quo.open('a-key-of-the-workspace'), log: SILENT },
        org: { ...it.salesforce.openOrg('acme', {} as never), administration },
        preferences: () => DEFAULT_PREFERENCES,
        isRehearsing: () => false,
        now: it.context.now
    });
}

test('where records open is asked of the org once, and again only while it could not be told', async () => {
    const it = await whole();
    let asked = 0;
    const sync = opened(it, async () => {
        asked += 1;
        if (asked === 1) throw new OrgUnavailable('retry', { code: 'SF-UNREACHABLE', seen: 'x' });
        return { organizationId: '00D', instanceUrl: 'https://acme.my.salesforce.com' };
    });
    for (let n = 0; n < 4; n += 1) await sync.estimate();
    assert.equal(asked, 2);
});
