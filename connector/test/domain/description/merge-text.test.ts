import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ADDED_BELOW } from '../../../src/domain/records/description/grammar/lines.ts';
import { messageLines, parseConversation, partLine } from '../../../src/domain/records/description/grammar/messages.ts';
import { mergeText } from '../../../src/domain/records/description/merge-text.ts';

/** Lines of ours and theirs never agree: what is ours can then be told from what is theirs. */
const line = (mark: string) =>
    fc.string({ minLength: 1, maxLength: 8 }).map((text) => `${mark}${text.replaceAll(/[\s\p{C}]/gu, '_')}${mark}`);
const ours = fc.uniqueArray(line('o'), { minLength: 1, maxLength: 6 }).map((lines) => lines.join('\n'));
const theirs = fc.array(line('t'), { maxLength: 4 }).map((lines) => lines.join('\n'));
const end = fc.constantFrom('\n', '\r\n');
const whole = (text: string) => ({ whole: text, part: text });

test('notes before and after our text stay, and our text is replaced in its place', () => {
    fc.assert(
        fc.property(theirs, ours, theirs, ours, end, (before, last, after, next, newline) => {
            const join = (middle: string): string => [before, middle, after].filter(Boolean).join('\n');
            const current = join(last).replaceAll('\n', newline);
            const { text } = mergeText(current, whole(last), next);
            assert.equal(text.replaceAll('\r\n', '\n'), join(next));
        })
    );
});

/** Insert anywhere, delete, replace, reorder lines. */
type Edit = (text: string) => string;
const edit: fc.Arbitrary<Edit> = fc.oneof(
    fc.tuple(fc.nat(400), line('t')).map(([at, note]): Edit => (text) => {
        const place = at % (text.length + 1);
        return text.slice(0, place) + note + text.slice(place);
    }),
    fc.tuple(fc.nat(400), fc.nat(40)).map(([at, count]): Edit => (text) => {
        const place = at % (text.length + 1);
        return text.slice(0, place) + text.slice(place + count);
    }),
    fc.tuple(fc.nat(9), fc.nat(9)).map(([a, b]): Edit => (text) => {
        const lines = text.split('\n');
        const [one, two] = [lines[a % lines.length] ?? '', lines[b % lines.length] ?? ''];
        return lines
            .with(a % lines.length, two)
            .with(b % lines.length, one)
            .join('\n');
    }),
    theirs.map(
        (text): Edit =>
            () =>
                text
    )
);

test('whatever a person did to the text and whatever comes late: no character of theirs is lost, ours stands once', () => {
    fc.assert(
        fc.property(
            ours,
            fc.array(fc.tuple(fc.array(edit, { maxLength: 3 }), ours), { maxLength: 4 }),
            (first, rounds) => {
                let held = first;
                let last = whole(first);
                for (const [edits, next] of rounds) {
                    const current = edits.reduce((text, change) => change(text), held);
                    const { text, part } = mergeText(current, last, next);
                    const kept = withoutOnce(text, part);
                    const before = withoutOnce(current, last.part);
                    // Either our part was replaced in place, or everything that was there is there, at the beginning.
                    assert.ok(
                        kept === before || text.startsWith(current.trimEnd()),
                        JSON.stringify({ current, last, next, text, part })
                    );
                    if (part !== '') assert.ok(timesIn(text, next) <= Math.max(1, timesIn(current, next)));
                    held = text;
                    last = { whole: next, part };
                }
            }
        ),
        { numRuns: 2_000 }
    );
});

/** The text without the first place where the part stands on lines of its own. */
function withoutOnce(text: string, part: string): string {
    const lines = text.split('\n');
    const wanted = part.split('\n');
    const at = lines.findIndex((_, n) => wanted.every((one, m) => lines[n + m]?.trimEnd() === one.trimEnd()));
    return at < 0 ? `${text}\n` : [...lines.slice(0, at), '\0', ...lines.slice(at + wanted.length)].join('\n');
}

/** How often it stands on lines of its own. */
function timesIn(text: string, part: string): number {
    const [lines, wanted] = [text.split('\n'), part.split('\n')];
    return lines.filter((_, n) => wanted.every((line, m) => lines[n + m] === line)).length;
}

test('a text that was rewritten gets only what is new, below a line of ours', () => {
    const { text, part } = mergeText(
        'Rappeler mardi.',
        whole('Manqué\nDurée : 0 s'),
        'Manqué\nDurée : 0 s\nRésumé : devis'
    );
    assert.equal(text, `Rappeler mardi.\n${ADDED_BELOW}\nRésumé : devis`);
    const again = mergeText(
        text,
        { whole: 'Manqué\nDurée : 0 s\nRésumé : devis', part },
        'Manqué\nRésumé : devis\nEnregistrement'
    );
    assert.equal(again.text, `Rappeler mardi.\n${ADDED_BELOW}\nRésumé : devis\nEnregistrement`);
});

