import type { Translation } from '../translation.ts';
import type { CONTACT_SYNC as ENGLISH } from '../en/contact-sync.ts';

export const CONTACT_SYNC: Translation<typeof ENGLISH> = {
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
    rerenderPreview: 'Estimer de nouveau',
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
    },
    card: {
        title: 'Personnes de Salesforce dans Quo',
        mode: 'Qui y est mis',
        linked: 'Tenues comme dans Salesforce',
        due: 'En attente d’y être mises',
        failed: 'Refusées par Quo',
        run: {
            running: 'Tout le monde est en train d’y être mis.',
            paused: 'Suspendu.',
            done: 'Tout le monde a été vu.'
        },
        progress: '{done} sur {total}',
        act: { start: 'Voir tout le monde', pause: 'Suspendre', resume: 'Continuer' },
        more: 'Ce que cela demande, et qui y est mis'
    },
    skipped: {
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
    }
};
