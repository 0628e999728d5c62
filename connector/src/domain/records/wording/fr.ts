import { opportunityFr, reasonFr } from './reason-fr.ts';
import type { Wording } from './wording.ts';

/** Canadian French: a no-break space before the colon and inside guillemets, none before a semicolon. */
const NBSP = '\u00A0';

export const FR: Wording = {
    subject: {
        incoming: 'Appel entrant',
        outgoing: 'Appel sortant',
        sona: 'Géré par Sona',
        other: 'Appel',
        messages: (count, part) => `Messages texte (${count})${part > 1 ? `, suite ${part}` : ''}`
    },
    outcome: {
        answered: 'Répondu',
        missed: 'Manqué',
        voicemail: 'Message vocal',
        forwarded: 'Transféré',
        abandoned: 'Abandonné',
        'handled by Sona': 'Géré par Sona',
        unanswered: 'Sans réponse',
        failed: 'Échec'
    },
    status: (outcome, to) => {
        switch (outcome) {
            case 'answered':
                return 'Appel répondu';
            case 'missed':
                return 'Appel manqué';
            case 'voicemail':
                return 'Appel manqué, message vocal laissé';
            case 'forwarded':
                return to === undefined ? 'Appel transféré' : `Appel transféré à ${to}`;
            case 'abandoned':
                return 'Appel abandonné par l’appelant';
            case 'handled by Sona':
                return to === undefined ? 'Géré par Sona' : `Géré par Sona, puis transféré à ${to}`;
            case 'unanswered':
                return 'Appel sans réponse';
            case 'failed':
                return 'Échec de l’appel';
        }
    },
    menu: (choice) => `Menu téléphonique : ${choice}`,
    duration: (time) => `Durée de l’appel : ${time}`,
    answeredBy: (name) => `Répondu par ${name}`,
    initiatedBy: (name) => `Initié par ${name}`,
    nextSteps: 'Prochaines étapes :',
    voicemail: (transcript) => `Message vocal : ${transcript}`,
    voicemailLink: (url) => `Écouter le message vocal : ${url}`,
    recording: (url, n) => `Enregistrement${n === undefined ? '' : ` ${n}`} : ${url}`,
    conversation: (url) => `Voir la conversation : ${url}`,
    said: (author, text) => `${author}${NBSP}:${text === '' ? '' : ` ${text}`}`,
    participants: (names) => `Participants : ${names.join(', ')}`,
    notDelivered: (status, errorCode) => {
        const code = errorCode === undefined ? '' : ` (code ${errorCode})`;
        if (status === 'failed') return `Échec de l’envoi${code}`;
        return status === 'undelivered' ? `Message non livré${code}` : undefined;
    },
    unknownPerson: 'Appelant inconnu',
    unknownCompany: 'Inconnu',
    yes: 'Oui',
    no: 'Non',
    reason: reasonFr,
    opportunity: opportunityFr
};
