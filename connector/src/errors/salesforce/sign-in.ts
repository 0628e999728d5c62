import type { CatalogueEntry } from '../entry.ts';

/** Getting and keeping access to an org. */
export const SIGN_IN_ERRORS = {
    'SF-LOGIN-URL': {
        en: {
            sentence: 'This is not a Salesforce address: {seen}',
            action: 'Type “production”, “sandbox”, or your My Domain, for example https://acme.my.salesforce.com.'
        },
        fr: {
            sentence: 'Ceci n’est pas une adresse Salesforce : {seen}',
            action: 'Entrez « production », « sandbox » ou votre domaine personnalisé, par exemple https://acme.my.salesforce.com.'
        }
    },
    'SF-NOT-CONNECTED': {
        en: {
            sentence: 'Nobody has connected this Salesforce org yet.',
            action: 'In Settings → Integrations → Salesforce, choose “Connect to Salesforce”.'
        },
        fr: {
            sentence: 'Personne n’a encore connecté cette organisation Salesforce.',
            action: 'Dans Paramètres → Intégrations → Salesforce, choisissez « Se connecter à Salesforce ».'
        }
    },
    'SF-SIGN-IN-REVOKED': {
        en: {
            sentence: 'Salesforce no longer accepts the connector’s sign-in ({seen}).',
            action: 'Connect Salesforce again. If nobody revoked it, look at Setup → Login History of the integration user.'
        },
        fr: {
            sentence: 'Salesforce n’accepte plus la connexion du connecteur ({seen}).',
            action: 'Reconnectez Salesforce. Si personne ne l’a révoquée, regardez Configuration → Historique des connexions de l’utilisateur d’intégration.'
        }
    },
    'SF-SIGN-IN-REFUSED': {
        en: {
            sentence: 'Salesforce refused the sign-in ({seen}).',
            action: 'Check the external client app and its integration user, then connect again.'
        },
        fr: {
            sentence: 'Salesforce a refusé la connexion ({seen}).',
            action: 'Vérifiez l’application cliente externe et son utilisateur d’intégration, puis reconnectez.'
        }
    },
    'SF-CLIENT': {
        en: {
            sentence: 'Salesforce does not know this client id, or the client secret is wrong ({seen}).',
            action: 'Copy the consumer key and the consumer secret of the external client app again.'
        },
        fr: {
            sentence: 'Salesforce ne connaît pas cet identifiant client, ou le secret client est erroné ({seen}).',
            action: 'Copiez de nouveau la clé et le secret du consommateur de l’application cliente externe.'
        }
    },
    'SF-APP-NOT-APPROVED': {
        en: {
            sentence: 'The integration user may not use the external client app ({seen}).',
            action: 'Install the app in the org and add the integration user to the permission sets that the app’s policies allow.'
        },
        fr: {
            sentence: 'L’utilisateur d’intégration n’a pas le droit d’utiliser l’application cliente externe ({seen}).',
            action: 'Installez l’application dans l’organisation et donnez à l’utilisateur d’intégration un ensemble d’autorisations que ses politiques acceptent.'
        }
    },
    'SF-NO-RUN-AS-USER': {
        en: {
            sentence: 'The client credentials flow has no user to run as ({seen}).',
            action: 'In the policies of the external client app, enable the client credentials flow and choose the user it runs as.'
        },
        fr: {
            sentence: 'Le flux par identifiants du client n’a pas d’utilisateur d’exécution ({seen}).',
            action: 'Dans les politiques de l’application cliente externe, activez ce flux et choisissez l’utilisateur sous lequel il s’exécute.'
        }
    },
    'SF-USER-INACTIVE': {
        en: {
            sentence: 'The integration user or the org is inactive or locked ({seen}).',
            action: 'Activate or unlock the user in Salesforce, or choose another one.'
        },
        fr: {
            sentence: 'L’utilisateur d’intégration ou l’organisation est inactif ou verrouillé ({seen}).',
            action: 'Activez ou déverrouillez l’utilisateur dans Salesforce, ou choisissez-en un autre.'
        }
    },
    'SF-SIGN-IN-RESTRICTED': {
        en: {
            sentence: 'Salesforce does not accept a sign-in from here or at this hour ({seen}).',
            action: 'Add the connector’s IP address to the trusted ranges of the app and of the user’s profile, and check the login hours.'
        },
        fr: {
            sentence: 'Salesforce n’accepte pas de connexion depuis cette adresse ou à cette heure ({seen}).',
            action: 'Ajoutez l’adresse IP du connecteur aux plages approuvées de l’application et du profil de l’utilisateur, et vérifiez les heures de connexion.'
        }
    },
    'SF-CONSENT-REFUSED': {
        en: { sentence: 'The consent was refused in Salesforce ({seen}).', action: 'Start again and choose “Allow”.' },
        fr: {
            sentence: 'Le consentement a été refusé dans Salesforce ({seen}).',
            action: 'Recommencez et choisissez « Autoriser ».'
        }
    },
    'SF-REDIRECT-URI': {
        en: {
            sentence: 'Salesforce does not accept the address that it should come back to ({seen}).',
            action: 'Add this connector’s address followed by the callback path to the callback URLs of the external client app; check PUBLIC_URL.'
        },
        fr: {
            sentence: 'Salesforce n’accepte pas l’adresse de retour ({seen}).',
            action: 'Ajoutez l’adresse de ce connecteur suivie du chemin de retour aux URL de rappel de l’application cliente externe; vérifiez PUBLIC_URL.'
        }
    },
    'SF-SIGN-IN-EXPIRED': {
        en: {
            sentence: 'The sign-in took too long, or was already used ({seen}).',
            action: 'Start the connection again.'
        },
        fr: {
            sentence: 'La connexion a pris trop de temps ou a déjà servi ({seen}).',
            action: 'Recommencez la connexion.'
        }
    },
    'SF-SIGN-IN-STATE': {
        en: {
            sentence: 'This is not the answer to a sign-in that was started here.',
            action: 'Start the connection again from the settings page, in the same browser.'
        },
        fr: {
            sentence: 'Ceci n’est pas la réponse à une connexion commencée ici.',
            action: 'Recommencez la connexion depuis la page des paramètres, dans le même navigateur.'
        }
    },
    'SF-JWT': {
        en: {
            sentence: 'Salesforce does not accept the signed sign-in ({seen}).',
            action: 'Check that the certificate of the external client app belongs to SALESFORCE_PRIVATE_KEY, and that the clock of this machine is right.'
        },
        fr: {
            sentence: 'Salesforce n’accepte pas la connexion signée ({seen}).',
            action: 'Vérifiez que le certificat de l’application cliente externe correspond à SALESFORCE_PRIVATE_KEY et que l’horloge de cette machine est à l’heure.'
        }
    },
    'SF-FLOW-DISABLED': {
        en: {
            sentence: 'The external client app does not allow this way of signing in ({seen}).',
            action: 'Enable the flow in the OAuth settings of the external client app.'
        },
        fr: {
            sentence: 'L’application cliente externe n’autorise pas cette façon de se connecter ({seen}).',
            action: 'Activez le flux dans les paramètres OAuth de l’application cliente externe.'
        }
    }
} as const satisfies Record<string, CatalogueEntry>;
