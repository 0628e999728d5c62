import type { CatalogueEntry } from './entry.ts';

/** While connecting, choosing and watching. */
export const CONSOLE_ERRORS = {
    'WEB-OTHER-ORG': {
        en: {
            sentence: 'This connection belongs to another Salesforce org ({seen}).',
            action: 'Sign in with a user of that org, or make a new connection for this one.'
        },
        fr: {
            sentence: 'Cette connexion appartient à une autre organisation Salesforce ({seen}).',
            action: 'Connectez-vous avec un utilisateur de cette organisation, ou créez une nouvelle connexion pour celle-ci.'
        }
    },
    'WEB-OTHER-WORKSPACE': {
        en: {
            sentence: 'This connection belongs to another Quo workspace ({seen}).',
            action: 'Enter a key of that workspace, or make a new connection for this one.'
        },
        fr: {
            sentence: 'Cette connexion appartient à un autre espace Quo ({seen}).',
            action: 'Entrez une clé de cet espace, ou créez une nouvelle connexion pour celui-ci.'
        }
    },
    'WEB-SAME-PAIR': {
        en: {
            sentence: 'Another connection already logs this workspace into this org.',
            action: 'Use that connection; two of them would do everything twice.'
        },
        fr: {
            sentence: 'Une autre connexion consigne déjà cet espace dans cette organisation.',
            action: 'Utilisez cette autre connexion; à deux, tout serait fait en double.'
        }
    },
    'WEB-FIXED': {
        en: {
            sentence: 'This is set by the environment of the connector: {seen}',
            action: 'Change it where the connector is hosted, and start the connector again.'
        },
        fr: {
            sentence: 'Ceci est fixé par l’environnement du connecteur : {seen}',
            action: 'Changez-le là où le connecteur est hébergé, puis redémarrez le connecteur.'
        }
    },
    'WEB-VALUE': {
        en: { sentence: 'This value cannot be used: {seen}', action: 'Correct it and save again.' },
        fr: { sentence: 'Cette valeur ne peut pas servir : {seen}', action: 'Corrigez-la et enregistrez de nouveau.' }
    },
    'WEB-NOT-WHOLE': {
        en: {
            sentence: 'This connection is not complete yet.',
            action: 'Connect both Salesforce and Quo first.'
        },
        fr: {
            sentence: 'Cette connexion n’est pas encore complète.',
            action: 'Connectez d’abord Salesforce et Quo.'
        }
    },
    'WEB-WEBHOOK-ABSENT': {
        en: {
            sentence: 'Quo does not send its events to this connector yet.',
            action: 'Let the connector create the webhook, or paste its address in Quo and enter the signing key here.'
        },
        fr: {
            sentence: 'Quo n’envoie pas encore ses événements à ce connecteur.',
            action: 'Laissez le connecteur créer le webhook, ou collez son adresse dans Quo et entrez ici la clé de signature.'
        }
    },
    'WEB-WEBHOOK-SILENT': {
        en: {
            sentence: 'No event of Quo’s has arrived yet.',
            action: 'Send a test event. If it does not arrive, check that {seen} can be reached from the Internet.'
        },
        fr: {
            sentence: 'Aucun événement de Quo n’est encore arrivé.',
            action: 'Envoyez un événement d’essai. S’il n’arrive pas, vérifiez que {seen} est joignable depuis Internet.'
        }
    },
    'WEB-WEBHOOK-OFF': {
        en: {
            sentence: 'The webhook exists in Quo, but it is switched off ({seen}).',
            action: 'Switch it on in Quo (Workspace settings → Webhooks), or create it anew here. What was missed meanwhile is found by looking back.'
        },
        fr: {
            sentence: 'Le webhook existe dans Quo, mais il est désactivé ({seen}).',
            action: 'Activez-le dans Quo (Paramètres de l’espace → Webhooks), ou recréez-le ici. Ce qui a été manqué entre-temps est retrouvé en regardant en arrière.'
        }
    },
    'WEB-ADDRESS': {
        en: {
            sentence: 'Quo cannot reach this connector at {seen}.',
            action: 'Set PUBLIC_URL to the https address under which the Internet reaches the connector, start it again, and create the webhook anew.'
        },
        fr: {
            sentence: 'Quo ne peut pas joindre ce connecteur à {seen}.',
            action: 'Donnez à PUBLIC_URL l’adresse https sous laquelle Internet joint le connecteur, redémarrez-le, puis recréez le webhook.'
        }
    },
    'WEB-CLOCK': {
        en: {
            sentence: 'The clock of this machine is off by {seen} seconds.',
            action: 'Set it by a time server: events that seem five minutes old are refused.'
        },
        fr: {
            sentence: 'L’horloge de cette machine est décalée de {seen} secondes.',
            action: 'Réglez-la sur un serveur de temps : un événement qui paraît vieux de cinq minutes est refusé.'
        }
    },
    'WEB-USERS-UNMAPPED': {
        en: {
            sentence: 'Some Quo users have no Salesforce user with their email: {seen}',
            action: 'Pair them by hand in Preferences, or give them the same email in both; until then their calls go to the fallback owner.'
        },
        fr: {
            sentence: 'Des utilisateurs Quo n’ont pas d’utilisateur Salesforce avec leur courriel : {seen}',
            action: 'Associez-les à la main dans les Préférences, ou donnez-leur le même courriel des deux côtés; d’ici là, leurs appels vont au propriétaire de repli.'
        }
    },
    'WEB-STILL-CONNECTED': {
        en: {
            sentence: 'This connection still reaches Salesforce or Quo.',
            action: 'Disconnect it first, so that its tokens are revoked and its webhook is deleted; then remove it.'
        },
        fr: {
            sentence: 'Cette connexion joint encore Salesforce ou Quo.',
            action: 'Déconnectez-la d’abord, pour que ses jetons soient révoqués et son webhook supprimé; retirez-la ensuite.'
        }
    },
    'WEB-NAME-DIFFERS': {
        en: {
            sentence: 'What you typed is not the name of this connection ({seen}). Nothing was removed.',
            action: 'Type the name exactly as it is shown, with its capitals and accents.'
        },
        fr: {
            sentence: 'Ce que vous avez tapé n’est pas le nom de cette connexion ({seen}). Rien n’a été retiré.',
            action: 'Tapez le nom exactement comme il est affiché, avec majuscules et accents.'
        }
    },
    'WEB-INTERRUPTED': {
        en: {
            sentence: 'This was interrupted before it was done.',
            action: 'Start it again; what was done already is not done twice.'
        },
        fr: {
            sentence: 'Ceci a été interrompu avant la fin.',
            action: 'Recommencez; ce qui est déjà fait ne sera pas refait.'
        }
    }
} as const satisfies Record<string, CatalogueEntry>;
