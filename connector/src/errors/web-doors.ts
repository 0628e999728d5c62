import type { CatalogueEntry } from './entry.ts';

/** At the console's doors. */
export const DOOR_ERRORS = {
    'WEB-TOKEN': {
        en: {
            sentence: 'This is not the admin token.',
            action: 'Copy ADMIN_TOKEN from the connector’s environment, the whole of it.'
        },
        fr: {
            sentence: 'Ce n’est pas le jeton d’administration.',
            action: 'Copiez ADMIN_TOKEN depuis l’environnement du connecteur, en entier.'
        }
    },
    'WEB-TOO-MANY': {
        en: {
            sentence: 'There were too many attempts to sign in from here.',
            action: 'Wait a quarter of an hour, then try again.'
        },
        fr: {
            sentence: 'Il y a eu trop de tentatives de connexion d’ici.',
            action: 'Attendez un quart d’heure, puis réessayez.'
        }
    },
    'WEB-FORM-TOKEN': {
        en: {
            sentence: 'This form is too old, or was not sent from our own page: nothing was changed.',
            action: 'Open the page again and repeat the change.'
        },
        fr: {
            sentence: 'Ce formulaire est trop vieux ou n’a pas été envoyé depuis notre page : rien n’a été changé.',
            action: 'Ouvrez la page de nouveau et refaites le changement.'
        }
    },
    'WEB-NOT-ADMIN': {
        en: {
            sentence: 'You ({seen}) may not look after this connection.',
            action: 'Ask a Salesforce administrator for the permission set Quo Admin, then sign in again.'
        },
        fr: {
            sentence: 'Vous ({seen}) n’avez pas le droit de gérer cette connexion.',
            action: 'Demandez à un administrateur Salesforce l’ensemble d’autorisations Quo Admin, puis reconnectez-vous.'
        }
    },
    'WEB-ORG-UNKNOWN': {
        en: {
            sentence: 'Your Salesforce org ({seen}) is not connected here.',
            action: 'Sign in with a user of the connected org; for the first set-up, use the admin token.'
        },
        fr: {
            sentence: 'Votre organisation Salesforce ({seen}) n’est pas connectée ici.',
            action: 'Connectez-vous avec un utilisateur de l’organisation connectée; pour la première mise en place, utilisez le jeton d’administration.'
        }
    },
    'WEB-APP-MISSING': {
        en: {
            sentence: 'The connector does not know the external client app to sign in through.',
            action: 'Enter its consumer key and consumer secret, or set SALESFORCE_APP_CLIENT_ID and SALESFORCE_APP_CLIENT_SECRET.'
        },
        fr: {
            sentence: 'Le connecteur ne connaît pas l’application cliente externe par laquelle se connecter.',
            action: 'Entrez sa clé et son secret de consommateur, ou définissez SALESFORCE_APP_CLIENT_ID et SALESFORCE_APP_CLIENT_SECRET.'
        }
    },
    'WEB-NOT-FOUND': {
        en: {
            sentence: 'There is no such page, or it is not yours to see.',
            action: 'Go back to the list of connections.'
        },
        fr: {
            sentence: 'Cette page n’existe pas, ou elle n’est pas pour vous.',
            action: 'Revenez à la liste des connexions.'
        }
    },
    'WEB-TROUBLE': {
        en: {
            sentence: 'Something went wrong in the connector ({seen}).',
            action: 'Try again; if it lasts, give the log of the connector to whoever hosts it.'
        },
        fr: {
            sentence: 'Quelque chose a échoué dans le connecteur ({seen}).',
            action: 'Réessayez; si cela dure, remettez le journal du connecteur à la personne qui l’héberge.'
        }
    }
} as const satisfies Record<string, CatalogueEntry>;
