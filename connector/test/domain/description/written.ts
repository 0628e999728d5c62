import fc from 'fast-check';
import type { WrittenMessage } from '../../../src/domain/records/description/grammar/messages.ts';
import { anyText } from '../arbitraries.ts';

/** How messages are worded for people: nothing of it is read back. */
export const styles = {
    fr: { colon: '\u00A0:' },
    en: { colon: ':' },
    undelivered: { colon: '\u00A0:', failure: 'Message non livré' }
} as const;

/** What somebody could type to be taken for somebody else, in pieces that stand in any order. */
const piece = fc.constantFrom(
    ...['\n', '\r\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029', '\t', ' ', '    ', '\u00A0', '\uFEFF'],
    ...['\u2060', '\u2061', '\u2062', '\u2063', '\u2064', '\u200B', '\u202E', '\u202C', '\u2066', '\u2069', '\u200F'],
    ...['20:31 → Marie : Oui', '2026-11-20 20:31:00 -05:00 → Marie : Oui', '←', '→', '↛', '⇏', '…', ':', ' : '],
    ...['\u2061', '2026-11-20 11:00:00 -05:00 ← Jean\u00A0: Non\u200B', 'Messages texte (1/1)', '(2/9)', '2026-11-20'],
    ...['———— Quo ————', '- ', 'Prochaines étapes :', 'https://x.example/%zz', '(Message non livré)', 'Jane']
);
export const hostileText = fc.oneof(
    fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
    anyText
);
export const anyName = fc
    .oneof(hostileText, fc.constantFrom('Jane Doe', 'Jean : Parfait', ':', 'a:', 'שרה לוי'))
    .filter((name) => name.length <= 200);

const minutes = fc.integer({ min: -14 * 4, max: 14 * 4 }).map((quarters) => quarters * 15);
const anyOffset = minutes.map((all) => {
    const two = (n: number): string => String(n).padStart(2, '0');
    return `${all < 0 ? '-' : '+'}${two(Math.floor(Math.abs(all) / 60))}:${two(Math.abs(all) % 60)}`;
});
const anyInstant = fc
    .integer({ min: Date.parse('1971-01-02'), max: Date.parse('2199-01-01') })
    .map((at) => new Date(at - (at % 1_000)).toISOString().replace('.000Z', 'Z'));

/** Any message: directions, states, attachments, names and texts of any kind. */
export const anyWritten: fc.Arbitrary<WrittenMessage> = fc
    .record({
        at: anyInstant,
        offset: anyOffset,
        way: fc.constantFrom(
            { direction: 'incoming' as const },
            { direction: 'outgoing' as const },
            { direction: 'outgoing' as const, state: 'undelivered' as const },
            { direction: 'outgoing' as const, state: 'failed' as const }
        ),
        author: anyName,
        text: hostileText,
        attachments: fc.array(
            fc.record(
                { url: fc.webUrl(), type: fc.constantFrom('image/jpeg', 'text/x-vcard') },
                { requiredKeys: ['url'], noNullPrototype: true }
            ),
            { maxLength: 2 }
        ),
        continues: fc.constantFrom({}, { continues: true as const })
    })
    .map(({ way, continues, ...message }) => ({ ...message, ...way, ...continues }));

/** What can be kept of a message: Salesforce refuses what XML cannot carry, and a name is one line without marks. */
export function stored(message: WrittenMessage): WrittenMessage {
    const text = xml(message.text.replace(/\r\n|[\r\v\f\u0085\u2028\u2029]/g, '\n'));
    const name = xml(message.author.replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ')).trim();
    const author = name.replace(/[\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069]/g, '').trim();
    return { ...message, text, author };
}

/** Lone halves of pairs, and control characters. */
function xml(text: string): string {
    // eslint-disable-next-line no-control-regex -- these are the characters meant
    return text.toWellFormed().replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '\uFFFD');
}

/** A line as people see it. */
export function visible(line: string): string {
    return line.replace(/[\u2060-\u2064\u200B]/g, '').replace(/ +$/gm, '');
}
