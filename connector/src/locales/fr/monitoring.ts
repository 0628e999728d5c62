import type { Translation } from '../translation.ts';
import type { MONITORING as ENGLISH } from '../en/monitoring.ts';

export const MONITORING: Translation<typeof ENGLISH> = {
    health: {
        title: 'Santé',
        figures: {
            received: '{n, plural, one {Livraison reçue} other {Livraisons reçues}}',
            activities: '{n, plural, one {Appel ou conversation} other {Appels et conversations}}',
            due: 'En cours d’écriture',
            waiting: 'En attente de la suite',
            parked: '{n, plural, one {Attend une personne} other {Attendent une personne}}',
            people: '{n, plural, one {Personne au répertoire} other {Personnes au répertoire}}'
        },
        chart: 'Reçus, associés et écrits, par heure',
        chartAlt:
            'Ces dernières 24 heures, {received, plural, one {# appel ou conversation a été reçu} other {# appels et conversations ont été reçus}}, {matched, plural, one {# associé} other {# associés}} à quelqu’un et {written, plural, one {# écrit} other {# écrits}}.',
        hour: 'Heure',
        inbox: 'Boîte',
        noInbox: 'Sans boîte',
        received: 'Reçus',
        matched: 'Associés',
        written: 'Écrits',
        parked: 'Mis de côté',
        figuresOfChart: 'Les chiffres du graphique',
        byInbox: 'Par boîte, ces dernières 24 heures',
        waiting: 'Attendent depuis le plus longtemps',
        nothingWaits: 'Rien n’attend : tout ce qui est arrivé est dans Salesforce.',
        nothingDue: 'Rien n’est dû en ce moment.',
        what: 'Quoi',
        since: 'Attend depuis',
        late: 'En retard de',
        onTime: 'À l’heure',
        why: 'Pourquoi',
        unread: 'Livraisons qui n’ont donné ni appel ni texto',
        reading: { ignored: 'Sans usage ici', unknown: 'Non comprises' },
        reasons: {
            'nothing that is logged': 'Rien qui se consigne',
            'a type of event that we do not know': 'Un genre d’événement inconnu ici',
            'a test event of Quo': 'Un événement d’essai de Quo',
            'nested too deep': 'Trop d’éléments imbriqués',
            forgotten: 'Oublié à la demande de quelqu’un'
        },
        type: 'Genre',
        count: 'Nombre',
        usage: 'Appels d’API Salesforce, dernières 24 heures',
        org: 'L’organisation permet',
        orgUsed: 'Utilisés par tous',
        ours: 'Utilisés par cette connexion',
        budget: 'Notre budget',
        forecast: 'Prévision pour une journée',
        usageState: {
            free: 'Dans le budget.',
            saving: 'Plus de 80 % du budget : enregistrements, résumés et autres détails tardifs attendent; les nouveaux appels et textos s’écrivent.',
            stopped:
                'Le budget est épuisé : appels et textos sont reçus et gardés, et s’écrivent à mesure que des appels d’API se libèrent.'
        },
        notWhole: 'Connectez Salesforce et Quo pour voir quelque chose ici.'
    },
    activities: {
        title: 'Appels et textos',
        when: 'Quand',
        who: 'Association',
        state: 'État',
        kind: { call: 'Appel', messages: 'Textos' },
        match: { matched: 'Associé', ambiguous: 'Ambigu', unmatched: 'Non associé' },
        states: {
            written: 'Écrit',
            parked: 'Mis de côté',
            waiting: 'En attente',
            ignored: 'Ignoré',
            nothing: 'Non consigné'
        },
        all: 'Tous',
        filter: 'Afficher',
        number: 'Numéro de téléphone',
        none: 'Rien encore.'
    },
    history: {
        titleOf: 'Historique : {what}',
        deliveries: 'Ce que Quo a envoyé',
        received: 'Reçu',
        type: 'Genre',
        id: 'Identifiant',
        match: 'Qui c’est, et pourquoi',
        noMatch: 'Pas encore associé.',
        records: 'Dans Salesforce',
        record: 'Fiche',
        writes: 'Ce qui a été écrit, et la réponse de Salesforce',
        at: 'À',
        answer: 'Réponse',
        answers: { written: 'Écrit', refused: 'Refusé', removed: 'Retiré', failed: 'Échoué' },
        changed: 'Champs changés',
        facts: 'Faits connus',
        open: 'Ouvrir dans Salesforce',
        none: 'Aucun.'
    },
    overrides: {
        title: 'Conservé tel que modifié par une personne',
        count: '{n, plural, one {Conservé tel que modifié par une personne} other {Conservés tels que modifiés par une personne}}',
        intro: 'Quelqu’un d’autre a modifié ces champs dans Salesforce; leur contenu reste. Redemandez le nôtre, et ce qui s’y trouve est remplacé à la prochaine écriture. Salesforce nous dit seulement qui a modifié une fiche en dernier, non qui a modifié quel champ : est nommé le dernier utilisateur, autre que le nôtre, que nous y avons vu.',
        record: 'Fiche',
        field: 'Champ',
        state: 'Ce qui reste',
        by: 'Dernier vu à modifier la fiche',
        notKnown: 'Inconnu',
        action: 'Le nôtre à nouveau',
        kind: {
            theirs: 'Ce que quelqu’un y a mis',
            'beside-ours': 'Ce que quelqu’un a écrit à côté de notre texte',
            deleted: 'La fiche entière : quelqu’un l’a supprimée, et elle n’est pas refaite'
        },
        labels: {
            Subject: 'Objet',
            Status: 'Statut',
            Priority: 'Priorité',
            ActivityDate: 'Échéance',
            Description: 'Commentaires',
            CallDisposition: 'Résultat d’appel',
            CallDurationInSeconds: 'Durée de l’appel',
            CallType: 'Type d’appel',
            WhoId: 'Nom',
            WhatId: 'Associé à',
            OwnerId: 'Attribué à'
        },
        oursAgain: 'Redemander le nôtre',
        asked: 'C’est demandé : la prochaine écriture s’en charge.'
    },
    parked: {
        title: 'En attente d’une personne',
        intro: 'Salesforce a refusé ceci. Corrigez ce qui est nommé, puis réessayez. Chaque fiche est aussi réessayée toute seule : après une heure, puis de moins en moins souvent, et au moins une fois par jour.',
        none: 'Rien n’attend une personne.',
        retryAll: 'Tout réessayer',
        retryKind: 'Réessayer ceux-ci',
        retry: 'Réessayer',
        ignore: 'Ignorer',
        note: 'Note',
        noteHelp: 'Pourquoi on peut l’ignorer; conservé avec l’historique.',
        since: 'Depuis',
        nextTry: 'Nouvel essai dans {duration}.',
        times: '{n, plural, one {# fiche} other {# fiches}}',
        retried: '{n, plural, one {# nouvel essai.} other {# nouveaux essais.}}',
        ignored: '{n, plural, one {# ignoré.} other {# ignorés.}}',
        noReason: 'Aucune raison n’a été donnée.',
        choice: 'Ce qui peut satisfaire la règle :',
        ofRule: '{n, plural, one {L’appel ou la conversation que la règle a touché} other {Les # appels et conversations que la règle a touchés}}'
    },
    quality: {
        title: 'Qualité des données',
        ambiguous: 'Numéros que plusieurs personnes ont',
        ambiguousIntro: 'Leurs appels ne sont sur la fiche de personne tant que l’une n’est pas choisie ou corrigée.',
        duplicates: 'Personnes qui semblent inscrites deux fois',
        unreadable: 'Champs de téléphone où quelque chose n’est pas un numéro',
        unowned: 'Tâches sans propriétaire à elles',
        unownedIntro:
            'Personne n’a pu en être crédité : elles appartiennent à l’utilisateur d’intégration. Choisissez un propriétaire de repli dans Préférences.',
        number: 'Numéro',
        people: 'Fiches',
        calls: 'Appels et conversations',
        field: 'Champ',
        text: 'Ce qui s’y trouve',
        count: '{n, number}',
        atLeast: '{n, number} ou plus',
        none: 'Aucun.'
    }
};
