import type { Translation } from '../translation.ts';
import type { RECORDS as ENGLISH } from '../en/records.ts';

/** What is written into Salesforce. Canadian French: a no-break space before the colon and inside guillemets, none before a semicolon. */
export const RECORDS: Translation<typeof ENGLISH> = {
    subject: {
        incoming: 'Appel entrant',
        outgoing: 'Appel sortant',
        sona: 'Géré par Sona',
        other: 'Appel',
        messages: 'Messages texte ({count})',
        messagesContinued: 'Messages texte ({count}), suite {part}'
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
    status: {
        answered: 'Appel répondu',
        missed: 'Appel manqué',
        voicemail: 'Appel manqué, message vocal laissé',
        forwarded: 'Appel transféré',
        abandoned: 'Appel abandonné par l’appelant',
        'handled by Sona': 'Géré par Sona',
        unanswered: 'Appel sans réponse',
        failed: 'Échec de l’appel'
    },
    forwardedTo: 'Appel transféré à {to}',
    sonaForwardedTo: 'Géré par Sona, puis transféré à {to}',
    menu: 'Menu téléphonique : {choice}',
    duration: 'Durée de l’appel : {time}',
    answeredBy: 'Répondu par {name}',
    initiatedBy: 'Initié par {name}',
    nextSteps: 'Prochaines étapes :',
    voicemail: 'Message vocal : {transcript}',
    voicemailLink: 'Écouter le message vocal : {url}',
    recording: 'Enregistrement : {url}',
    recordingOfSeveral: 'Enregistrement {n} : {url}',
    conversation: 'Voir la conversation : {url}',
    said: '{author}\u00A0: {text}',
    saidNothing: '{author}\u00A0:',
    colon: '\u00A0:',
    messagesHeading: 'Messages texte',
    participants: 'Participants : {names}',
    failed: 'Échec de l’envoi',
    failedWithCode: 'Échec de l’envoi (code {code})',
    undelivered: 'Message non livré',
    undeliveredWithCode: 'Message non livré (code {code})',
    unknownPerson: 'Appelant inconnu',
    unknownCompany: 'Inconnu',
    yes: 'Oui',
    no: 'Non',
    candidate: '{name} ({object, select, Contact {contact} Lead {piste} other {compte}})',
    reason: {
        chosen: 'Choix d’une personne pour le {number} : {who}.',
        'duplicate-rule': 'Une règle de doublons de l’organisation désigne {who} pour le {number}.',
        merged: 'Le {number} était le numéro de la fiche {was}, fusionnée avec {who}.',
        converted:
            '{known, select, yes {Le {number} était le numéro de la piste {was}, convertie en {who}.} other {Le {number} était le numéro d’une piste, convertie en {who}.}}',
        'only-match':
            'Le {number} est le numéro {object, select, Contact {du contact} Lead {de la piste} other {du compte}} {name}{known, select, yes { (champ {field}{several, select, yes {, un numéro parmi d’autres} other {}})} other {}}{account, select, none {} other {, partagé avec son compte {accountName}}}{shared, select, yes {; c’est aussi celui de {others}} other {{account, select, none {; personne d’autre ne l’a} other {}}}}.',
        'contact-over-lead':
            'Le {number} est le numéro du contact {name}{known, select, yes { (champ {field}{several, select, yes {, un numéro parmi d’autres} other {}})} other {}}{account, select, none {} other {, partagé avec son compte {accountName}}}. {shared, select, yes {C’est aussi celui de {others}} other {Une piste a le même}}, mais un contact passe avant une piste.',
        'same-person-twice':
            '{who} est en double avec le {number} : la fiche dont l’activité est la plus récente a été retenue (autres : {others}).',
        'shared-line': 'Le {number} est une ligne partagée du compte {name} : {others}. Rattaché au compte seulement.',
        'account-number': 'Le {number} est le numéro du compte {name}.',
        kept: 'Reste à {who}, la fiche trouvée pour le {number} quand ceci a été écrit.',
        'lead-created': 'Personne n’avait le {number} : une piste a été créée ({name}).',
        ambiguous: 'Plusieurs fiches ont le {number} et rien ne permet de trancher : {others}. À choisir.',
        possible:
            'Un champ de {others} peut désigner le {number}, mais il est sans indicatif de pays ou abrégé : il peut s’agir d’un autre numéro. À choisir.',
        'ignored-number': 'Le {number} fait partie des numéros à ignorer.',
        nobody: 'Aucune fiche n’a le {number}.',
        unreadable:
            '«\u00A0{seen}\u00A0» n’est pas un numéro que l’on peut associer à quelqu’un (numéro abrégé ou illisible).',
        hidden: 'L’autre partie a masqué son numéro.',
        'not-told': 'Quo n’a pas indiqué le numéro de l’autre partie.',
        internal: 'Communication interne, entre deux numéros de l’espace de travail Quo.'
    },
    provisional: {
        open: 'Provisoire : les personnes de Salesforce sont en cours de lecture. Le rattachement sera revu ensuite.',
        soFar: 'Provisoire : les personnes de Salesforce sont en cours de lecture. Jusqu’ici : {who}.'
    },
    related: {
        Case: {
            'only-open':
                '{through, select, role {Requête «\u00A0{name}\u00A0» : la seule ouverte de cette personne.} other {Requête «\u00A0{name}\u00A0» : la seule ouverte du compte.}}',
            'most-recent':
                '{through, select, role {Requête «\u00A0{name}\u00A0» : la plus récente des {of} requêtes ouvertes de cette personne.} other {Requête «\u00A0{name}\u00A0» : la plus récente des {of} requêtes ouvertes du compte.}}',
            chosen: '{known, select, yes {Requête «\u00A0{name}\u00A0» : choisie par une personne.} other {Requête choisie par une personne.}}',
            kept: 'Requête : celle qui convenait quand ceci a été écrit.',
            'several-open': 'Aucune requête : {of} sont ouvertes et rien ne permet de trancher.'
        },
        Opportunity: {
            'only-open':
                '{through, select, role {Opportunité «\u00A0{name}\u00A0» : la seule ouverte où cette personne a un rôle.} other {Opportunité «\u00A0{name}\u00A0» : la seule ouverte du compte.}}',
            'most-recent':
                '{through, select, role {Opportunité «\u00A0{name}\u00A0» : la plus récente des {of} opportunités ouvertes de cette personne.} other {Opportunité «\u00A0{name}\u00A0» : la plus récente des {of} opportunités ouvertes du compte.}}',
            chosen: '{known, select, yes {Opportunité «\u00A0{name}\u00A0» : choisie par une personne.} other {Opportunité choisie par une personne.}}',
            kept: 'Opportunité : celle qui convenait quand ceci a été écrit.',
            'several-open': 'Aucune opportunité : {of} sont ouvertes et rien ne permet de trancher.'
        }
    }
};
