import type { Translation } from '../../translation.ts';
import type { DOOR_ERRORS as ENGLISH } from '../../en/errors/web-doors.ts';

/** At the console's doors. */
export const DOOR_ERRORS: Translation<typeof ENGLISH> = {
    'WEB-TOKEN': {
        sentence: 'Ce n’est pas le jeton d’administration.',
        action: 'Copiez ADMIN_TOKEN depuis l’environnement du connecteur, en entier.'
    },
    'WEB-TOO-MANY': {
        sentence: 'Il y a eu trop de tentatives de connexion d’ici.',
        action: 'Attendez un quart d’heure, puis réessayez.'
    },
    'WEB-FORM-TOKEN': {
        sentence: 'Ce formulaire est trop vieux ou n’a pas été envoyé depuis notre page : rien n’a été changé.',
        action: 'Ouvrez la page de nouveau et refaites le changement.'
    },
    'WEB-NOT-ADMIN': {
        sentence: 'Vous ({seen}) n’avez pas le droit de gérer cette connexion.',
        action: 'Demandez à un administrateur Salesforce l’ensemble d’autorisations Quo Admin, puis reconnectez-vous.'
    },
    'WEB-ORG-UNKNOWN': {
        sentence: 'Votre organisation Salesforce ({seen}) n’est pas connectée ici.',
        action: 'Connectez-vous avec un utilisateur de l’organisation connectée; pour la première mise en place, utilisez le jeton d’administration.'
    },
    'WEB-APP-MISSING': {
        sentence: 'Le connecteur ne connaît pas l’application cliente externe par laquelle se connecter.',
        action: 'Entrez sa clé et son secret de consommateur, ou définissez SALESFORCE_APP_CLIENT_ID et SALESFORCE_APP_CLIENT_SECRET.'
    },
    'WEB-NOT-FOUND': {
        sentence: 'Cette page n’existe pas, ou elle n’est pas pour vous.',
        action: 'Revenez à la liste des connexions.'
    },
    'WEB-TROUBLE': {
        sentence: 'Quelque chose a échoué dans le connecteur ({seen}).',
        action: 'Réessayez; si cela dure, remettez le journal du connecteur à la personne qui l’héberge.'
    }
};
