import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MessageFact } from '../../src/domain/facts.ts';
import { followManualChanges } from '../../src/pipeline/manual-changes/follow.ts';
import { preview } from '../../src/pipeline/pass/preview.ts';
import { answeredCall, bench, MARIE, type Bench } from './pipeline-harness.ts';
import { changeByHand } from './by-hand.ts';

const DAY = Date.parse('2026-11-20T16:00:00.000Z');
const MOST = 32_000;

const text = (n: number, says: string, more: Partial<MessageFact> = {}): MessageFact => {
    const createdAt = new Date(DAY + n * 1_000).toISOString();
    return {
        kind: 'message',
        messageId: `m${n}`,
        conversation: 'CN1',
        at: createdAt,
        createdAt,
        direction: 'incoming',
        from: MARIE,
        to: ['+15145550100'],
        text: says,
        phoneNumberId: 'PN1',
        status: 'received',
        ...more
    };
};

const parts = (it: Bench): readonly string[] =>
    [...it.org.records].filter(([name]) => name.includes('sms_')).map(([, task]) => String(task['Description']));

async function tell(it: Bench, ...facts: readonly MessageFact[]): Promise<void> {
    await it.tell(...facts);
    await it.flush();
    await it.later();
}

test('two thousand texts of an hour stand in as many Tasks as they need, each text once, none cut', async () => {
    const it = await bench();
    await tell(it, ...Array.from({ length: 2_000 }, (_, n) => text(n, `Texto ${n} ${'é'.repeat(20)} 🏠.`)));
    const pages = parts(it);
    assert.ok(pages.length > 3);
    for (const page of pages) assert.ok(page.length <= MOST && page.isWellFormed());
    const told = pages.flatMap((page) => [...page.matchAll(/Texto (\d+) /g)].map(([, n]) => Number(n)));
    assert.deepEqual(
        told,
        Array.from({ length: 2_000 }, (_, n) => n)
    );
    const before = it.org.writes.length;
    await tell(it, text(2_000, 'Le dernier.'));
    assert.ok(parts(it).at(-1)?.includes('Le dernier.'));
    assert.ok(it.org.writes.length > before);
});

test('a conversation of hundreds of windows that is drawn whole lets others go first in between', async () => {
    const it = await bench();
    const facts = Array.from({ length: 300 }, (_, n) => text(n * 3_600, `Texto ${n}`));
    let [inOnePiece, longest, isDone] = [0, 0, false];
    const hash = (value: string): string => {
        longest = Math.max(longest, (inOnePiece += 1));
        return it.context.hash(value);
    };
    const others = (): void => {
        inOnePiece = 0;
        if (!isDone) setImmediate(others);
    };
    setImmediate(others);
    const known = { activityKey: 'conversation_CN1', facts, records: [] };
    const { drawn } = await preview({ ...it.context, hash }, it.connection, [known]);
    isDone = true;
    assert.equal(drawn[0]?.difference.writes.length, facts.length);
    // A draft is hashed once, and each of its fields.
    const ofOneWindow = 1 + Object.keys(drawn[0].drafts[0]?.fields ?? {}).length;
    assert.ok(longest <= 50 * ofOneWindow, `${longest} hashes in one piece`);
});

test('texts that turn out shorter leave no Task that nobody needs', async () => {
    const it = await bench();
    await tell(it, ...Array.from({ length: 5 }, (_, n) => text(n, `${n}`.repeat(10_000))));
    assert.equal(parts(it).length, 2);
    const later = '2026-11-20T18:00:00.000Z';
    await tell(it, ...Array.from({ length: 5 }, (_, n) => text(n, `${n}`, { at: later })));
    assert.equal(it.org.removed.length, 1);
    assert.match(parts(it).at(-1) ?? '', /0\W\n.*1\W\n.*2\W\n.*3\W\n.*4\W$/);
});

