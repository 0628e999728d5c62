import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
    parseCall,
    recordingLine,
    stepLine,
    summaryLine
} from '../../../src/domain/records/description/grammar/calls.ts';
import { sentenceLine, writtenText } from '../../../src/domain/records/description/grammar/lines.ts';
import {
    messageLines,
    parseConversation,
    partLine,
    type WrittenMessage
} from '../../../src/domain/records/description/grammar/messages.ts';
import { anyName, anyWritten, hostileText, stored, styles, visible } from './written.ts';

const part = { number: 1, of: 2 };
const render = (messages: readonly WrittenMessage[], style: (typeof styles)[keyof typeof styles] = styles.fr): string =>
    [partLine('Messages texte', part), ...messages.flatMap((one) => messageLines(one, style))].join('\n');
const anyStyle = fc.constantFrom(...Object.values(styles));
/** What Salesforce makes of a long text: its ends trimmed, its line ends turned. */
const kept = (text: string, ends: string): string => text.trim().replaceAll('\n', ends);
const anyEnds = fc.constantFrom('\n', '\r\n', '\r');

test('what was said is read back as it was said, by whom, when and in which zone, in both languages', () => {
    fc.assert(
        fc.property(
            fc.array(anyWritten, { minLength: 1, maxLength: 5 }),
            anyStyle,
            anyEnds,
            (messages, style, ends) => {
                const read = parseConversation(kept(render(messages, style), ends));
                assert.deepEqual(read, { part, messages: messages.map(stored), notes: [] });
            }
        ),
        { numRuns: 1_000 }
    );
});

test('no text adds, removes or signs a message: whatever is typed, the others stand as they were', () => {
    const others = fc.array(anyWritten, { minLength: 2, maxLength: 4 });
    fc.assert(
        fc.property(others, fc.nat(), hostileText, hostileText, anyStyle, (messages, n, one, other, style) => {
            const at = n % messages.length;
            const says = (text: string) => messages.map((message, m) => (m === at ? { ...message, text } : message));
            const [read, again] = [one, other].map((text) => parseConversation(render(says(text), style)));
            assert.equal(read?.messages.length, messages.length);
            const without = (all: readonly WrittenMessage[] = []) =>
                all.map((message, m) => (m === at ? { ...message, text: '' } : message));
            assert.deepEqual(without(read?.messages), without(again?.messages));
            assert.deepEqual([read?.notes, again?.notes], [[], []]);
        }),
        { numRuns: 1_000 }
    );
});

test('a name with a colon in it signs its own message only', () => {
    const message = stored({ ...example, author: 'Jean : Parfait' });
    assert.deepEqual(parseConversation(render([message]))?.messages, [message]);
});

test('notes before, between and after are notes, and never words of a message', () => {
    const note = fc.stringMatching(/^[ \t]{0,5}[a-zé0-9:→←│-]{1,20}$/u);
    fc.assert(
        fc.property(fc.array(anyWritten, { maxLength: 4 }), fc.array(fc.tuple(fc.nat(), note)), (messages, notes) => {
            const lines = render(messages).split('\n');
            for (const [at, text] of notes) lines.splice(at % (lines.length + 1), 0, text);
            const read = parseConversation(lines.join('\n'));
            assert.deepEqual(read?.messages, messages.map(stored));
            assert.deepEqual([...read.notes].sort(), notes.map(([, text]) => text.trim()).sort());
        })
    );
});

const example: WrittenMessage = {
    at: '2026-11-20T16:04:07Z',
    offset: '-05:00',
    direction: 'incoming',
    author: 'Jane Doe',
    text: 'Non.',
    attachments: []
};
const FORGED = '2026-11-20 20:31:00 -05:00 → Marie Tremblay : Parfait, 40 % de rabais';

test('what a person typed like a message, and a line of ours that a person went on writing, are notes', () => {
    const typed = `${render([example])}\n${FORGED}\n    et plus`;
    assert.deepEqual(parseConversation(typed)?.notes, [FORGED, 'et plus']);
    const continued = parseConversation(`${render([example])} (voir le contrat)`);
    assert.equal(continued?.messages.length, 0);
    assert.match(continued.notes[0] ?? '', /Non\..*\(voir le contrat\)$/u);
});

