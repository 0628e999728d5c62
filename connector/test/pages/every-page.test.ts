import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { KEYS, progressKey } from '../../src/contracts/key-value.ts';
import { QUIET } from '../application/fakes/watched.ts';
import type { StoreParts } from '../application/fakes/store.ts';
import { fakeConsole, type FakeConsole } from './fake-console.ts';
import { HOSTILE, HOSTILE_STORE } from './hostile.ts';
import { readable, slips } from './readable.ts';

/** Every page of a connection. */
const PAGES = [
    '',
    '/connect',
    '/preferences',
    '/preferences/again',
    '/activities',
    '/activities/call_AC1',
    '/parked',
    '/quality',
    '/people',
    '/audit',
    '/rehearsal'
];
const COUNTERS = { requests: {}, retries: {}, waiting: { ringing: 0, 'just-in-time': 0, full: 0 } };
const NOTHING: StoreParts = {
    watch: QUIET,
    quoContacts: { counts: async () => ({ byState: {}, byError: {}, due: 0 }), run: async () => undefined }
};

async function hostile(t: TestContext): Promise<FakeConsole> {
    const it = await fakeConsole(t, HOSTILE_STORE);
    const { store, salesforce, quo } = it;
    quo.contacts.counters = () => COUNTERS;
    quo.inboxes = [{ id: HOSTILE, name: HOSTILE, number: '+15145550100' }];
    quo.users = [{ id: HOSTILE, email: HOSTILE, firstName: HOSTILE, lastName: HOSTILE }];
    const user = { id: '005000000000009AAA', name: HOSTILE, email: HOSTILE, isActive: true };
    const field = { name: HOSTILE, label: HOSTILE, type: 'string', length: 40 };
    salesforce.administration = {
        ...salesforce.administration,
        users: async () => [user],
        queues: async () => [{ id: '00G000000000001AAA', name: HOSTILE }],
        fields: async () => ({
            phones: { Contact: [field], Lead: [field], Account: [field] },
            ...{ sona: [field], filter: [], fillable: { Task: [], Lead: [] } }
        })
    };
    await it.connect('acme', { name: HOSTILE, rehearsingSince: '2026-11-19T17:00:00.000Z' });
    const settings = it.settings('acme')['salesforce'] as object;
    const spoilt = { ...settings, organization: HOSTILE, username: HOSTILE, instanceUrl: `javascript:${HOSTILE}` };
    store.rows.set('acme', { id: 'acme', settings: { ...it.settings('acme'), salesforce: spoilt } });
    store.pause('acme', { code: 'SF-FORBIDDEN', seen: HOSTILE });
    await it.context.connections.refresh();
    const failed = {
        id: HOSTILE,
        state: 'failed',
        seen: HOSTILE,
        note: { code: 'SF-FORBIDDEN', seen: HOSTILE }
    } as const;
    await store.memory.set('acme', KEYS.checks, [failed, { ...failed, id: `object ${HOSTILE}` }]);
    await store.memory.set('acme', KEYS.quoKeyTrial, { state: 'failed', note: { code: 'QUO-KEY', seen: HOSTILE } });
    await store.memory.set('acme', KEYS.fieldsNotFiltered, [HOSTILE]);
    await store.memory.set('acme', KEYS.contactSyncEstimate, {
        state: 'failed',
        note: { code: 'SF-UNREACHABLE', seen: HOSTILE }
    });
    await store.memory.set('acme', progressKey('repair'), {
        ...{ state: 'failed', done: 1 },
        note: { code: 'QUO-UNREACHABLE', seen: HOSTILE }
    });
    await store.audit.append('acme', { actor: HOSTILE, action: HOSTILE, detail: { [HOSTILE]: HOSTILE } });
    return it;
}

for (const language of ['fr', 'en'] as const) {
    test(`every page of a connection that nobody connected says in ${language} what is missing, and has no slip`, async (t) => {
        const it = await fakeConsole(t, NOTHING);
        await it.add('acme', { name: 'Toitures Boréal' });
        const admin = await it.admin(language);
        for (const path of PAGES.filter((one) => !one.endsWith('AC1'))) {
            const { status } = await admin.get(`/console/acme${path}`);
            assert.equal(status, 200, path);
            assert.match(admin.page(), new RegExp(`<html lang="${language}"`));
            assert.deepEqual(slips(admin.page()), [], path);
        }
    });

    test(`every page shows in ${language} what people wrote as they wrote it, and runs none of it`, async (t) => {
        const it = await hostile(t);
        const admin = await it.admin(language);
        const showing: string[] = [];
        for (const path of PAGES) {
            const { status } = await admin.get(`/console/acme${path}`);
            assert.equal(status, 200, path);
            const page = admin.page();
            assert.doesNotMatch(page, /<script>|<img src=x|href="javascript:/, path);
            assert.deepEqual(slips(page), [], path);
            if (readable(page).includes(HOSTILE)) showing.push(path);
        }
        assert.deepEqual(showing, PAGES, 'each of them shows some of it');
    });
}
