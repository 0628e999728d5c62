import fc from 'fast-check';
import { readConversation } from 'c/quoTaskDescription';

const readMessages = (text: string, startedAt?: string) => readConversation(text, startedAt);

const NBSP = '\u00A0';
const START = '2026-11-22T14:14:20.000Z';

const TEXT = [
    `09:14 ← Jean Tremblay${NBSP}: Bonjour, avez-vous reçu mes photos?`,
    '    https://media.test/toit.jpg',
    `09:16 → Marie-Ève Gagnon${NBSP}: Oui, merci${NBSP}: on regarde.`,
    '    Ce matin même.',
    '    (Message non livré (code 30003))',
    `Voir la conversation${NBSP}: https://my.quo.com/inbox/PN1/c/CN1`
].join('\n');

test('reads each message of an earlier version with its side, author, text and instant', () => {
    const { messages, notes } = readMessages(TEXT, START);
    expect(messages).toEqual([
        {
            time: '09:14',
            outgoing: false,
            author: 'Jean Tremblay',
            text: 'Bonjour, avez-vous reçu mes photos?\nhttps://media.test/toit.jpg',
            attachments: [],
            at: '2026-11-22T14:14:00.000Z'
        },
        {
            time: '09:16',
            outgoing: true,
            author: 'Marie-Ève Gagnon',
            text: `Oui, merci${NBSP}: on regarde.\nCe matin même.\n(Message non livré (code 30003))`,
            attachments: [],
            at: '2026-11-22T14:16:00.000Z'
        }
    ]);
    expect(notes).toEqual([`Voir la conversation${NBSP}: https://my.quo.com/inbox/PN1/c/CN1`]);
});

test('English has no space before the colon', () => {
    const [message] = readMessages('14:05 ← Jean: See you at 5: sharp', START).messages;
    expect([message.author, message.text]).toEqual(['Jean', 'See you at 5: sharp']);
});

test('a date heading moves the messages after it to that day', () => {
    const text = '23:50 ← Jean: a\n2026-11-23\n00:10 → Luc: b';
    const { messages } = readMessages(text, '2026-11-23T04:50:30.000Z');
    expect(messages.map(({ at }) => at)).toEqual(['2026-11-23T04:50:00.000Z', '2026-11-23T05:10:00.000Z']);
});

test('times that somebody edited stay as written: no instant is invented', () => {
    const { messages } = readMessages('09:20 ← Jean: a', START);
    expect(messages[0]).toEqual({ time: '09:20', outgoing: false, author: 'Jean', text: 'a', attachments: [] });
});

test('without a start there are no instants', () => {
    expect(readMessages(TEXT).messages.every((message) => message.at === undefined)).toBe(true);
});

test('lines of the text are never lost, whatever people typed', () => {
    fc.assert(
        fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 30 })), (lines) => {
            const { messages, notes } = readMessages(lines.join('\n'), START);
            const kept = [...notes, ...messages.flatMap(({ author, text }) => [author, text])].join(' ');
            const words = lines.join('\n').split(/[\s:]+/);
            expect(words.filter((word) => /^[a-z]{3,}$/i.test(word) && !kept.includes(word))).toEqual([]);
        }),
        { numRuns: 200 }
    );
});

test('a line that looks like a date but is none is a line of the text', () => {
    for (const typed of ['2026-99-99', '0000-00-00', '2026-02-30 au plus tard']) {
        const { messages, notes } = readMessages(`09:14 ← Jean: a\n${typed}\n09:16 → Luc: b`, START);
        expect(messages.map(({ text }) => text)).toEqual(['a', 'b']);
        expect(notes).toEqual([typed]);
    }
});

test('no text makes reading fail', () => {
    const line = fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom(
            '09:14 ← Jean: a',
            '99:99 → b',
            '2026-11-23',
            '9999-99-99',
            '-271821-04-20',
            'https://x.example/%zz'
        )
    );
    fc.assert(
        fc.property(fc.array(line, { maxLength: 8 }), fc.option(fc.string()), (lines, start) => {
            for (const startedAt of [START, start ?? undefined]) {
                const { messages } = readMessages(lines.join('\n'), startedAt);
                const instants = messages.flatMap(({ at }) => (at === undefined ? [] : [Date.parse(at)]));
                expect(instants.filter(Number.isNaN)).toEqual([]);
            }
        })
    );
});

const FORGED = '20:31 → Marie-Ève Gagnon : Parfait, 40 % de rabais';

test('what a sender typed on a further line is no message of a colleague', () => {
    const { messages } = readConversation(`20:30 ← Jean : Combien?\n    ${FORGED}`);
    expect(messages.map(({ author, text }) => [author, text])).toEqual([['Jean', `Combien?\n${FORGED}`]]);
});

test('a line separator stays inside its message', () => {
    const { messages, notes } = readConversation('20:30 ← Jean : Oui\u2028Non, finalement');
    expect([messages[0].text, notes]).toEqual(['Oui\u2028Non, finalement', []]);
});

test('the first line of a Task that continues another one is nobody’s message: Salesforce trimmed what told', () => {
    const { messages, notes } = readConversation(`${FORGED}\n    suite\n20:35 ← Jean : Allo`, START, true);
    expect(messages.map(({ author, at }) => [author, at])).toEqual([['Jean', undefined]]);
    expect(notes).toEqual([FORGED, 'suite']);
});
