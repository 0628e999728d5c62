import { hitsIn, lineAt, piecesOf, readLines, silencesOf, speakerLanes } from 'c/quoTranscriptLines';

const LUC = { side: 'us', who: 'Luc', start: 0, end: 2, text: 'Bonjour' } as const;
const JEAN = { side: 'them', who: 'Jean', start: 2.5, end: 4, text: 'J’ai une fuite' } as const;
const LATE = { side: 'us', who: 'Luc', start: 12, end: 14, text: 'J’arrive' } as const;
const LINES = [LUC, JEAN, LATE];
const part = (number, lines) => ({ part: number, lines: JSON.stringify(lines) });

test('the parts of a long transcript are read in their order, whatever order they come in', () => {
    expect(readLines([part(2, [LATE]), part(1, [LUC, JEAN])])).toEqual(LINES);
});

test.each([
    ['no JSON', '{'],
    ['no list', '{"side":"us"}'],
    ['nothing', undefined]
])('a part with %s leaves the others readable', (_, lines) => {
    expect(readLines([{ part: 1, lines }, part(2, [LATE])])).toEqual([LATE]);
});

test('a line without a side, a speaker or times keeps its words; one without words is none', () => {
    const lines = [
        { side: 'both', who: null, start: 'x', text: 'Oui' },
        { side: 'us', who: 'Luc', text: ' ' },
        7,
        null
    ];
    expect(readLines([part(1, lines)])).toEqual([{ who: '', text: 'Oui' }]);
});

test('an end before its start is the start', () => {
    expect(readLines([part(1, [{ ...LUC, start: 5, end: 1 }])])).toEqual([{ ...LUC, start: 5, end: 5 }]);
});

test.each([
    [0, 0],
    [2.2, 0],
    [2.5, 1],
    [11, 1],
    [99, 2]
])('at %s seconds, line %s is the one', (position, index) => {
    expect(lineAt(LINES, position)).toBe(index);
});

test('before the first word, and where no line has a time, there is none', () => {
    expect([lineAt([LATE], 3), lineAt([{ who: '', text: 'Oui' }], 3)]).toEqual([-1, -1]);
});

test('a silence is where nobody speaks for a while, with a breath left on either side', () => {
    expect(silencesOf(LINES)).toEqual([{ start: 4.5, end: 11.5 }]);
    const aside = { side: 'them', who: 'Jean', start: 3, end: 11, text: 'hum' } as const;
    expect(silencesOf([...LINES, aside])).toEqual([]);
    expect(silencesOf([LATE])).toEqual([]);
});

test('each speaker has a lane, in the order of their first words', () => {
    expect(speakerLanes(LINES).map(({ side, who, spans }) => [side, who, spans.length])).toEqual([
        ['us', 'Luc', 2],
        ['them', 'Jean', 1]
    ]);
});

test('two people of one name on two sides are two lanes', () => {
    expect(speakerLanes([LUC, { ...JEAN, who: 'Luc' }])).toHaveLength(2);
});

test('lines without an end have no lanes', () => {
    expect(speakerLanes([{ who: 'Sona', start: 5, text: 'Bonjour' }])).toEqual([]);
});

test.each([
    ['eleve', ['L’', '[élève]', ' rit']],
    ['ÉLÈVE', ['L’', '[élève]', ' rit']],
    [' rit ', ['L’élève ', '[rit]']],
    ['', ['L’élève rit']],
    ['chat', ['L’élève rit']]
])('a search for “%s” finds it whatever the accents and capitals', (search, pieces) => {
    expect(piecesOf('L’élève rit', search).map(({ text, isHit }) => (isHit ? `[${text}]` : text))).toEqual(pieces);
});

test('the pieces of a text are the text, with letters that have no single small form too', () => {
    for (const text of ['İstanbul ﬁn 👩‍🚀', 'ß et ẞ', 'e\u0301te\u0301'])
        expect(
            piecesOf(text, 't')
                .map((piece) => piece.text)
                .join('')
        ).toBe(text.normalize('NFC'));
});

test('the lines in which something is found are named', () => {
    expect(
        hitsIn(
            LINES.map(({ text }) => text),
            'j'
        )
    ).toEqual([0, 1, 2]);
    expect(
        hitsIn(
            LINES.map(({ text }) => text),
            'fuite'
        )
    ).toEqual([1]);
});
