import type { Translation } from '../../translation.ts';
import type { LISTENING_ERRORS as ENGLISH } from '../../en/errors/web-listening.ts';

export const LISTENING_ERRORS: Translation<typeof ENGLISH> = {
    'WEB-LISTENING-CALL': {
        sentence: 'Rien ne dit de quel appel ou texto il s’agit : « {seen} ».',
        action: 'Collez le lien de l’enregistrement ou de la photo depuis la fiche dans Salesforce, ou l’identifiant de l’appel ou du texto chez Quo, qui commence par AC.'
    },
    'WEB-LISTENING-PERSON': {
        sentence: 'Aucun utilisateur Salesforce de cette organisation ne s’appelle « {seen} ».',
        action: 'Tapez le nom d’utilisateur, l’adresse courriel ou l’identifiant, comme Salesforce les montre sous Configuration → Utilisateurs.'
    },
    'WEB-LISTENING-OPEN': {
        sentence:
            'Les enregistrements jouent, et les photos des textos s’affichent, pour quiconque a le lien, qui que ce soit.',
        action: 'Si ce n’est pas voulu, activez « Les enregistrements jouent seulement pour qui a le droit d’écouter » sous Préférences.'
    },
    'WEB-LISTENING-NO-SIGN-IN': {
        sentence:
            'Les enregistrements demandent une connexion, et personne ne peut se connecter : aucune application cliente externe n’est connue.',
        action: 'Nommez l’application (SALESFORCE_APP_CLIENT_ID), ou connectez Salesforce dans la console; ou laissez les enregistrements jouer pour quiconque a le lien, sous Préférences.'
    },
    'WEB-LISTENING-FROZEN': {
        sentence:
            'Salesforce ne dit pas à l’utilisateur d’intégration qui est gelé : une personne gelée peut continuer d’écouter par une adresse de la page qu’elle a gardée. Une connexion compte dix minutes.',
        action: 'Qui vous gelez, désactivez-le aussi, ou retirez-lui Quo Recording Listener, ou mettez fin à son écoute à la page Enregistrements. Avec « Gérer les utilisateurs », un droit étendu, l’utilisateur d’intégration le verrait.'
    },
    'WEB-LISTENING-UNKNOWN': {
        sentence:
            'Salesforce ne dit pas qui peut écouter les enregistrements; ils ne jouent donc pour personne : {seen}.',
        action: 'Donnez « Afficher la configuration » à l’utilisateur d’intégration, puis vérifiez de nouveau.'
    }
};
