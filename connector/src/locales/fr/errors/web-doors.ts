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
    'WEB-TOKEN-CHANGED': {
        sentence: 'Vous avez été déconnecté : le jeton d’administration a été changé ou retiré depuis votre arrivée.',
        action: 'Connectez-vous avec Salesforce, ou avec l’ADMIN_TOKEN que le connecteur a maintenant.'
    },
    'WEB-RIGHTS-GONE': {
        sentence: 'Vous ({seen}) avez été déconnecté : ce que vous pouviez faire ici vous a été retiré.',
        action: 'Demandez à un administrateur Salesforce l’ensemble d’autorisations Quo Admin ou Quo Manager, puis reconnectez-vous.'
    },
    'WEB-USER-INACTIVE': {
        sentence: 'Vous ({seen}) avez été déconnecté : votre utilisateur Salesforce est désactivé ou gelé.',
        action: 'Demandez à un administrateur Salesforce de l’activer ou de le dégeler, puis reconnectez-vous.'
    },
    'WEB-RIGHTS-UNPROVEN': {
        sentence:
            'Vous ({seen}) avez été déconnecté : pendant dix minutes, Salesforce n’a pas pu dire si vous avez encore votre place ici.',
        action: 'Reconnectez-vous. Si la session de la connexion elle-même est perdue, un administrateur système le peut, et peut reconnecter Salesforce.'
    },
    'WEB-RIGHTS-UNKNOWN': {
        sentence:
            'Ce que vous ({seen}) pouvez faire ici ne peut pas être établi : la session de la connexion avec Salesforce ne fonctionne pas, et vous ne pouvez pas voir les ensembles d’autorisations.',
        action: 'Un administrateur système de l’organisation peut se connecter quand même et reconnecter Salesforce; qui détient le jeton d’administration aussi.'
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
