import type { Translation } from '../../translation.ts';
import type { SIGN_IN_ERRORS as ENGLISH } from '../../en/errors/salesforce-sign-in.ts';

/** Getting and keeping access to an org. */
export const SIGN_IN_ERRORS: Translation<typeof ENGLISH> = {
    'SF-LOGIN-URL': {
        sentence: 'Ceci n’est pas une adresse Salesforce : {seen}',
        action: 'Entrez « production », « sandbox » ou votre domaine personnalisé, par exemple https://acme.my.salesforce.com.'
    },
    'SF-NOT-CONNECTED': {
        sentence: 'Personne n’a encore connecté cette organisation Salesforce.',
        action: 'Dans Paramètres → Intégrations → Salesforce, choisissez « Se connecter à Salesforce ».'
    },
    'SF-OTHER-ORG': {
        sentence:
            'Ce que le connecteur a enregistré ici appartient à une autre organisation Salesforce que celle qui répond maintenant ({seen}).',
        action: 'Ramenez SALESFORCE_LOGIN_URL et son application à l’organisation d’avant. Pour une autre organisation, ou un sandbox actualisé, partez d’un stockage à part : un DATA_DIR vide ou une autre base de données dans DATABASE_URL.'
    },
    'SF-SIGN-IN-REVOKED': {
        sentence: 'Salesforce n’accepte plus la connexion du connecteur ({seen}).',
        action: 'Reconnectez Salesforce. Si personne ne l’a révoquée, regardez Configuration → Historique des connexions de l’utilisateur d’intégration.'
    },
    'SF-SIGN-IN-REFUSED': {
        sentence: 'Salesforce a refusé la connexion ({seen}).',
        action: 'Vérifiez l’application cliente externe et son utilisateur d’intégration, puis reconnectez.'
    },
    'SF-CLIENT': {
        sentence: 'Salesforce ne connaît pas cet identifiant client, ou le secret client est erroné ({seen}).',
        action: 'Copiez de nouveau la clé et le secret du consommateur de l’application cliente externe.'
    },
    'SF-APP-NOT-APPROVED': {
        sentence: 'L’utilisateur d’intégration n’a pas le droit d’utiliser l’application cliente externe ({seen}).',
        action: 'Installez l’application dans l’organisation et donnez à l’utilisateur d’intégration un ensemble d’autorisations que ses politiques acceptent.'
    },
    'SF-NO-RUN-AS-USER': {
        sentence: 'Le flux par identifiants du client n’a pas d’utilisateur d’exécution ({seen}).',
        action: 'Dans les politiques de l’application cliente externe, activez ce flux et choisissez l’utilisateur sous lequel il s’exécute.'
    },
    'SF-USER-INACTIVE': {
        sentence: 'L’utilisateur d’intégration ou l’organisation est inactif ou verrouillé ({seen}).',
        action: 'Activez ou déverrouillez l’utilisateur dans Salesforce, ou choisissez-en un autre.'
    },
    'SF-SIGN-IN-RESTRICTED': {
        sentence: 'Salesforce n’accepte pas de connexion depuis cette adresse ou à cette heure ({seen}).',
        action: 'Ajoutez l’adresse IP du connecteur aux plages approuvées de l’application et du profil de l’utilisateur, et vérifiez les heures de connexion.'
    },
    'SF-CONSENT-REFUSED': {
        sentence: 'Le consentement a été refusé dans Salesforce ({seen}).',
        action: 'Recommencez et choisissez « Autoriser ».'
    },
    'SF-REDIRECT-URI': {
        sentence: 'Salesforce n’accepte pas l’adresse de retour ({seen}).',
        action: 'Ajoutez l’adresse de ce connecteur suivie du chemin de retour aux URL de rappel de l’application cliente externe; vérifiez PUBLIC_URL.'
    },
    'SF-SIGN-IN-EXPIRED': {
        sentence: 'La connexion a pris trop de temps ou a déjà servi ({seen}).',
        action: 'Recommencez la connexion.'
    },
    'SF-SIGN-IN-STATE': {
        sentence: 'Ceci n’est pas la réponse à une connexion commencée ici.',
        action: 'Recommencez la connexion depuis la page des paramètres, dans le même navigateur.'
    },
    'SF-JWT': {
        sentence: 'Salesforce n’accepte pas la connexion signée ({seen}).',
        action: 'Vérifiez que le certificat de l’application cliente externe correspond à SALESFORCE_PRIVATE_KEY et que l’horloge de cette machine est à l’heure.'
    },
    'SF-FLOW-DISABLED': {
        sentence: 'L’application cliente externe n’autorise pas cette façon de se connecter ({seen}).',
        action: 'Activez le flux dans les paramètres OAuth de l’application cliente externe.'
    }
};
