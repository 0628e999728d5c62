import type { CatalogueEntry } from './entry.ts';

export const QUO_ERRORS = {
    'QUO-KEY': {
        en: {
            sentence: 'Quo does not accept the API key: {seen}',
            action: 'Make a new key in Quo (Workspace settings → API), enter it in the connection, and wait half a minute.'
        },
        fr: {
            sentence: 'Quo n’accepte pas la clé d’API : {seen}',
            action: 'Créez une nouvelle clé dans Quo (Paramètres de l’espace → API), entrez-la dans la connexion et attendez une demi-minute.'
        }
    },
    'QUO-KEY-YOUNG': {
        en: {
            sentence: 'Quo does not accept the API key yet. A new key takes about 30 seconds to become active.',
            action: 'Wait: it is tried again by itself. If it is still refused after a minute, check that the whole key was copied.'
        },
        fr: {
            sentence: 'Quo n’accepte pas encore la clé d’API. Une nouvelle clé prend environ 30 secondes à s’activer.',
            action: 'Attendez : un nouvel essai se fait tout seul. Si elle est toujours refusée après une minute, vérifiez qu’elle a été copiée en entier.'
        }
    },
    'QUO-FORBIDDEN': {
        en: {
            sentence: 'Quo does not allow this with this API key: {seen}',
            action: 'Have a workspace owner or admin make the key, and check that the Quo plan includes what is asked.'
        },
        fr: {
            sentence: 'Quo ne permet pas ceci avec cette clé d’API : {seen}',
            action: 'Faites créer la clé par un propriétaire ou un administrateur de l’espace et vérifiez que le forfait Quo comprend ce qui est demandé.'
        }
    },
    'QUO-PLAN': {
        en: {
            sentence: 'The Quo subscription has expired or does not include this: {seen}',
            action: 'Renew or change the plan in Quo (Workspace settings → Plan & billing). What is missing is asked again afterwards.'
        },
        fr: {
            sentence: 'L’abonnement Quo est expiré ou ne comprend pas ceci : {seen}',
            action: 'Renouvelez ou changez le forfait dans Quo (Paramètres de l’espace → Forfait et facturation). Ce qui manque sera redemandé ensuite.'
        }
    },
    'QUO-RATE': {
        en: {
            sentence: 'Quo answers that there are too many requests (ten a second for one API key): {seen}',
            action: 'Do nothing if it is rare: the request is made again. If it is frequent, give this connection an API key that nothing else uses.'
        },
        fr: {
            sentence: 'Quo répond qu’il y a trop de requêtes (dix par seconde par clé d’API) : {seen}',
            action: 'Ne faites rien si c’est rare : la requête sera refaite. Si c’est fréquent, donnez à cette connexion une clé d’API que rien d’autre n’utilise.'
        }
    },
    'QUO-UNREACHABLE': {
        en: {
            sentence: 'Quo could not be reached: {seen}',
            action: 'Check that this machine may open connections to api.quo.com. Requests are made again by themselves.'
        },
        fr: {
            sentence: 'Quo n’a pas pu être joint : {seen}',
            action: 'Vérifiez que cette machine peut ouvrir des connexions vers api.quo.com. Les requêtes sont refaites toutes seules.'
        }
    },
    'QUO-SERVER': {
        en: {
            sentence: 'Quo answered with an error of its own: {seen}',
            action: 'Do nothing: the request is made again later. status.quo.com tells whether Quo has trouble.'
        },
        fr: {
            sentence: 'Quo a répondu par une erreur de son côté : {seen}',
            action: 'Ne faites rien : la requête sera refaite plus tard. status.quo.com dit si Quo a des ennuis.'
        }
    },
    'QUO-NOT-FOUND': {
        en: {
            sentence: 'Quo does not know what was asked for: {seen}',
            action: 'It was deleted in Quo, or belongs to another workspace: check that the API key is of the right one.'
        },
        fr: {
            sentence: 'Quo ne connaît pas ce qui a été demandé : {seen}',
            action: 'L’élément a été supprimé dans Quo ou appartient à un autre espace : vérifiez que la clé d’API est du bon espace.'
        }
    },
    'QUO-CONFLICT': {
        en: {
            sentence: 'Quo already has something with this identity: {seen}',
            action: 'Do nothing: the existing one is looked up and used. If it returns, look for a contact in Quo that carries the Salesforce id twice.'
        },
        fr: {
            sentence: 'Quo possède déjà un élément de cette identité : {seen}',
            action: 'Ne faites rien : l’élément existant est recherché et utilisé. Si cela revient, cherchez dans Quo un contact qui porte deux fois l’identifiant Salesforce.'
        }
    },
    'QUO-REQUEST': {
        en: {
            sentence: 'Quo refused a request of the connector: {seen}',
            action: 'This is likely a defect of the connector: report it with this sentence. Nothing else is held up by it.'
        },
        fr: {
            sentence: 'Quo a refusé une requête du connecteur : {seen}',
            action: 'C’est sans doute un défaut du connecteur : signalez-le avec cette phrase. Rien d’autre n’est retenu.'
        }
    },
    'QUO-ANSWER': {
        en: {
            sentence: 'Quo answered in a form that the connector does not know: {seen}',
            action: 'Check QUO_API_URL. If it is right, report this sentence: Quo may have changed its API.'
        },
        fr: {
            sentence: 'Quo a répondu sous une forme que le connecteur ne connaît pas : {seen}',
            action: 'Vérifiez QUO_API_URL. Si elle est juste, signalez cette phrase : Quo a peut-être changé son API.'
        }
    },
    'QUO-WEBHOOK-ABSENT': {
        en: {
            sentence: 'Quo confirmed the webhook {seen}, but does not list it.',
            action: 'Try again in a minute. If it happens again, create the webhook with the address shown and enter its signing key.'
        },
        fr: {
            sentence: 'Quo a confirmé le webhook {seen}, mais ne le trouve pas.',
            action: 'Réessayez dans une minute. Si cela se répète, créez le webhook avec l’adresse affichée et entrez sa clé de signature.'
        }
    },
    'QUO-WEBHOOK-KEY': {
        en: {
            sentence: 'Quo made the webhook {seen} but gave no signing key.',
            action: 'Rotate its key from the connection’s page, or enter the key by hand.'
        },
        fr: {
            sentence: 'Quo a créé le webhook {seen} sans donner de clé de signature.',
            action: 'Renouvelez sa clé à la page de la connexion ou entrez la clé à la main.'
        }
    },
    'QUO-RECORDING-HOST': {
        en: {
            sentence: 'Quo named an address for a recording that the connector does not fetch from: {seen}',
            action: 'If Quo has moved its recordings there, add this host to the recording hosts of the configuration.'
        },
        fr: {
            sentence: 'Quo a donné pour un enregistrement une adresse que le connecteur ne consulte pas : {seen}',
            action: 'Si Quo y a déplacé ses enregistrements, ajoutez cet hôte à ceux de la configuration.'
        }
    }
} as const satisfies Record<string, CatalogueEntry>;
