import fc from 'fast-check';

/** What somebody, or something, makes of a text. */
export type Edit = (text: string) => string;

/** What people type: words, breaks of every kind, white space. */
const typed = fc
    .array(
        fc.oneof(
            { weight: 3, arbitrary: fc.string({ minLength: 1, maxLength: 4, unit: 'grapheme' }) },
            fc.constantFrom(
                '\n',
                '\r\n',
                '\r',
                '\u0085',
                '\u2028',
                '\u2029',
                '\t',
                '  ',
                '\u00A0',
                '\uFEFF',
                'Rappeler'
            )
        ),
        { minLength: 1, maxLength: 6 }
    )
    .map((pieces) => pieces.join(''));

const swapLines = (a: number, b: number): Edit => {
    return (text) => {
        const lines = text.split('\n');
        const [one, two] = [a % lines.length, b % lines.length];
        return lines
            .with(one, lines[two] ?? '')
            .with(two, lines[one] ?? '')
            .join('\n');
    };
};

/** As an editor or an integration does that keeps visible characters only. */
export const stripMarks: Edit = (text) => text.replace(/[\u2060-\u2064\u200B]/g, '');

const insert = (at: number, note: string): Edit => {
    return (text) => text.slice(0, at % (text.length + 1)) + note + text.slice(at % (text.length + 1));
};
const cutOut = (at: number, count: number): Edit => {
    return (text) => text.slice(0, at % (text.length + 1)) + text.slice((at % (text.length + 1)) + count);
};

/** Insert anywhere, delete, replace, reorder lines, paste twice, empty, lose our marks. */
export const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
    fc.tuple(fc.nat(400), typed).map(([at, note]) => insert(at, note)),
    fc.tuple(fc.nat(400), fc.nat(40)).map(([at, count]) => cutOut(at, count)),
    fc.tuple(fc.nat(9), fc.nat(9)).map(([a, b]) => swapLines(a, b)),
    typed.map(
        (text): Edit =>
            () =>
                text
    ),
    fc.constantFrom<Edit>(
        (text) => `${text}\n${text}`,
        () => '',
        () => ' \r\n\t',
        stripMarks
    )
);

/** Line ends of the other kind, white space at the ends trimmed. */
export const platformEdit: fc.Arbitrary<Edit> = fc.constantFrom<Edit>(
    (text) => text.replace(/\r\n|\n|\r/g, '\r\n'),
    (text) => text.replaceAll('\r\n', '\n'),
    (text) => text.trim(),
    (text) => text.replace(/[ \t]+$/gm, '')
);
