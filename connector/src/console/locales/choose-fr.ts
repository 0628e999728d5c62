import type { CHOOSE_EN } from './choose-en.ts';
import { countIn } from './plural.ts';

const count = countIn('fr');

export const CHOOSE_FR: typeof CHOOSE_EN = {
    title: 'Préférences',
    fixed: 'Ces choix viennent du fichier de préférences de l’environnement du connecteur; ils sont seulement montrés ici.',
    save: 'Enregistrer',
    look: 'Voir l’aperçu',
    saved: 'Enregistré. Les nouveaux appels et textos suivent ces choix.',
    preview: {
        title: 'Aperçu',
        intro: 'Le dernier appel, tel qu’il serait écrit avec ces choix.',
        none: 'Il y aura un aperçu dès qu’un appel sera arrivé.',
        faulty: 'Corrigez ce qui est marqué pour revoir l’aperçu.',
        subject: 'Objet',
        description: 'Commentaires',
        why: 'Association'
    },
    groups: {
        what: 'Ce qui est consigné',
        how: 'Comment cela se lit',
        who: 'Sur quelle fiche, à qui la tâche',
        sona: 'Les réponses à Sona',
        quo: 'Personnes dans Quo',
        keeping: 'Conservation et limites'
    },
    label: {
        inboxes: 'Boîtes',
        allInboxes: 'Toutes, aussi celles à venir',
        someInboxes: 'Seulement celles-ci :',
        logCalls: 'Appels',
        logMessages: 'Textos',
        recordings: 'Enregistrements',
        summaries: 'Résumés et prochaines étapes',
        transcripts: 'Transcriptions',
        sona: 'Appels gérés par Sona',
        internalCalls: 'Appels entre nos propres numéros',
        language: 'Langue de ce qui est écrit',
        timeZone: 'Fuseau horaire',
        defaultRegion: 'Pays des numéros sans indicatif',
        unknownCallers: 'Appelants inconnus',
        leadSource: 'Origine de ces pistes',
        leadMinSeconds: 'Durée minimale d’un appel répondu pour une piste, en secondes',
        opportunities: 'Opportunité',
        ignoredNumbers: 'Numéros à ignorer',
        fallbackOwner: 'Propriétaire de repli',
        inboxOwner: (inbox) => `Propriétaire de repli de ${inbox}`,
        noOwner: 'L’utilisateur d’intégration',
        sameOwner: 'Le même que ci-dessus',
        syncContacts: 'Personnes de Salesforce dans Quo',
        contactOwnerField: 'Champ des contacts de Quo pour le propriétaire',
        directoryRefreshSeconds: 'Secondes entre deux lectures des personnes modifiées',
        apiBudget: 'Appels d’API par jour',
        retentionDays: 'Jours de conservation des livraisons brutes',
        recordingsNeedSignIn: 'Demander une connexion à Salesforce avant de jouer un enregistrement',
        owner: 'Propriétaire'
    },
    help: {
        inboxes: 'Les appels et textos des boîtes non choisies sont reçus, mais pas écrits.',
        logCalls: 'Une tâche par appel, écrite quand il se termine.',
        logMessages: 'Une tâche par heure de conversation.',
        recordings: 'Un lien durable vers chaque enregistrement et message vocal.',
        summaries: 'Ce que l’IA de Quo dit de l’appel, dans les commentaires.',
        transcripts: 'La transcription entière, sur les fiches de Sona.',
        sona: 'Une fiche à part pour chaque appel géré par Sona, avec ce que l’appelant lui a dit.',
        internalCalls: 'Entre deux numéros de l’espace.',
        language: 'Objet, commentaires et raisons; ce que les gens ont dit reste tel quel.',
        timeZone: 'Dates et heures dans les textes, par exemple America/Toronto.',
        defaultRegion: 'Deux lettres, par exemple CA ou FR.',
        unknownCallers: 'Quand personne dans Salesforce n’a le numéro.',
        leadSource: 'Vide : aucune.',
        leadMinSeconds:
            'Vide : aucun appel n’est trop court. Un message vocal, un texto ou un message pris par Sona compte toujours.',
        opportunities: 'À quelle opportunité ouverte de la personne ou du compte la tâche est rattachée.',
        ignoredNumbers: 'Un par ligne, comme +15145550123 : jamais associé, jamais une piste.',
        fallbackOwner:
            'Reçoit ce dont personne ne peut être crédité : appels manqués, personnes absentes de Salesforce.',
        syncContacts: 'Pour que leur nom s’affiche quand le téléphone sonne.',
        contactOwnerField: 'Vide : l’un des noms usuels, sinon la ligne du rôle.',
        directoryRefreshSeconds: 'De 30 à 86 400; chaque lecture coûte environ deux appels d’API.',
        apiBudget:
            'Vide : un dixième de ce que l’organisation permet. À 80 %, les détails tardifs attendent; à 100 %, seule la réception continue.',
        retentionDays: 'Ensuite, seul ce qui en découle est gardé.',
        recordingsNeedSignIn: 'Tout utilisateur de l’organisation peut alors écouter, personne d’autre.'
    },
    options: {
        fr: 'Français',
        en: 'Anglais',
        none: 'Les consigner sans fiche',
        lead: 'Créer une piste',
        never: 'Jamais',
        'only-open': 'La seule ouverte',
        'most-recent': 'La plus récente ouverte',
        off: 'Personne',
        'on-call': 'Qui appelle ou est appelé',
        full: 'Tout le monde'
    },
    again: {
        title: 'Appliquer à ce qui est déjà consigné',
        intro: 'Redessine les appels et textos des derniers jours avec les choix enregistrés, et écrit ce qui diffère.',
        days: 'Jours',
        look: 'Voir ce qui changerait',
        button: 'Appliquer maintenant',
        back: 'Retour aux préférences',
        title2: 'Titre',
        would: (days) => count(days, 'Ce que donnerait le dernier jour', 'Ce que donneraient les # derniers jours'),
        found: (n) => count(n, '# appel ou conversation.', '# appels et conversations.'),
        sample: (n) => count(n, 'Examiné : le plus récent.', 'Examinés : les # plus récents.'),
        changes: (changed, same) =>
            `${count(changed, '# fiche serait écrite', '# fiches seraient écrites')}, ${count(same, '# est comme elle doit être.', '# sont comme elles doivent être.')}`,
        done: (n) => count(n, '# appel ou conversation est redessiné.', '# appels et conversations sont redessinés.')
    },
    travel: {
        title: 'Exporter et importer',
        intro: 'Porte les choix d’un bac à sable à la production, ou l’inverse. Aucun secret n’y est.',
        export: 'Exporter en JSON',
        text: 'JSON à importer',
        look: 'Voir ce qui changerait',
        same: 'Rien ne changerait.',
        key: 'Choix',
        now: 'Maintenant',
        then: 'Ensuite',
        apply: 'Changer ceci',
        differ: (n) => count(n, '# choix changerait', '# choix changeraient'),
        title2: 'Ce que l’import changerait'
    },
    rehearsal: {
        title: 'Répétition',
        intro: 'Tout tourne et rien n’est écrit, ni dans Salesforce ni dans Quo. Un rapport dit ce qui l’aurait été.',
        start: 'Commencer une répétition',
        stop: 'Y mettre fin et écrire ce qui attendait',
        since: (instant) => `En répétition depuis le ${instant}.`,
        report: 'Voir le rapport',
        would: 'Ce qui aurait été écrit',
        does: { create: 'Serait créé', update: 'Serait modifié', nothing: 'Est déjà ainsi' },
        leads: 'Pistes qui auraient été créées',
        counts: (create, update, nothing) =>
            [
                count(create, '# fiche serait créée', '# fiches seraient créées'),
                count(update, '# serait modifiée', '# seraient modifiées'),
                count(nothing, '# est comme elle doit être.', '# sont comme elles doivent être.')
            ].join(', ')
    }
};
