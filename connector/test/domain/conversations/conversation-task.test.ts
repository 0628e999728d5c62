import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { placeWindows, windowsFrom } from '../../../src/domain/conversations/windows.ts';
import type { MessageFact } from '../../../src/domain/facts.ts';
import type { RenderContext, TextAttachment } from '../../../src/domain/records/context.ts';
import { conversationTasks } from '../../../src/domain/records/conversation-task.ts';
import { pieces } from '../../../src/domain/records/description/pieces.ts';
import { aContext, JANE } from '../a-call.ts';
import { anyText } from '../arbitraries.ts';
import { visible } from '../description/written.ts';
import { text } from './a-text.ts';

const NBSP = '\u00A0';
const drafts = (facts: readonly MessageFact[], context = aContext(), known: readonly string[] = []) =>
    conversationTasks(placeWindows(windowsFrom('CN1', facts, '+13105550199'), known).placed, context);
const linesOf = (facts: readonly MessageFact[], context = aContext()) =>
    linesIn(drafts(facts, context)[0]?.fields['Description']);
/** As people see them. */
const linesIn = (description: unknown) => String(description).split('\n').map(visible);
const reply = { direction: 'outgoing', from: '+13105550199', to: ['+14155550100'], userId: 'US1' } as const;

test('texts of an hour are one Task, one message a line', () => {
    const facts = [
        text('m1', '16:04', { text: 'Bonjour, avez-vous la soumission ?' }),
        text('m2', '16:06', {
            ...reply,
            text: 'La voici.\nBonne journée !',
            media: [{ url: 'https://quo.example.com/a.pdf' }]
        }),
        text('m3', '16:07', { media: [{ url: 'https://quo.example.com/b.jpg' }], link: 'https://my.quo.com/x' })
    ];
    const [task, ...others] = drafts(facts);
    assert.deepEqual(others, []);
    assert.deepEqual([task?.object, task?.keyField, task?.key], ['Task', 'Quo_Key__c', 'sms_CN1_20261120T160400Z']);
    assert.equal(task?.fields['Subject'], 'Ventes (310) 555-0199 - Messages texte (3)');
    assert.deepEqual(linesIn(task?.fields['Description']), [
        'Messages texte (1/1)',
        `2026-11-20 11:04:00 -05:00 ← Jane Doe${NBSP}: Bonjour, avez-vous la soumission ?`,
        `2026-11-20 11:06:00 -05:00 → Marie Tremblay${NBSP}: La voici.`,
        '    Bonne journée !',
        '    https://quo.example.com/attachments/m2/1',
        `2026-11-20 11:07:00 -05:00 ← Jane Doe${NBSP}:`,
        '    https://quo.example.com/attachments/m3/1',
        'Voir la conversation : https://my.quo.com/x'
    ]);
    assert.equal(task?.fields['Quo_Kind__c'], 'Messages');
    assert.equal(task?.fields['WhoId'], JANE.whoId);
    assert.equal(task?.fields['Quo_Started_At__c'], '2026-11-20T16:04:00.000Z');
    assert.ok(!('CallType' in (task?.fields ?? {})) && task?.createOnly === undefined);
});

test('the field of listeners leads to the first attachment, by the address that shows those of its Task in place', () => {
    const attachmentUrl = ({ messageId, n, task }: TextAttachment, startedAt?: string) =>
        `https://quo.example.com/${messageId}/${n}?w=${task}${startedAt === undefined ? '' : `&d=${startedAt}`}`;
    const context: RenderContext = { ...aContext(), attachmentUrl };
    const media = [{ url: 'https://m.openph.one/a' }, { url: 'https://m.openph.one/b', type: 'image/png' }];
    const [first, second] = drafts(
        [text('m1', '16:04'), text('m2', '16:05', { media }), text('m3', '17:30', { media: [] })],
        context
    );
    const [task, start] = ['sms_CN1_20261120T160400Z', '2026-11-20T16:04:00.000Z'];
    assert.equal(first?.fields['Quo_Recording_URL__c'], `https://quo.example.com/m2/1?w=${task}&d=${start}`);
    assert.deepEqual(linesIn(first?.fields['Description']).slice(-2), [
        `    https://quo.example.com/m2/1?w=${task}`,
        `    https://quo.example.com/m2/2?w=${task} (image/png)`
    ]);
    assert.equal(second?.fields['Quo_Recording_URL__c'], null, 'without attachments, none');
});

test('in English', () => {
    const [task] = drafts([text('m1', '16:04', { text: 'Hi' })], aContext({}, { language: 'en' }));
    assert.equal(task?.fields['Subject'], 'Ventes (310) 555-0199 - Text Messages (1)');
    assert.deepEqual(linesIn(task?.fields['Description']), [
        'Text messages (1/1)',
        '2026-11-20 11:04:00 -05:00 ← Jane Doe: Hi'
    ]);
});

