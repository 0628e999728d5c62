import type { Translation } from '../../translation.ts';
import type { WEBHOOK_ERRORS as ENGLISH } from '../../en/errors/webhook.ts';

export const WEBHOOK_ERRORS: Translation<typeof ENGLISH> = {
    'WEBHOOK-UNSIGNED': {
        sentence: 'Une livraison ne portait aucune signature.',
        action: 'Si elle vient de Quo, recréez le webhook; sinon quelqu’un d’autre appelle cette adresse, et rien n’a été lu.'
    },
    'WEBHOOK-MALFORMED': {
        sentence: 'Une livraison portait une signature sous une forme que Quo n’emploie pas.',
        action: 'Vérifiez si un serveur mandataire devant le connecteur modifie ou répète des en-têtes.'
    },
    'WEBHOOK-STALE': {
        sentence: 'Une livraison a été signée plus de cinq minutes avant ou après maintenant.',
        action: 'Vérifiez l’horloge de cette machine. Quo signe chaque tentative à neuf : une vieille est une répétition par quelqu’un d’autre.'
    },
    'WEBHOOK-WRONG': {
        sentence: 'La signature d’une livraison ne correspond à aucune clé de cette connexion.',
        action: 'Entrez la clé de signature de ce webhook : `whsec_…` telle que Quo l’a donnée à la création, ou le secret révélé dans l’application Quo.'
    },
    'WEBHOOK-NOT-JSON': {
        sentence: 'Une livraison signée n’était pas du JSON.',
        action: 'Vérifiez si un serveur mandataire devant le connecteur modifie le corps.'
    },
    'WEBHOOK-TOO-LARGE': {
        sentence: 'Une livraison dépassait 1 Mio et n’a pas été lue.',
        action: 'Les événements de Quo sont bien plus petits : voyez qui d’autre appelle cette adresse.'
    },
    'WEBHOOK-CONNECTION': {
        sentence: 'Une livraison nommait une connexion qui n’existe pas : {seen}',
        action: 'Employez l’adresse affichée à la page de la connexion : `/webhooks/quo/<connexion>`.'
    }
};
