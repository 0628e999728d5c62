import type { Translation } from '../translation.ts';
import type { SKIPPED as ENGLISH } from '../en/skipped.ts';

/** Qui n’est pas dans Quo. */
export const SKIPPED: Translation<typeof ENGLISH> = {
    title: 'Qui n’est pas dans Quo',
    link: 'Qui n’est pas dans Quo, et pourquoi',
    intro: 'Les enregistrements qui pourraient être dans Quo et n’y sont pas, les plus récents d’abord. Ceux que le filtre laisse de côté n’y figurent pas.',
    record: 'Enregistrement',
    why: 'Pourquoi',
    since: 'Depuis',
    gone: 'Un enregistrement qui n’est plus dans Salesforce',
    reasons: {
        'no-number': 'Aucun numéro de téléphone lisible.',
        foreign: 'Un autre programme lui a créé un contact dans Quo : on n’y touche pas.',
        unlinked: 'Quelqu’un l’a supprimé dans Quo : recréé au prochain appel.',
        failed: 'Refusé.'
    },
    unreadable: '{field} : « {text} »',
    further: 'Les suivants',
    first: 'Depuis le début',
    none: 'Personne : tous ceux qui y sont voulus ont un numéro et ont été acceptés.'
};
