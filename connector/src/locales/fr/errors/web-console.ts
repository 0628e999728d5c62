import type { Translation } from '../../translation.ts';
import type { CONSOLE_ERRORS as ENGLISH } from '../../en/errors/web-console.ts';

/** While connecting, choosing and watching. */
export const CONSOLE_ERRORS: Translation<typeof ENGLISH> = {
    'WEB-OTHER-ORG': {
        sentence: 'Cette connexion appartient à une autre organisation Salesforce ({seen}).',
        action: 'Connectez-vous avec un utilisateur de cette organisation, ou créez une nouvelle connexion pour celle-ci.'
    },
    'WEB-OTHER-WORKSPACE': {
        sentence: 'Cette connexion appartient à un autre espace Quo ({seen}).',
        action: 'Entrez une clé de cet espace, ou créez une nouvelle connexion pour celui-ci.'
    },
    'WEB-SAME-PAIR': {
        sentence: 'Une autre connexion consigne déjà cet espace dans cette organisation.',
        action: 'Utilisez cette autre connexion; à deux, tout serait fait en double.'
    },
    'WEB-FIXED': {
        sentence: 'Ceci est fixé par l’environnement du connecteur : {seen}',
        action: 'Changez-le là où le connecteur est hébergé, puis redémarrez le connecteur.'
    },
    'WEB-VALUE': {
        sentence: 'Cette valeur ne peut pas servir : {seen}',
        action: 'Corrigez-la et enregistrez de nouveau.'
    },
    'WEB-NOT-WHOLE': {
        sentence: 'Cette connexion n’est pas encore complète.',
        action: 'Connectez d’abord Salesforce et Quo.'
    },
    'WEB-WEBHOOK-ABSENT': {
        sentence: 'Quo n’envoie pas encore ses événements à ce connecteur.',
        action: 'Laissez le connecteur créer le webhook, ou collez son adresse dans Quo et entrez ici la clé de signature.'
    },
    'WEB-WEBHOOK-SILENT': {
        sentence: 'Aucun événement de Quo n’est encore arrivé.',
        action: 'Envoyez un événement d’essai. S’il n’arrive pas, vérifiez que {seen} est joignable depuis Internet.'
    },
    'WEB-WEBHOOK-OFF': {
        sentence: 'Le webhook existe dans Quo, mais il est désactivé ({seen}).',
        action: 'Activez-le dans Quo (Paramètres de l’espace → Webhooks), ou recréez-le ici. Ce qui a été manqué entre-temps est retrouvé en regardant en arrière.'
    },
    'WEB-ADDRESS': {
        sentence: 'Quo ne peut pas joindre ce connecteur à {seen}.',
        action: 'Donnez à PUBLIC_URL l’adresse https sous laquelle Internet joint le connecteur, redémarrez-le, puis recréez le webhook.'
    },
    'WEB-CLOCK': {
        sentence: 'L’horloge de cette machine est décalée de {seen} secondes.',
        action: 'Réglez-la sur un serveur de temps : un événement qui paraît vieux de cinq minutes est refusé.'
    },
    'WEB-USERS-UNMAPPED': {
        sentence: 'Des utilisateurs Quo n’ont pas d’utilisateur Salesforce avec leur courriel : {seen}',
        action: 'Associez-les à la main dans les Préférences, ou donnez-leur le même courriel des deux côtés; d’ici là, leurs appels vont au propriétaire de repli.'
    },
    'WEB-STILL-CONNECTED': {
        sentence: 'Cette connexion joint encore Salesforce ou Quo.',
        action: 'Déconnectez-la d’abord, pour que ses jetons soient révoqués et son webhook supprimé; retirez-la ensuite.'
    },
    'WEB-NAME-DIFFERS': {
        sentence: 'Ce que vous avez tapé n’est pas le nom de cette connexion ({seen}). Rien n’a été retiré.',
        action: 'Tapez le nom exactement comme il est affiché, avec majuscules et accents.'
    },
    'WEB-INTERRUPTED': {
        sentence: 'Ceci a été interrompu avant la fin.',
        action: 'Recommencez; ce qui est déjà fait ne sera pas refait.'
    }
};
