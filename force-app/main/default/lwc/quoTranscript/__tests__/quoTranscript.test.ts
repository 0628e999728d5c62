import { readTranscript } from 'c/quoTranscript';

const NBSP = '\u00A0';

test.each([
    ['French', `Sona${NBSP}: Bonjour!\nJean Tremblay${NBSP}: J’ai une fuite.`],
    ['English', 'Sona: Bonjour!\nJean Tremblay: J’ai une fuite.']
])('reads a %s dialogue turn by turn', (_, text) => {
    expect(readTranscript(text)).toEqual([
        { time: '', author: 'Sona', text: 'Bonjour!' },
        { time: '', author: 'Jean Tremblay', text: 'J’ai une fuite.' }
    ]);
});

test('times in front of the speakers are kept', () => {
    expect(readTranscript('[0:05] Sona: Hello\n0:12 Jean: Hi')).toEqual([
        { time: '0:05', author: 'Sona', text: 'Hello' },
        { time: '0:12', author: 'Jean', text: 'Hi' }
    ]);
});

test('where turns have times, a colon in the words opens no turn', () => {
    const [turn, ...others] = readTranscript('0:05 Sona: Hello\nOne thing: call me');
    expect([turn.text, others]).toEqual(['Hello\nOne thing: call me', []]);
});

test('a text without speakers is one turn after the other line, still readable', () => {
    expect(readTranscript('just words\nand more')).toEqual([{ time: '', author: '', text: 'just words\nand more' }]);
});

test.each([[null], [undefined], [''], ['\n \n']])('%j is no transcript', (text) => {
    expect(readTranscript(text)).toEqual([]);
});
