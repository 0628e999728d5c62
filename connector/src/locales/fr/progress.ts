import type { Translation } from '../translation.ts';
import type { PROGRESS as ENGLISH } from '../en/progress.ts';

export const PROGRESS: Translation<typeof ENGLISH> = {
    title: 'En cours, et terminé récemment',
    tasks: {
        directory: 'Chargement des personnes de Salesforce',
        repair: 'Comparaison avec la liste de Quo',
        'catch-up': 'Récupération dans Quo, jour par jour, de ce qui est venu pendant que personne n’écoutait',
        again: 'Nouveau rendu',
        rehearsal: 'Répétition en cours',
        people: 'Mise de tout le monde dans Quo',
        estimate: 'Estimation en cours'
    },
    ended: {
        directory: 'Les personnes de Salesforce sont chargées',
        repair: 'Comparé avec la liste de Quo',
        'catch-up': 'Récupéré dans Quo ce qui est venu pendant que personne n’écoutait',
        again: 'Rendu de nouveau',
        rehearsal: 'Répété',
        people: 'Tout le monde est dans Quo',
        estimate: 'Estimé'
    },
    states: { running: 'En cours', paused: 'Suspendu', done: 'Terminé', failed: 'Arrêté', interrupted: 'Interrompu' },
    of: '{done} sur {total}',
    soFar: '{done, plural, other {# jusqu’ici}}',
    ago: 'il y a {duration}',
    interrupted: 'Plus de nouvelles depuis quelques minutes. Cela reprend tout seul quand le connecteur tourne.',
    again: {
        looked: '{n, plural, one {# appel ou conversation a été revu.} other {# appels et conversations ont été revus.}}',
        parked: '{n, plural, one {# attend une personne : voir « En attente d’une personne ».} other {# attendent une personne : voir « En attente d’une personne ».}}',
        fine: 'Salesforce a tout accepté.'
    },
    repair: '{missing, plural, =0 {{seen, plural, one {# appel ou texto} other {# appels et textos}} des 28 dernières heures : rien ne manquait.} other {{seen, plural, one {# appel ou texto} other {# appels et textos}} des 28 dernières heures, dont {missing, plural, one {# manquait et est maintenant connu.} other {# manquaient et sont maintenant connus.}}}}',
    'catch-up':
        '{missing, plural, =0 {{days, plural, one {# jour} other {# jours}} : rien ne manquait.} other {{days, plural, one {# jour} other {# jours}} : {missing, plural, one {# appel ou texto manquait et est maintenant connu.} other {# appels et textos manquaient et sont maintenant connus.}}}}'
};
