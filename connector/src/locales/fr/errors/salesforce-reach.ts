import type { Translation } from '../../translation.ts';
import type { REACH_ERRORS as ENGLISH } from '../../en/errors/salesforce-reach.ts';

/** Salesforce cannot be reached, or refuses everything at once. */
export const REACH_ERRORS: Translation<typeof ENGLISH> = {
    'SF-UNREACHABLE': {
        sentence: 'Salesforce est injoignable ({seen}).',
        action: 'Rien à faire : un nouvel essai se fait tout seul. Si cela dure, vérifiez le réseau et status.salesforce.com.'
    },
    'SF-TIMEOUT': {
        sentence: 'Salesforce n’a pas répondu à temps ({seen}).',
        action: 'Rien à faire : un nouvel essai se fait tout seul, sans doublon. Si cela dure, cherchez dans Salesforce des flux ou des déclencheurs lents sur Task.'
    },
    'SF-TROUBLE': {
        sentence: 'Salesforce éprouve un problème ({seen}).',
        action: 'Rien à faire : un nouvel essai se fait tout seul. Si cela dure, consultez status.salesforce.com.'
    },
    'SF-ANSWER': {
        sentence: 'Ce qui est revenu de l’adresse de Salesforce n’est pas une réponse de Salesforce ({seen}).',
        action: 'Rien à faire : un nouvel essai se fait tout seul, sans doublon. Si cela dure, cherchez un serveur mandataire ou un pare-feu entre le connecteur et Salesforce.'
    },
    'SF-MAINTENANCE': {
        sentence: 'Salesforce est en maintenance et n’accepte aucune écriture ({seen}).',
        action: 'Rien à faire : ce qui attend sera écrit à la fin de la maintenance.'
    },
    'SF-BUSY': {
        sentence: 'Salesforce traite trop de longues requêtes en même temps ({seen}).',
        action: 'Rien à faire : un nouvel essai se fait dans un instant.'
    },
    'SF-LIMIT': {
        sentence: 'L’organisation a épuisé ses appels d’API Salesforce des 24 dernières heures ({seen}).',
        action: 'Rien n’est perdu : les enregistrements s’écrivent à mesure que des appels se libèrent. Dans Salesforce, Configuration → Vue d’ensemble du système montre qui les utilise.'
    },
    'SF-API-DISABLED': {
        sentence: 'Cette organisation ou son utilisateur d’intégration n’a pas accès à l’API Salesforce ({seen}).',
        action: 'Les éditions Enterprise, Unlimited, Performance et Developer comprennent l’API, Professional demande le module API, et Group, Essentials et Starter n’en ont pas. Si l’édition l’a, accordez à l’utilisateur d’intégration l’autorisation « API activée ».'
    },
    'SF-FORBIDDEN': {
        sentence: 'Salesforce refuse ce que le connecteur demande ({seen}).',
        action: 'Vérifiez les ensembles d’autorisations de l’utilisateur d’intégration; la liste de vérification dit quel droit manque.'
    },
    'SF-MOVED': {
        sentence: 'L’organisation répond à une autre adresse que celle qu’elle avait donnée ({seen}).',
        action: 'Vérifiez l’adresse de connexion, puis reconnectez Salesforce.'
    },
    'SF-API-VERSION': {
        sentence: 'L’organisation ne connaît pas ce que le connecteur demande ({seen}).',
        action: 'Vérifiez SALESFORCE_API_VERSION; ne la définissez pas pour utiliser la valeur par défaut.'
    }
};
