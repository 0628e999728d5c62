import type { CatalogueEntry } from '../entry.ts';

/** Salesforce cannot be reached, or refuses everything at once. */
export const REACH_ERRORS = {
    'SF-UNREACHABLE': {
        en: {
            sentence: 'Salesforce cannot be reached ({seen}).',
            action: 'Nothing to do: it is tried again by itself. If it lasts, check the network and status.salesforce.com.'
        },
        fr: {
            sentence: 'Salesforce est injoignable ({seen}).',
            action: 'Rien à faire : un nouvel essai se fait tout seul. Si cela dure, vérifiez le réseau et status.salesforce.com.'
        }
    },
    'SF-TIMEOUT': {
        en: {
            sentence: 'Salesforce did not answer in time ({seen}).',
            action: 'Nothing to do: it is tried again by itself, without double records. If it lasts, look for slow flows or triggers on Task in Salesforce.'
        },
        fr: {
            sentence: 'Salesforce n’a pas répondu à temps ({seen}).',
            action: 'Rien à faire : un nouvel essai se fait tout seul, sans doublon. Si cela dure, cherchez dans Salesforce des flux ou des déclencheurs lents sur Task.'
        }
    },
    'SF-TROUBLE': {
        en: {
            sentence: 'Salesforce has trouble of its own ({seen}).',
            action: 'Nothing to do: it is tried again by itself. If it lasts, look at status.salesforce.com.'
        },
        fr: {
            sentence: 'Salesforce éprouve un problème ({seen}).',
            action: 'Rien à faire : un nouvel essai se fait tout seul. Si cela dure, consultez status.salesforce.com.'
        }
    },
    'SF-MAINTENANCE': {
        en: {
            sentence: 'Salesforce is being maintained and cannot be written to ({seen}).',
            action: 'Nothing to do: what is due is written when the maintenance is over.'
        },
        fr: {
            sentence: 'Salesforce est en maintenance et n’accepte aucune écriture ({seen}).',
            action: 'Rien à faire : ce qui attend sera écrit à la fin de la maintenance.'
        }
    },
    'SF-BUSY': {
        en: {
            sentence: 'Salesforce has too many long requests at the same time ({seen}).',
            action: 'Nothing to do: it is tried again in a moment.'
        },
        fr: {
            sentence: 'Salesforce traite trop de longues requêtes en même temps ({seen}).',
            action: 'Rien à faire : un nouvel essai se fait dans un instant.'
        }
    },
    'SF-LIMIT': {
        en: {
            sentence: 'The org has used all its Salesforce API calls of the last 24 hours ({seen}).',
            action: 'Nothing is lost: records are written as calls become free. In Salesforce, Setup → System Overview shows who uses them.'
        },
        fr: {
            sentence: 'L’organisation a épuisé ses appels d’API Salesforce des 24 dernières heures ({seen}).',
            action: 'Rien n’est perdu : les enregistrements s’écrivent à mesure que des appels se libèrent. Dans Salesforce, Configuration → Vue d’ensemble du système montre qui les utilise.'
        }
    },
    'SF-API-DISABLED': {
        en: {
            sentence: 'This org or its integration user may not use the Salesforce API ({seen}).',
            action: 'Enterprise, Unlimited, Performance and Developer editions include the API, Professional needs the API add-on, and Group, Essentials and Starter have none. If the edition has it, give the integration user the permission “API Enabled”.'
        },
        fr: {
            sentence: 'Cette organisation ou son utilisateur d’intégration n’a pas accès à l’API Salesforce ({seen}).',
            action: 'Les éditions Enterprise, Unlimited, Performance et Developer comprennent l’API, Professional demande le module API, et Group, Essentials et Starter n’en ont pas. Si l’édition l’a, accordez à l’utilisateur d’intégration l’autorisation « API activée ».'
        }
    },
    'SF-FORBIDDEN': {
        en: {
            sentence: 'Salesforce refuses what the connector asks ({seen}).',
            action: 'Check the permission sets of the integration user; the check list says which right is missing.'
        },
        fr: {
            sentence: 'Salesforce refuse ce que le connecteur demande ({seen}).',
            action: 'Vérifiez les ensembles d’autorisations de l’utilisateur d’intégration; la liste de vérification dit quel droit manque.'
        }
    },
    'SF-MOVED': {
        en: {
            sentence: 'The org answers at another address than the one it gave ({seen}).',
            action: 'Check the login address, then connect Salesforce again.'
        },
        fr: {
            sentence: 'L’organisation répond à une autre adresse que celle qu’elle avait donnée ({seen}).',
            action: 'Vérifiez l’adresse de connexion, puis reconnectez Salesforce.'
        }
    },
    'SF-API-VERSION': {
        en: {
            sentence: 'The org does not know what the connector asks for ({seen}).',
            action: 'Check SALESFORCE_API_VERSION; leave it out to use the default.'
        },
        fr: {
            sentence: 'L’organisation ne connaît pas ce que le connecteur demande ({seen}).',
            action: 'Vérifiez SALESFORCE_API_VERSION; ne la définissez pas pour utiliser la valeur par défaut.'
        }
    }
} as const satisfies Record<string, CatalogueEntry>;
