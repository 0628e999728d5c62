import type { Translation } from '../translation.ts';
import type { PREFERENCES_PAGE as ENGLISH } from '../en/preferences-page.ts';

export const PREFERENCES_PAGE: Translation<typeof ENGLISH> = {
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
        why: 'Association',
        owner: 'Propriétaire'
    },
    again: {
        title: 'Appliquer à ce qui est déjà consigné',
        intro: 'Redessine les appels et textos des derniers jours avec les choix enregistrés, et écrit ce qui diffère.',
        days: 'Jours',
        look: 'Voir ce qui changerait',
        button: 'Appliquer maintenant',
        back: 'Retour aux préférences',
        title2: 'Titre',
        would: '{days, plural, one {Ce que donnerait le dernier jour} other {Ce que donneraient les # derniers jours}}',
        found: '{n, plural, one {# appel ou conversation.} other {# appels et conversations.}}',
        sample: '{n, plural, one {Examiné : le plus récent.} other {Examinés : les # plus récents.}}',
        changes:
            '{changed, plural, one {# fiche serait écrite} other {# fiches seraient écrites}}, {same, plural, one {# est comme elle doit être.} other {# sont comme elles doivent être.}}',
        done: '{n, plural, one {# appel ou conversation est redessiné.} other {# appels et conversations sont redessinés.}}'
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
        correct: 'Corrigez le JSON, ou ce qui manque à l’organisation, puis importez de nouveau.',
        differ: '{n, plural, one {# choix changerait} other {# choix changeraient}}',
        title2: 'Ce que l’import changerait'
    },
    rehearsal: {
        title: 'Répétition',
        intro: 'Tout tourne et rien n’est écrit, ni dans Salesforce ni dans Quo. Un rapport dit ce qui l’aurait été.',
        start: 'Commencer une répétition',
        stop: 'Y mettre fin et écrire ce qui attendait',
        since: 'En répétition depuis le {instant}.',
        report: 'Voir le rapport',
        would: 'Ce qui aurait été écrit',
        does: { create: 'Serait créé', update: 'Serait modifié', nothing: 'Est déjà ainsi' },
        leads: 'Pistes qui auraient été créées',
        counts: '{create, plural, one {# fiche serait créée} other {# fiches seraient créées}}, {update, plural, one {# serait modifiée} other {# seraient modifiées}}, {nothing, plural, one {# est comme elle doit être.} other {# sont comme elles doivent être.}}'
    }
};