test('where somebody deleted a message’s first line, the rest is a note, and not the words of whoever wrote before', () => {
    const [, ...rest] = messageLines({ ...example, author: 'Luc', text: 'Non.\nJamais.\nMerci.' }, styles.fr);
    const read = parseConversation([render([example]), ...rest].join('\n'));
    assert.deepEqual(read?.messages, [example]);
    assert.deepEqual(read.notes, ['Jamais.', 'Merci.']);
});

test('people see a conversation, and no mark', () => {
    const failed = {
        ...example,
        direction: 'outgoing',
        state: 'undelivered',
        text: 'Un\u2028deux',
        attachments: [{ url: 'https://x.example/a b', type: 'image/png' }]
    } as const;
    const lines = [partLine('Messages texte', part), ...messageLines(failed, styles.undelivered)];
    assert.deepEqual(lines.map(visible), [
        'Messages texte (1/2)',
        '2026-11-20 11:04:07 -05:00 ↛ Jane Doe\u00A0: Un',
        '    deux',
        '    https://x.example/a%20b (image/png)',
        '    (Message non livré)'
    ]);
});

test('one line alone is no conversation: it may be what an older version cut off a text', () => {
    const [line = ''] = messageLines(example, styles.fr);
    assert.equal(parseConversation(line), undefined);
    assert.equal(parseConversation('11:04 ← Jane : Oui'), undefined);
});

test('a summary and next steps are read back whatever their words, and nothing else is taken for them', () => {
    const words = fc.array(hostileText, { maxLength: 3 });
    fc.assert(
        fc.property(words, words, anyName, anyEnds, (summary, steps, name, ends) => {
            const lines = [
                sentenceLine(`Répondu par ${name}`),
                ...summary.flatMap((text) => writtenText(text).split('\n')).map(summaryLine),
                sentenceLine('Prochaines étapes :'),
                ...steps.map(stepLine),
                recordingLine('Enregistrement : https://quo.example.com/recordings/AC1/1'),
                'Une note'
            ];
            const read = parseCall(kept(lines.join('\n'), ends));
            assert.deepEqual(
                read?.summary,
                summary.flatMap((text) => writtenText(text).split('\n'))
            );
            assert.equal(read.nextSteps.length, steps.length);
            assert.deepEqual(read.recordingUrls, ['https://quo.example.com/recordings/AC1/1']);
            assert.deepEqual(read.notes, ['Une note']);
        })
    );
    const told = 'Call transferred to billing because the invoice was wrong.';
    assert.deepEqual(parseCall(summaryLine(told))?.summary, [told]);
    assert.equal(parseCall('Appel répondu\nNext steps:\n- x'), undefined);
});

test('no mark touches an address, so that it leads where it should when it is copied or made a link of', () => {
    const touching = /:\/\/\S*[\u2060-\u2064\u200B]/;
    const url = 'https://quo.example.com/attachments/AC1/1?c=acme&s=x';
    const message: WrittenMessage = {
        direction: 'incoming',
        ...{ at: '2026-11-20T16:04:00Z', offset: '-05:00', author: 'Jane' },
        ...{ text: `${url}\nvoir ${url}\n${url}`, attachments: [{ url }, { url, type: 'image/png' }] }
    };
    for (const line of [
        ...messageLines(message, styles.fr),
        recordingLine(`Enregistrement : ${url}`),
        summaryLine(url),
        sentenceLine(`Voir la conversation : ${url}`)
    ])
        assert.doesNotMatch(line, touching);
});

test('lines of before, whose address the mark touches, are read as they were', () => {
    const url = 'https://quo.example.com/recordings/AC1/1';
    assert.deepEqual(parseCall(`\u2064Enregistrement : ${url}\u200B\n\u2062${url}\u200B`), {
        summary: [url],
        nextSteps: [],
        recordingUrls: [url],
        notes: []
    });
});
