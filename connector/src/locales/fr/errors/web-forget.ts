import type { Translation } from '../../translation.ts';
import type { FORGET_ERRORS as ENGLISH } from '../../en/errors/web-forget.ts';

/** Forgetting a number. */
export const FORGET_ERRORS: Translation<typeof ENGLISH> = {
    'WEB-OWN-NUMBER': {
        sentence: 'C’est un numéro de votre propre espace de travail Quo ({seen}) : rien n’a été oublié.',
        action: 'Entrez le numéro de la personne à oublier.'
    },
    'WEB-LEAD-RIGHT': {
        sentence: 'L’utilisateur d’intégration n’a pas le droit de supprimer les pistes qu’il a créées ({seen}).',
        action: 'Supprimez-les à la main dans Salesforce, ou accordez-lui le droit Supprimer sur les pistes et oubliez le numéro de nouveau.'
    },
    'WEB-LEAD-CONVERTED': {
        sentence: 'Une piste créée par le connecteur a été convertie depuis ({seen}) et a été laissée telle quelle.',
        action: 'Voyez dans Salesforce le contact qu’elle est devenue, et supprimez-y les deux s’ils doivent disparaître.'
    }
};