test('one text longer than a Description goes on in the next Task, never cut inside a character', async () => {
    const it = await bench();
    await tell(it, text(0, '🏠'.repeat(40_000)));
    const pages = parts(it);
    assert.ok(pages.length >= 3);
    for (const page of pages) assert.ok(page.length <= MOST && page.isWellFormed());
    assert.equal(Array.from(pages.join('')).filter((one) => one === '🏠').length, 40_000);
});

test('a text that was delivered and failed after all is one line that says so', async () => {
    const it = await bench();
    const sent = text(0, 'Bonjour', { direction: 'outgoing', from: '+15145550100', to: [MARIE], status: 'delivered' });
    await tell(it, sent);
    const at = '2026-11-20T16:10:00.000Z';
    await tell(it, { ...sent, at, status: 'failed', errorCode: '30003' });
    const [page = ''] = parts(it);
    assert.equal(page.match(/Bonjour/g)?.length, 1);
    assert.match(page, /Échec de l’envoi \(code 30003\)/);
});

test('one number that writes to two inboxes has a Task at each, and is one person', async () => {
    const it = await bench({
        inboxes: async () => [
            { id: 'PN1', name: 'Ventes', number: '+15145550100' },
            { id: 'PN2', name: 'Service', number: '+15145550120' }
        ]
    });
    it.preferences = { ...it.preferences, unknownCallers: 'lead' };
    const other = text(1, 'Là', { conversation: 'CN2', phoneNumberId: 'PN2', to: ['+15145550120'] });
    await tell(it, text(0, 'Ici'), other);
    const tasks = [...it.org.records].filter(([name]) => name.includes('sms_')).map(([, task]) => task);
    assert.deepEqual(tasks.map((task) => task['Subject']).sort(), [
        'Service (514) 555-0120 - Messages texte (1)',
        'Ventes (514) 555-0100 - Messages texte (1)'
    ]);
    assert.equal(new Set(tasks.map((task) => task['WhoId'])).size, 1);
    assert.equal([...it.org.records.keys()].filter((name) => name.startsWith('Lead/')).length, 1);
});

test('a window whose start moves keeps whom a rep put on it a moment ago, before anybody noticed', async () => {
    const it = await bench();
    it.org.people = [
        { id: '003000000000001AAA', object: 'Contact', name: 'Jean', numbers: [{ e164: MARIE, field: 'Phone' }] }
    ];
    await tell(it, text(600, 'Plus tard'));
    const [name = ''] = [...it.org.records.keys()];
    const touched = await changeByHand(it, name.slice('Task/'.length), { WhoId: '003000000000009AAA' });
    await tell(it, text(0, 'D’abord'));
    const [movedName, moved] = [...it.org.records][0]!;
    assert.notEqual(movedName, name);
    assert.equal(moved?.['WhoId'], '003000000000009AAA');
    // The refresh tells the Task under the key that it has by then.
    await followManualChanges(it.context, it.connection, [{ ...touched, key: movedName.slice('Task/'.length) }]);
    const chosen = await it.context.store.directory.choices('default', [MARIE]);
    assert.equal(chosen.get(MARIE)?.record, '003000000000009AAA');
});

test('a choice, then another one, then none: the last word counts on that call, the last person on later ones', async () => {
    const it = await bench();
    const [jean, anne] = ['Jean', 'Anne'].map((called, n) => ({
        id: `00300000000000${n + 1}AAA`,
        object: 'Contact' as const,
        name: called,
        accountId: `00100000000000${n + 1}AAA`,
        numbers: [{ e164: MARIE, field: 'Phone' }]
    }));
    assert.ok(jean && anne);
    it.org.people = [jean, anne];
    await it.tell(...answeredCall('AC1'));
    await it.flush();
    for (const WhoId of [jean.id, anne.id, null]) {
        await followManualChanges(it.context, it.connection, [await changeByHand(it, 'call_AC1', { WhoId })]);
        await it.flush();
        assert.equal(it.task('AC1')?.['WhoId'] ?? null, WhoId);
    }
    await it.tell(...answeredCall('AC2'));
    await it.flush();
    assert.equal(it.task('AC2')?.['WhoId'], anne.id);
});
