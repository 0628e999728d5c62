import type { CatalogueEntry } from './entry.ts';

/** Forgetting a number. */
export const FORGET_ERRORS = {
    'WEB-OWN-NUMBER': {
        en: {
            sentence: 'This is a number of your own Quo workspace ({seen}): nothing was forgotten.',
            action: 'Enter the number of the person who is to be forgotten.'
        },
        fr: {
            sentence: 'C’est un numéro de votre propre espace de travail Quo ({seen}) : rien n’a été oublié.',
            action: 'Entrez le numéro de la personne à oublier.'
        }
    },
    'WEB-LEAD-RIGHT': {
        en: {
            sentence: 'The integration user may not delete the leads that it made ({seen}).',
            action: 'Delete them in Salesforce by hand, or grant it the right Delete on leads and forget the number again.'
        },
        fr: {
            sentence: 'L’utilisateur d’intégration n’a pas le droit de supprimer les pistes qu’il a créées ({seen}).',
            action: 'Supprimez-les à la main dans Salesforce, ou accordez-lui le droit Supprimer sur les pistes et oubliez le numéro de nouveau.'
        }
    },
    'WEB-LEAD-CONVERTED': {
        en: {
            sentence: 'A lead that the connector made was converted since ({seen}) and was left as it is.',
            action: 'Look at the contact that it became in Salesforce, and delete both there if they are to go.'
        },
        fr: {
            sentence:
                'Une piste créée par le connecteur a été convertie depuis ({seen}) et a été laissée telle quelle.',
            action: 'Voyez dans Salesforce le contact qu’elle est devenue, et supprimez-y les deux s’ils doivent disparaître.'
        }
    }
} as const satisfies Record<string, CatalogueEntry>;
