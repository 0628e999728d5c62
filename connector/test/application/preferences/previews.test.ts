import assert from 'node:assert/strict';
import { test } from 'node:test';
import { preferenceUseCases } from '../../../src/application/preferences/preferences.ts';
import { KEYS } from '../../../src/contracts/key-value.ts';
import type { CallFact, Fact } from '../../../src/domain/facts.ts';
import { answeredCall } from '../../pipeline/answered-call.ts';
import { withCalls, type WatchedCall } from '../fakes/watched.ts';
import { world, type World } from '../fakes/world.ts';

const MARIE = { id: '005000000000002AAA', name: 'Marie Gagnon', email: 'marie@acme.example', isActive: true };

/** A whole connection in which these calls came, and in whose org Marie works. */
async function withThese(
    ...calls: readonly WatchedCall[]
): Promise<{ it: World; use: ReturnType<typeof preferenceUseCases> }> {
    const it = world(withCalls(...calls));
    it.salesforce.org.users = async () => [MARIE];
    await it.connect('acme');
    return { it, use: preferenceUseCases(it.context) };
}

function facts(n: number, ended: Partial<Extract<CallFact, { kind: 'ended' }>> = {}): readonly Fact[] {
    return answeredCall(`AC${n}`).map((fact) => (fact.kind === 'ended' ? { ...fact, ...ended } : fact));
}

const summary = (n: number, more: object): Fact => ({
    ...{ callId: `AC${n}`, at: '2026-11-20T16:05:00.000Z', kind: 'summary', progress: 'completed', bySona: true },
    ...more
});

test('the newest call that would be logged is drawn, and one that these choices leave out is passed over', async () => {
    const { use } = await withThese({ facts: [] }, { facts: facts(2) });
    const drawn = await use.recordPreview('acme', use.read({}));
    assert.deepEqual([drawn?.activityKey, drawn?.object, drawn?.does], ['call_AC2', 'Task', 'create']);
});

test('before the first call there is nothing to draw, and of a connection that is not whole neither', async () => {
    const { it, use } = await withThese();
    assert.equal(await use.recordPreview('acme', use.read({})), undefined);
    await it.add('half');
    assert.equal(await use.recordPreview('half', use.read({})), undefined);
});

test('a drawn call names who would own it, by name and not by id', async () => {
    const { it, use } = await withThese({});
    await use.recordPreview('acme', use.read({}));
    await it.store.memory.set('acme', KEYS.orgUsers, [MARIE]);
    const drawn = await use.recordPreview('acme', use.read({}));
    assert.equal(drawn?.owner, 'Marie Gagnon');
    assert.ok(!JSON.stringify(drawn).includes(MARIE.id));
});

test('why nobody was found is said in the language that is being tried', async () => {
    const { use } = await withThese({});
    const [french, english] = [
        await use.recordPreview('acme', use.read({ language: 'fr' })),
        await use.recordPreview('acme', use.read({ language: 'en' }))
    ];
    assert.notEqual(french?.why, english?.why);
    for (const drawn of [french, english]) assert.ok((drawn?.why ?? '').length > 10);
});

test('a call of Sona’s comes to several records, each with the title that a person reads first', async () => {
    const jobs = [{ name: 'Intake', answers: [{ question: 'Where?', value: 'Laval' }] }];
    const sona = [...facts(1, { status: 'sona' }), summary(1, { title: 'Leaking roof', summary: ['A leak.'], jobs })];
    const { use } = await withThese({ facts: sona });
    const { recordPreviews } = await use.rehearsal('acme');
    const byObject = new Map(recordPreviews.map((one) => [one.object, one]));
    assert.deepEqual([...byObject.keys()].toSorted(), ['Sona_Answer__c', 'Sona_Call__c', 'Task']);
    assert.match(byObject.get('Sona_Call__c')?.description ?? '', /A leak/);
    const answer = byObject.get('Sona_Answer__c');
    assert.deepEqual([answer?.title, answer?.description], ['Where?', 'Laval']);
    for (const { title } of recordPreviews) assert.notEqual(title, '');
});

test('what stands in Salesforce already is told beside what it would become, and what stays the same as nothing', async () => {
    const { use } = await withThese({});
    const [fresh] = (await use.rerenderPreview('acme', 7)).recordPreviews;
    assert.deepEqual([fresh?.does, fresh?.was], ['create', undefined]);
    const written = { object: 'Task' as const, key: 'call_AC1', salesforceId: '00T000000000001AAA' };
    const before = { ...written, fields: { Subject: 'As it was called' }, fingerprint: 'of before' };
    const again = await withThese({ records: [before] });
    const [changed] = (await again.use.rerenderPreview('acme', 7)).recordPreviews;
    assert.deepEqual([changed?.does, changed?.was], ['update', 'As it was called']);
});

test('rendering again looks at the newest two hundred, and counts everything of these days', async () => {
    const { use } = await withThese(...Array.from({ length: 230 }, () => ({})));
    const { activities, looked, recordPreviews, days } = await use.rerenderPreview('acme', 7);
    assert.deepEqual([days, activities, looked], [7, 230, 200]);
    assert.equal(new Set(recordPreviews.map(({ activityKey }) => activityKey)).size, 200);
});

test('a call without its start is of the day on which it was first heard of', async () => {
    const { use, it } = await withThese(
        { row: { startedAt: null, firstFactAt: '2026-11-13T17:30:00.000Z' } },
        { row: { startedAt: '2026-11-13T16:30:00.000Z' } }
    );
    assert.equal((await use.rerenderPreview('acme', 7)).activities, 1);
    it.later(3_600_000);
    assert.equal((await use.rerenderPreview('acme', 7)).activities, 0);
});

test('a call whose history is gone meanwhile is left out, and the others are drawn', async () => {
    const parts = withCalls({}, {});
    const history = parts.watch?.history;
    const it = world({
        ...parts,
        watch: { ...parts.watch, history: async (id, key) => (key === 'call_AC1' ? undefined : history?.(id, key)) }
    });
    await it.connect('acme');
    const { recordPreviews } = await preferenceUseCases(it.context).rerenderPreview('acme', 7);
    assert.deepEqual([...new Set(recordPreviews.map(({ activityKey }) => activityKey))], ['call_AC2']);
});

test('looking, rehearsing and drawing spend no call to the org but the reads that rendering needs, and write nothing', async () => {
    const { it, use } = await withThese({}, {});
    await use.rerenderPreview('acme', 7);
    await use.rehearsal('acme');
    await use.recordPreview('acme', use.read({ unknownCallers: 'lead' }));
    assert.deepEqual([it.salesforce.org.writes, it.salesforce.org.removed], [[], []]);
});

test('a connection that is not whole has nothing to rehearse or to render again', async () => {
    const it = world(withCalls({}));
    await it.add('acme');
    const use = preferenceUseCases(it.context);
    await assert.rejects(use.rehearsal('acme'), { code: 'WEB-NOT-WHOLE' });
    await assert.rejects(use.rerenderPreview('acme', 7), { code: 'WEB-NOT-WHOLE' });
});
