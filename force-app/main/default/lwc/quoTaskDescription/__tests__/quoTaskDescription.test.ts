import { readCallText } from 'c/quoTaskDescription';

const RECORDING = 'https://connector.test/recordings/AC1';
const SECOND = 'https://connector.test/recordings/AC1/2';
const CONVERSATION = 'https://my.quo.com/inbox/PN1/c/CN1';
const KNOWN = { disposition: 'Répondu', recordingUrl: RECORDING, conversationUrl: CONVERSATION };
const NBSP = '\u00A0';

const FRENCH = [
    'Appel répondu',
    `Durée de l’appel${NBSP}: 2 min 5 s`,
    'Répondu par Marie-Ève Gagnon',
    'Jean veut une soumission.',
    `Il préfère l’acier${NBSP}: plus durable.`,
    `Prochaines étapes${NBSP}:`,
    '- Envoyer la soumission',
    '- Vérifier juin',
    `Enregistrement 1${NBSP}: ${RECORDING}`,
    `Enregistrement 2${NBSP}: ${SECOND}`,
    `Voir la conversation${NBSP}: ${CONVERSATION}`
];

const ENGLISH = [
    'Answered call',
    'Call duration: 2 min 5 s',
    'Answered by Marie-Ève Gagnon',
    'Jean veut une soumission.',
    `Il préfère l’acier${NBSP}: plus durable.`,
    'Next steps:',
    '- Envoyer la soumission',
    '- Vérifier juin',
    `Recording 1: ${RECORDING}`,
    `Recording 2: ${SECOND}`,
    `View conversation: ${CONVERSATION}`
];

test.each([
    ['French', FRENCH],
    ['English', ENGLISH]
])('reads what the connector writes in %s', (_, lines) => {
    expect(readCallText(lines.join('\n'), KNOWN)).toEqual({
        spokeWith: 'Marie-Ève Gagnon',
        summary: ['Jean veut une soumission.', `Il préfère l’acier${NBSP}: plus durable.`],
        nextSteps: ['Envoyer la soumission', 'Vérifier juin'],
        recordingUrls: [RECORDING, SECOND]
    });
});

test.each([
    ['Appel manqué'],
    ['Appel manqué, message vocal laissé'],
    ['Appel abandonné par l’appelant'],
    ["Appel abandonné par l'appelant"],
    ['Échec de l’appel'],
    ['Géré par Sona'],
    ['Call abandoned by the caller'],
    ['Unanswered call'],
    ['Un mot de l’organisation']
])('the status line “%s” is no summary: the fields say it', (line) => {
    expect(readCallText(line, { disposition: 'Un mot de l’organisation' }).summary).toEqual([]);
});

test.each([
    ['Appel transféré à Luc Bouchard', 'Luc Bouchard'],
    ['Géré par Sona, puis transféré à (514) 555-0199', '(514) 555-0199'],
    ['Call forwarded to Luc Bouchard', 'Luc Bouchard'],
    ['Handled by Sona, then transferred to Sales', 'Sales']
])('“%s” says whom the call was handed to', (line, name) => {
    expect(readCallText(line)).toEqual({ handedTo: name, summary: [], nextSteps: [], recordingUrls: [] });
});

test('the menu choice and the voicemail are kept', () => {
    const text = `Appel manqué, message vocal laissé\nMenu téléphonique${NBSP}: 2, Ventes\nMessage vocal${NBSP}: Rappelez-moi.\nÉcouter le message vocal${NBSP}: ${RECORDING}`;
    const { menu, summary, recordingUrls } = readCallText(text);
    expect([menu, summary, recordingUrls]).toEqual(['2, Ventes', [`Message vocal${NBSP}: Rappelez-moi.`], [RECORDING]]);
});

test('what people add stays: notes, links of theirs, lists without a heading', () => {
    const text = `${FRENCH.join('\r\n')}\r\n\r\nRappelé le 23. Répondu par sa conjointe\r\nhttps://drive.test/devis.pdf\r\n- un point`;
    const { summary, spokeWith } = readCallText(text, KNOWN);
    expect(summary.slice(2)).toEqual([
        'Rappelé le 23. Répondu par sa conjointe',
        'https://drive.test/devis.pdf',
        '- un point'
    ]);
    expect(spokeWith).toBe('Marie-Ève Gagnon');
});

test.each([[null], [undefined], ['']])('reads %s as nothing', (text) => {
    expect(readCallText(text)).toEqual({ summary: [], nextSteps: [], recordingUrls: [] });
});
