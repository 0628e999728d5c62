import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WHOLE_SINCE } from '../../src/contracts/directory.ts';
import { preferenceUseCases } from '../../src/application/preferences/preferences.ts';
import { fakeOrg } from '../pipeline/fake-org.ts';
import { answeredCall, MARIE } from '../pipeline/answered-call.ts';
import type { StoreParts } from './fakes/store.ts';
import { world } from './fakes/world.ts';

test('what one connection exports, another imports, and is then the same', async () => {
    const it = world();
    await it.add('sandbox');
    await it.add('production');
    const preferences = preferenceUseCases(it.context);
    await preferences.save('sandbox', { preferences: { sona: false }, retentionDays: 9, recordingsNeedSignIn: false });
    const text = await preferences.exported('sandbox');
    const { saving, differences } = await preferences.differences('production', text);
    assert.deepEqual(differences, [
        { key: 'sona', now: 'true', then: 'false' },
        { key: 'retentionDays', now: '30', then: '9' },
        { key: 'recordingsNeedSignIn', now: 'true', then: 'false' }
    ]);
    await preferences.save('production', saving);
    assert.equal(await preferences.exported('production'), text);
    assert.deepEqual((await preferences.differences('production', text)).differences, []);
});

test('a text that is none of preferences is refused before anything is compared', async () => {
    const it = world();
    await it.add('acme');
    const preferences = preferenceUseCases(it.context);
    for (const text of ['[]', 'null', '7'])
        await assert.rejects(preferences.differences('acme', text), { code: 'WEB-VALUE' });
    for (const text of ['{', '{"sona":"perhaps"}', '{"unheard-of":1}'])
        await assert.rejects(preferences.differences('acme', text), { code: 'CONFIG-PREFERENCES' });
    await assert.rejects(preferences.differences('nobody', '{}'), { code: 'WEB-NOT-FOUND' });
    await assert.rejects(preferences.exported('nobody'), { code: 'WEB-NOT-FOUND' });
});

test('a rehearsal goes on from when it began; at its end everything since is due', async () => {
    const due: unknown[] = [];
    const it = world({ activities: { makeDue: async (...asked) => due.push(asked) } });
    await it.connect('acme');
    const preferences = preferenceUseCases(it.context);
    await preferences.rehearse('acme', true);
    const began = it.context.connections.opened('acme')?.settings.rehearsingSince;
    it.later(36 * 3_600_000);
    await preferences.rehearse('acme', true);
    assert.equal(it.context.connections.opened('acme')?.settings.rehearsingSince, began);
    assert.equal(it.context.connections.get('acme')?.isRehearsing, true);
    assert.deepEqual(due, []);
    await preferences.rehearse('acme', false);
    assert.equal(it.context.connections.get('acme')?.isRehearsing, false);
    assert.deepEqual(due, [['acme', { sinceDays: 3 }]]);
});

test('what cannot be previewed without org and workspace is refused', async () => {
    const it = world();
    await it.add('acme');
    const preferences = preferenceUseCases(it.context);
    await assert.rejects(preferences.rehearsal('acme'), { code: 'WEB-NOT-WHOLE' });
    await assert.rejects(preferences.rerenderPreview('acme', 7), { code: 'WEB-NOT-WHOLE' });
    assert.equal(await preferences.recordPreview('acme', preferences.read({})), undefined);
    assert.equal(await preferences.chosen('nobody'), undefined);
});

test('options are asked for once an hour; what cannot be asked now is shown as it was', async () => {
    const it = world();
    await it.connect('acme');
    let asked = 0;
    it.salesforce.administration.users = async () => {
        asked += 1;
        if (asked > 1) throw new Error('down');
        return fakeOrg().users();
    };
    const preferences = preferenceUseCases(it.context);
    const first = await preferences.options('acme');
    assert.deepEqual([first.inboxes.length, first.quoUsers.length, first.orgUsers.length], [1, 1, 1]);
    await preferences.options('acme');
    assert.equal(asked, 1);
    it.later(3_600_000);
    assert.deepEqual((await preferences.options('acme')).orgUsers, first.orgUsers);
    assert.equal(asked, 2);
});

test('options of a connection that has neither org nor workspace are empty, not an error', async () => {
    const it = world();
    await it.add('acme');
    const { inboxes, orgUsers, pairings, fields } = await preferenceUseCases(it.context).options('acme');
    assert.deepEqual([inboxes, orgUsers, pairings, fields], [[], [], [], undefined]);
});

/** A store that has one answered call of an unknown number. */
function withCall(records: readonly never[] = []): StoreParts {
    const activity = {
        ...{ activityKey: 'call_AC1', kind: 'call' as const, title: null, inbox: 'PN1', numbers: [MARIE] },
        ...{ matchStatus: null, match: null, outcome: null, startedAt: '2026-11-20T16:00:00.000Z' },
        ...{ firstFactAt: '2026-11-20T16:04:05.000Z', writtenAt: null, parked: false, due: false },
        ...{ attempts: 0, error: null, dismissedNote: null }
    };
    return {
        watch: {
            activities: async () => [activity],
            history: async () => ({ activity, deliveries: [], facts: answeredCall('AC1'), records, writes: [] })
        },
        directory: {
            choices: async () => new Map(),
            highWater: async () => ({ [WHOLE_SINCE]: '2026-11-20T16:00:00.000Z' }),
            knownUnknown: async () => new Set(),
            people: async () => new Map(),
            chosenRelated: async () => new Map(),
            relatedOf: async () => []
        }
    };
}

test('a call is drawn with the choices that are tried, and nothing is written', async () => {
    const it = world(withCall());
    await it.connect('acme');
    const preferences = preferenceUseCases(it.context);
    const french = await preferences.recordPreview('acme', preferences.read({ language: 'fr' }));
    const english = await preferences.recordPreview('acme', preferences.read({ language: 'en' }));
    assert.equal(french?.object, 'Task');
    assert.equal(french.does, 'create');
    assert.match(french.title, /Appel/);
    assert.match(english?.title ?? '', /[Cc]all/);
    assert.equal(it.salesforce.org.writes.length, 0);
});

test('rendering the last days again is previewed for those days only, and writes nothing', async () => {
    const it = world(withCall());
    await it.connect('acme');
    const preferences = preferenceUseCases(it.context);
    const { activities, looked, recordPreviews } = await preferences.rerenderPreview('acme', 7);
    assert.deepEqual([activities, looked, recordPreviews.length > 0], [1, 1, true]);
    it.later(8 * 86_400_000);
    assert.equal((await preferences.rerenderPreview('acme', 7)).activities, 0);
    assert.equal(it.salesforce.org.writes.length, 0);
});

test('rendering again makes the last days due by force, and tells how many', async () => {
    const due: unknown[] = [];
    const makeDue = async (...asked: unknown[]): Promise<number> => {
        due.push(asked);
        return 12;
    };
    const it = world({ activities: { makeDue } });
    assert.equal(await preferenceUseCases(it.context).applyAgain('acme', 7), 12);
    assert.deepEqual(due, [['acme', { sinceDays: 7 }, { force: true }]]);
});

test('a rehearsal reports what it would have written, with the lead that an unknown caller would become', async () => {
    const it = world(withCall());
    await it.connect('acme', { preferences: { unknownCallers: 'lead' } });
    const { recordPreviews, leads } = await preferenceUseCases(it.context).rehearsal('acme');
    assert.deepEqual([...new Set(recordPreviews.map(({ does }) => does))], ['create']);
    assert.equal(leads.length, 1);
    assert.equal(it.salesforce.org.writes.length, 0);
});
