import type { CatalogueEntry } from './entry.ts';
import { CONSOLE_ERRORS } from './web-console.ts';
import { DOOR_ERRORS } from './web-doors.ts';
import { FORGET_ERRORS } from './web-forget.ts';

export const WEB_ERRORS = {
    ...DOOR_ERRORS,
    ...CONSOLE_ERRORS,
    ...FORGET_ERRORS,
    'WEB-PORT': {
        en: {
            sentence: 'The connector cannot listen on {seen}.',
            action: 'Choose another PORT, or stop the program that uses this one.'
        },
        fr: {
            sentence: 'Le connecteur ne peut pas écouter sur {seen}.',
            action: 'Choisissez un autre PORT ou arrêtez le programme qui l’utilise.'
        }
    },
    'WEB-RECORDING-LINK': {
        en: {
            sentence: 'This link to a recording is not valid.',
            action: 'Open the recording from its record in Salesforce; links written before the key was changed no longer play.'
        },
        fr: {
            sentence: 'Ce lien vers un enregistrement n’est pas valide.',
            action: 'Ouvrez l’enregistrement depuis sa fiche dans Salesforce; les liens écrits avant le changement de clé ne jouent plus.'
        }
    },
    'WEB-RECORDING-GONE': {
        en: {
            sentence: 'Quo has no such recording, or has deleted it.',
            action: 'Open the conversation in Quo to see what is left of the call.'
        },
        fr: {
            sentence: 'Quo n’a pas cet enregistrement ou l’a supprimé.',
            action: 'Ouvrez la conversation dans Quo pour voir ce qui reste de l’appel.'
        }
    },
    'WEB-RECORDING-OFTEN': {
        en: {
            sentence: 'Recordings were asked for too often from here.',
            action: 'Wait a minute, then play it again.'
        },
        fr: {
            sentence: 'Trop d’enregistrements ont été demandés d’ici.',
            action: 'Attendez une minute, puis rejouez-le.'
        }
    },
    'WEB-RECORDING-QUO': {
        en: {
            sentence: 'Quo did not hand out the recording.',
            action: 'Try again in a minute; if it lasts, ask your administrator to look at the connection to Quo.'
        },
        fr: {
            sentence: 'Quo n’a pas remis l’enregistrement.',
            action: 'Réessayez dans une minute; si cela dure, demandez à votre administrateur de vérifier la connexion à Quo.'
        }
    }
} as const satisfies Record<string, CatalogueEntry>;