test('what still stands elsewhere, because somebody moved the lines, does not stand twice', () => {
    const { text, part } = mergeText('Durée\nManqué', whole('Manqué'), 'Durée');
    assert.deepEqual({ text, part }, { text: 'Durée\nManqué', part: 'Durée' });
});

test('a rewritten text is left alone when nothing is new', () => {
    assert.equal(mergeText('Rappeler.', whole('Manqué\nDurée'), 'Manqué').text, 'Rappeler.');
});

test('what is there already, because an answer got lost, is not added again', () => {
    assert.equal(mergeText('Note\nNeuf', whole('Vieux'), 'Neuf').text, 'Note\nNeuf');
});

test('a word of ours inside a sentence of theirs is theirs', () => {
    assert.equal(
        mergeText('Manqué par Luc, voir avec lui', whole('Manqué'), 'Répondu').text,
        `Manqué par Luc, voir avec lui\n${ADDED_BELOW}\nRépondu`
    );
});

const said = (minute: number, text: string) =>
    messageLines(
        {
            ...{ at: `2026-11-20T16:0${minute}:00Z`, offset: '-05:00', direction: 'incoming' },
            ...{ author: 'Jane', text, attachments: [] }
        },
        { colon: ':' }
    );
const conversation = (...messages: readonly (readonly string[])[]) =>
    [partLine('Text messages', { number: 1, of: 1 }), ...messages.flat()].join('\n');

test('where ours no longer stands whole, a late message is added with all its lines, also those that others have', () => {
    const before = conversation(said(1, 'Oui\nmerci'), said(2, 'Non\nmerci'));
    const held = before.replace('Non', 'Non (à vérifier)');
    const next = conversation(said(1, 'Oui\nmerci'), said(2, 'Non\nmerci'), said(3, 'Peut-être\nmerci'));
    const { text, part } = mergeText(held, whole(before), next);
    const texts = (description: string) => parseConversation(description)?.messages.map((message) => message.text);
    assert.deepEqual(texts(text), ['Oui\nmerci', 'Non (à vérifier)\nmerci', 'Peut-être\nmerci']);
    const later = conversation(
        said(1, 'Oui\nmerci'),
        said(2, 'Non\nmerci'),
        said(3, 'Peut-être\nmerci'),
        said(4, 'Oui')
    );
    const merged = mergeText(text, { whole: next, part }, later).text;
    assert.deepEqual(texts(merged)?.slice(2), ['Peut-être\nmerci', 'Oui']);
});

test('the same text twice within a second is two messages, also when the second one comes late', () => {
    const before = conversation(said(1, 'Oui'));
    const next = conversation(said(1, 'Oui'), said(1, 'Oui'));
    const { text } = mergeText(`${before} (noté)`, whole(before), next);
    assert.equal(parseConversation(text)?.messages.length, 1, 'a line that a person went on writing is theirs');
    const { text: again } = mergeText(before.replace('Oui', 'Non'), whole(before), next);
    assert.deepEqual(
        parseConversation(again)?.messages.map((message) => message.text),
        ['Non', 'Oui']
    );
});

test('of the same text said twice, the one that a person rewrote does not come back with what is later', () => {
    const [before, twice] = [conversation(said(1, 'Oui')), conversation(said(1, 'Oui'), said(1, 'Oui'))];
    const { text, part } = mergeText(`${before}\n`.replace('Text messages', 'Textos'), whole(before), twice);
    const later = conversation(said(1, 'Oui'), said(1, 'Oui'), said(2, 'Merci'));
    assert.deepEqual(
        parseConversation(mergeText(text, { whole: twice, part }, later).text)?.messages.map((message) => message.text),
        ['Oui', 'Oui', 'Merci']
    );
});

test('a message that is told with a reason and without one is the same message, whichever of them stands there', () => {
    const lines = (minute: number, text: string, failure?: string): string =>
        messageLines(
            {
                ...{
                    at: `2026-11-20T16:0${minute}:00Z`,
                    offset: '-05:00',
                    direction: 'outgoing',
                    state: 'undelivered'
                },
                ...{ author: 'Luc', text, attachments: [] }
            },
            { colon: ':', failure }
        ).join('\n');
    const head = `${partLine('Conversation', { number: 1, of: 1 })}\n${lines(1, 'Allo')}`;
    const told = `${head}\n${lines(2, 'Rappelez-moi', 'non livré, code 30007')}`;
    const next = `${head}\n${lines(2, 'Rappelez-moi', 'non livré')}`;
    // A store that was restored knows the conversation as far as its first message; Salesforce has the second, with its code.
    assert.equal(mergeText(told, whole(head), next).text, told);
    const note = `${told}\nUne note`;
    assert.equal(mergeText(note, whole(`${head}\n${lines(3, 'Ailleurs')}`), next).text, note);
});
