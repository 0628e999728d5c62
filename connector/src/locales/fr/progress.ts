import type { Translation } from '../translation.ts';
import type { PROGRESS as ENGLISH } from '../en/progress.ts';

export const PROGRESS: Translation<typeof ENGLISH> = {
    title: 'En cours, et terminé récemment',
    tasks: {
        directory: 'Chargement des personnes de Salesforce',
        repair: 'Comparaison avec la liste de Quo',
        again: 'Nouveau rendu',
        rehearsal: 'Répétition en cours',
        people: 'Mise de tout le monde dans Quo',
        estimate: 'Estimation en cours'
    },
    ended: {
        directory: 'Les personnes de Salesforce sont chargées',
        repair: 'Comparé avec la liste de Quo',
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
    repair: '{missing, plural, =0 {{seen, plural, one {# fait} other {# faits}} des 28 dernières heures : rien ne manquait.} other {{seen, plural, one {# fait} other {# faits}} des 28 dernières heures, dont {missing, plural, one {# manquait et est maintenant connu.} other {# manquaient et sont maintenant connus.}}}}',
    people: {
        title: 'Personnes dans Quo',
        intro: 'Les personnes de Salesforce sont mises dans les contacts de Quo, pour que leur nom s’affiche quand le téléphone sonne. Quo ne change jamais Salesforce.',
        who: 'Qui y est mis',
        chooseWho: 'Qui est mis dans Quo',
        save: 'Enregistrer ce choix',
        confirm:
            'Vos autres choix sont enregistrés. Voyez ce que demande la mise de tout le monde dans Quo, puis commencez-la ici.',
        estimate: 'Ce que tout le monde demanderait',
        never: 'Rien n’a encore été estimé. Estimer n’écrit personne dans Quo.',
        counting: 'Tout le répertoire est parcouru…',
        look: 'Estimer',
        lookAgain: 'Estimer de nouveau',
        estimatedAgo: 'Estimé il y a {ago}, avec le filtre enregistré.',
        everybody: 'Personnes au répertoire',
        create: 'Seraient créées dans Quo',
        update: 'Seraient modifiées dans Quo',
        remove: 'Seraient retirées de Quo',
        nothing: 'Rien à faire',
        requests: 'Requêtes à Quo',
        takes: 'Durée approximative',
        begin: '{n, plural, one {Mettre # personne dans Quo} other {Mettre # personnes dans Quo}}',
        beginAnyway: 'Voir tout le monde',
        filterLink: 'Le filtre se choisit dans les Préférences.',
        rehearsing: 'En répétition, personne n’est mis dans Quo : cela commence quand elle prend fin.',
        run: 'Le passage sur tout le monde',
        noRun: 'Il n’y a pas encore eu de passage sur tout le monde.',
        reason: '{name} : {n}',
        reasons: {
            created: 'Créées',
            updated: 'Modifiées',
            removed: 'Retirées',
            failed: 'Refusées par Quo',
            unchanged: 'Déjà comme il faut',
            unlinked: 'Supprimées dans Quo par quelqu’un : recréées quand elles appellent',
            foreign: 'Créées dans Quo par quelqu’un d’autre : laissées telles quelles',
            filter: 'Écartées par le filtre, ou entreprises',
            'no-number': 'Sans numéro de téléphone',
            'no-name': 'Sans nom',
            converted: 'Pistes converties'
        }
    }
};
