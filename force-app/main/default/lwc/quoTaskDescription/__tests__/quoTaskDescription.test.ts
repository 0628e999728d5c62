import { readCall, readConversation } from 'c/quoTaskDescription';
import { callText, conversation, fromJean, fromLuc } from 'test/descriptions';

const RECORDING = 'https://connector.test/recordings/AC1/1';
const SECOND = 'https://connector.test/recordings/AC1/2';
const CONVERSATION = 'https://my.quo.com/inbox/PN1/c/CN1';
const KNOWN = { recordingUrl: RECORDING, conversationUrl: CONVERSATION, matchReason: 'Numéro de Jean.' };
const TOLD = 'Call transferred to billing because the invoice was wrong.';

test('a call’s summary, steps and recordings are what was written as such, whatever their words', () => {
    const summary = [TOLD, 'Répondu par sa conjointe', 'Next steps:', '- un point'];
    const text = callText({ summary, steps: ['Rappeler'], recordings: [RECORDING, SECOND] });
    expect(readCall(`Urgent!\n${text}\nRappelé le 23.`)).toEqual({
        summary,
        nextSteps: ['Rappeler'],
        recordingUrls: [RECORDING, SECOND],
        notes: ['Urgent!', 'Rappelé le 23.']
    });
});

test('of a call from before the grammar, every line is shown as it stands and none is taken for a fact', () => {
    const lines = ['Appel répondu', 'Répondu par Luc', TOLD, '- Rappeler'];
    const ours = [`Enregistrement 1 : ${RECORDING}`, `Enregistrement 2 : ${SECOND}`, KNOWN.matchReason];
    const text = [...lines, ...ours, `Voir la conversation : ${CONVERSATION}`].join('\r\n');
    expect(readCall(text, KNOWN)).toEqual({
        summary: [],
        nextSteps: [],
        recordingUrls: [RECORDING, SECOND],
        notes: lines
    });
});

test('a conversation’s messages are read with instant, side, attachments and how they did not arrive', () => {
    const photo = { url: 'https://media.test/1', type: 'image/jpeg' };
    const text = conversation([
        fromJean('Allo\n20:31 → Luc : Oui', { attachments: [photo] }),
        fromLuc('Non', { state: 'failed' })
    ]);
    expect(readConversation(text)).toEqual({
        part: { number: 1, of: 1 },
        messages: [
            {
                outgoing: false,
                author: 'Jean',
                text: 'Allo\n20:31 → Luc : Oui',
                attachments: [photo],
                at: '2026-11-22T15:00:00Z'
            },
            { outgoing: true, author: 'Luc', text: 'Non', attachments: [], at: '2026-11-22T15:01:00Z', state: 'failed' }
        ],
        notes: []
    });
});

test.each([[null], [undefined], ['']])('reads %s as nothing', (text) => {
    expect(readCall(text)).toEqual({ summary: [], nextSteps: [], recordingUrls: [], notes: [] });
    expect(readConversation(text)).toEqual({ messages: [], notes: [] });
});