test('texts that did not arrive say so, with the carrier’s code', () => {
    const lines = linesOf([
        text('m1', '16:04', { ...reply, text: 'Un', status: 'failed' }),
        text('m2', '16:05', { ...reply, text: 'Deux', status: 'undelivered', errorCode: '30006' }),
        text('m3', '16:06', { ...reply, text: 'Trois', status: 'delivered' })
    ]);
    assert.deepEqual(lines.slice(1), [
        `2026-11-20 11:04:00 -05:00 ⇏ Marie Tremblay${NBSP}: Un`,
        '    (Échec de l’envoi)',
        `2026-11-20 11:05:00 -05:00 ↛ Marie Tremblay${NBSP}: Deux`,
        '    (Message non livré (code 30006))',
        `2026-11-20 11:06:00 -05:00 → Marie Tremblay${NBSP}: Trois`
    ]);
});

test('Sona is named; so is an unknown number; the inbox speaks where nobody is named', () => {
    const lines = linesOf([
        text('m1', '16:04', { ...reply, userId: 'SYUsona1', text: 'Un' }),
        text('m2', '16:05', { ...reply, userId: undefined, text: 'Deux' }),
        text('m3', '16:06', { from: '+14155550155', text: 'Trois' })
    ]);
    assert.deepEqual(lines.slice(2), [
        `2026-11-20 11:04:00 -05:00 → Sona${NBSP}: Un`,
        `2026-11-20 11:05:00 -05:00 → Ventes${NBSP}: Deux`,
        `2026-11-20 11:06:00 -05:00 ← (415) 555-0155${NBSP}: Trois`
    ]);
});

test('a group is one Task that names everybody', () => {
    const draft = drafts(
        [text('m1', '16:04', { to: ['+13105550199', '+14155550155'], text: 'Allô' })],
        aContext({ match: { ...JANE, alsoWhoIds: ['003000000000002AAA'] } })
    )[0];
    assert.equal(linesIn(draft?.fields['Description'])[1], 'Participants : Jane Doe, (415) 555-0155');
    assert.equal(draft?.fields['Quo_External_Number__c'], '+14155550100, +14155550155');
    assert.deepEqual(draft?.alsoWhoIds, ['003000000000002AAA']);
});

test('each message says its day, its time and the zone it is told in', () => {
    const lines = linesOf([text('m1', '04:50', { text: 'Un' }), text('m2', '05:10', { text: 'Deux' })]);
    assert.deepEqual(lines.slice(1), [
        `2026-11-19 23:50:00 -05:00 ← Jane Doe${NBSP}: Un`,
        `2026-11-20 00:10:00 -05:00 ← Jane Doe${NBSP}: Deux`
    ]);
});

test('the hour that comes twice is told twice, in the order of sending, each in its own zone', () => {
    const day = '2026-11-01';
    const lines = linesOf([text('m2', '06:05', { day, text: 'Deux' }), text('m1', '05:50', { day, text: 'Un' })]);
    assert.deepEqual(lines.slice(1), [
        `2026-11-01 01:50:00 -04:00 ← Jane Doe${NBSP}: Un`,
        `2026-11-01 01:05:00 -05:00 ← Jane Doe${NBSP}: Deux`
    ]);
});

test('what one Description cannot hold goes on in further Tasks, nothing cut', () => {
    const facts = Array.from({ length: 30 }, (_, n) =>
        text(`m${n}`, `16:${n + 10}`, { text: `${n} ${'x'.repeat(3_000)}` })
    );
    const tasks = drafts(facts);
    assert.deepEqual(
        tasks.map((task) => task.key.slice(-3)),
        ['00Z', 'Z_2', 'Z_3']
    );
    assert.match(String(tasks[1]?.fields['Subject']), /Messages texte \(30\), suite 2$/);
    const all = tasks.map((task) => String(task.fields['Description'])).join('\n');
    for (const fact of facts) assert.ok(all.includes(String(fact.text)));
});

test('a window that moves takes along the parts that were written, and no others', () => {
    const known = ['sms_CN1_20261120T160500Z', 'sms_CN1_20261120T160500Z_2'];
    const facts = Array.from({ length: 30 }, (_, n) => text(`m${n}`, `16:${n + 10}`, { text: 'x'.repeat(3_000) }));
    const tasks = drafts([...facts, text('first', '16:01')], aContext(), known);
    assert.deepEqual(
        tasks.map((task) => task.formerKey),
        [...known, undefined]
    );
});

test('a text in pieces is all there, none longer than allowed, no character torn', () => {
    fc.assert(
        fc.property(
            anyText.map((one) => one.toWellFormed()),
            fc.integer({ min: 2, max: 50 }),
            (whole, most) => {
                const all = pieces(whole, most);
                for (const piece of all) assert.ok(piece.length <= most && piece.isWellFormed());
                assert.equal(all.join(''), whole);
            }
        )
    );
});
