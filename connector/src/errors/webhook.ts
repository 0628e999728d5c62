import type { CatalogueEntry } from './entry.ts';

export const WEBHOOK_ERRORS = {
    'WEBHOOK-UNSIGNED': {
        en: {
            sentence: 'A delivery carried no signature.',
            action: 'If it is from Quo, create the webhook again; otherwise somebody else calls this address, and nothing was read.'
        },
        fr: {
            sentence: 'Une livraison ne portait aucune signature.',
            action: 'Si elle vient de Quo, recréez le webhook; sinon quelqu’un d’autre appelle cette adresse, et rien n’a été lu.'
        }
    },
    'WEBHOOK-MALFORMED': {
        en: {
            sentence: 'A delivery carried a signature in a form that Quo does not use.',
            action: 'Check whether a proxy in front of the connector changes or repeats headers.'
        },
        fr: {
            sentence: 'Une livraison portait une signature sous une forme que Quo n’emploie pas.',
            action: 'Vérifiez si un serveur mandataire devant le connecteur modifie ou répète des en-têtes.'
        }
    },
    'WEBHOOK-STALE': {
        en: {
            sentence: 'A delivery was signed more than five minutes before or after now.',
            action: 'Check the clock of this machine. Quo signs each attempt anew, so an old one is a repetition by somebody else.'
        },
        fr: {
            sentence: 'Une livraison a été signée plus de cinq minutes avant ou après maintenant.',
            action: 'Vérifiez l’horloge de cette machine. Quo signe chaque tentative à neuf : une vieille est une répétition par quelqu’un d’autre.'
        }
    },
    'WEBHOOK-WRONG': {
        en: {
            sentence: 'A delivery’s signature fits none of the keys of this connection.',
            action: 'Enter the signing key of this webhook: `whsec_…` as Quo gave it at creation, or the secret revealed in the Quo app.'
        },
        fr: {
            sentence: 'La signature d’une livraison ne correspond à aucune clé de cette connexion.',
            action: 'Entrez la clé de signature de ce webhook : `whsec_…` telle que Quo l’a donnée à la création, ou le secret révélé dans l’application Quo.'
        }
    },
    'WEBHOOK-NOT-JSON': {
        en: {
            sentence: 'A signed delivery was not JSON.',
            action: 'Check whether a proxy in front of the connector changes the body.'
        },
        fr: {
            sentence: 'Une livraison signée n’était pas du JSON.',
            action: 'Vérifiez si un serveur mandataire devant le connecteur modifie le corps.'
        }
    },
    'WEBHOOK-TOO-LARGE': {
        en: {
            sentence: 'A delivery was larger than 1 MiB and was not read.',
            action: 'Quo’s events are far smaller: see who else calls this address.'
        },
        fr: {
            sentence: 'Une livraison dépassait 1 Mio et n’a pas été lue.',
            action: 'Les événements de Quo sont bien plus petits : voyez qui d’autre appelle cette adresse.'
        }
    },
    'WEBHOOK-CONNECTION': {
        en: {
            sentence: 'A delivery named a connection that does not exist: {seen}',
            action: 'Use the address that the connection’s page shows: `/webhooks/quo/<connection>`.'
        },
        fr: {
            sentence: 'Une livraison nommait une connexion qui n’existe pas : {seen}',
            action: 'Employez l’adresse affichée à la page de la connexion : `/webhooks/quo/<connexion>`.'
        }
    }
} as const satisfies Record<string, CatalogueEntry>;
