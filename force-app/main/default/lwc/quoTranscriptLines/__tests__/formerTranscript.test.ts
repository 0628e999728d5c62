import { readFormerTranscript } from 'c/quoTranscriptLines';

const NBSP = '\u00A0';

test.each([
    ['French', `Sona${NBSP}: Bonjour!\nJean Tremblay${NBSP}: J’ai une fuite.`],
    ['English', 'Sona: Bonjour!\nJean Tremblay: J’ai une fuite.']
])('reads a %s dialogue turn by turn, and claims no side', (_, text) => {
    expect(readFormerTranscript(text)).toEqual([
        { who: 'Sona', text: 'Bonjour!' },
        { who: 'Jean Tremblay', text: 'J’ai une fuite.' }
    ]);
});

test('times in front of the speakers are seconds', () => {
    expect(readFormerTranscript('[0:05] Sona: Hello\n1:00:12 Jean: Hi')).toEqual([
        { start: 5, who: 'Sona', text: 'Hello' },
        { start: 3612, who: 'Jean', text: 'Hi' }
    ]);
});

test('where turns have times, a colon in the words opens no turn', () => {
    const [turn, ...others] = readFormerTranscript('0:05 Sona: Hello\nOne thing: call me');
    expect([turn.text, others]).toEqual(['Hello\nOne thing: call me', []]);
});

test('a text without speakers is one turn after the other line, still readable', () => {
    expect(readFormerTranscript('just words\nand more')).toEqual([{ who: '', text: 'just words\nand more' }]);
});

test.each([[null], [undefined], [''], ['\n \n']])('%j is no transcript', (text) => {
    expect(readFormerTranscript(text)).toEqual([]);
});
