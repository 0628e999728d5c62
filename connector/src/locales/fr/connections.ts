import type { Translation } from '../translation.ts';
import type { CONNECTIONS as ENGLISH } from '../en/connections.ts';

export const CONNECTIONS: Translation<typeof ENGLISH> = {
    title: 'Connexion',
    steps: ['Salesforce', 'Quo', 'Événements', 'Vérifications'],
    step: '{name} : {state}',
    done: 'Fait',
    toDo: 'À faire',
    fromEnvironment: 'Fixé par l’environnement du connecteur (SALESFORCE_… et QUO_…).',
    salesforce: {
        title: '1. Salesforce',
        intro: 'Salesforce vous demandera de permettre au connecteur d’écrire les appels et les textos. Il travaillera sous l’utilisateur qui le permet : prenez un utilisateur d’intégration.',
        connect: 'Se connecter à Salesforce',
        reconnect: 'Reconnecter',
        org: 'Organisation',
        user: 'Travaille sous',
        address: 'Adresse',
        app: 'Application cliente externe',
        appIntro:
            'Le connecteur joint Salesforce par l’application cliente externe du paquet. Son URL de rappel doit être :',
        clientId: 'Clé du consommateur',
        clientSecret: 'Secret du consommateur',
        saveApp: 'Conserver',
        appOfOwner:
            'L’application cliente externe par laquelle se connecter n’est pas encore connue : la personne qui a mis ce déploiement en place l’entre.'
    },
    quo: {
        title: '2. Quo',
        intro: 'Dans Quo : Paramètres de l’espace → API → Générer une clé d’API. Un propriétaire ou un administrateur de l’espace la crée.',
        key: 'Clé d’API',
        test: 'Essayer et conserver',
        replace: 'Utiliser une autre clé',
        workspace: 'Espace',
        trying: 'La clé est à l’essai…',
        loading: 'Les numéros et les utilisateurs se chargent…',
        numbers: '{n, plural, one {# numéro} other {# numéros}}',
        users: '{n, plural, one {# utilisateur} other {# utilisateurs}}'
    },
    events: {
        title: '3. Événements',
        intro: 'Quo envoie chaque appel et chaque texto au connecteur, au moment où il a lieu.',
        create: 'Créer le webhook',
        recreate: 'Le recréer',
        made: 'Le webhook a été créé par l’API de Quo.',
        test: 'Envoyer un événement d’essai',
        waiting: 'Un événement d’essai est en route…',
        arrived: 'Le dernier événement est arrivé il y a {ago}, avec une bonne signature.',
        byHand: 'Si la clé n’a pas le droit de créer des webhooks',
        byHandIntro:
            'Dans Quo : Paramètres de l’espace → Webhooks → Créer un webhook, tous les événements, tous les numéros. Collez cette adresse :',
        copy: 'Adresse du webhook',
        key: 'Clé de signature',
        keyHelp: 'whsec_… ou, pour un webhook plus ancien, la clé en base64. Plusieurs peuvent être connues à la fois.',
        keepKey: 'Conserver la clé',
        keys: '{n, plural, one {# clé de signature est connue.} other {# clés de signature sont connues.}}',
        dropOld: 'Oublier toutes les clés sauf la plus récente'
    },
    checks: {
        title: '4. Vérifications',
        intro: 'Tout ce qui doit être en ordre, lu dans Salesforce et dans Quo. Des tâches y sont essayées et retirées du même coup : rien n’en reste.',
        again: 'Vérifier de nouveau',
        never: 'Pas encore vérifié.',
        checkedAgo: 'Vérifié il y a {ago}.',
        state: { ok: 'En ordre', warning: 'Marche, avec moins', failed: 'À corriger' },
        running: 'Vérification en cours…',
        names: {
            'sign-in': 'Accès à l’API et édition',
            package: 'Paquet',
            'record type': 'Type d’enregistrement des tâches',
            'task status': 'Statut et priorité des tâches',
            'trusted url': 'Enregistrements sur les pages de Salesforce',
            activity: 'Une tâche pour chacun, essayée et retirée',
            'api calls': 'Appels d’API aujourd’hui',
            org: 'Organisation',
            users: 'Utilisateurs de Quo et de Salesforce',
            webhook: 'Webhook des événements',
            clock: 'Horloge',
            quo: 'Clé d’API de Quo',
            listening: 'Qui peut écouter les enregistrements'
        },
        object: 'Droits sur {name}',
        field: 'Champ {name}',
        fields: '{n, plural, one {# champ} other {# champs}}',
        asSource: 'déployé depuis les sources'
    },
    disconnect: {
        title: 'Déconnecter',
        intro: 'Révoque les jetons dans Salesforce, supprime le webhook dans Quo et efface les clés d’ici. Ce qui est consigné reste. Reconnecter la même organisation et le même espace reprend là où tout s’est arrêté.',
        sure: 'Oui, déconnecter',
        button: 'Déconnecter…',
        done: 'Déconnecté : les jetons sont révoqués, le webhook est supprimé et les clés sont effacées.',
        doneInPart: 'Déconnecté ici, mais l’une des plateformes n’a pas pu en être avisée :'
    },
    remove: {
        title: 'Retirer cette connexion',
        intro: 'Efface tout ce que le connecteur garde pour elle : livraisons, appels, textos, personnes, choix. C’est irréversible. Ce qui est consigné dans Salesforce reste, et le journal d’audit aussi.',
        name: 'Tapez « {name} » pour confirmer',
        button: 'Retirer définitivement',
        done: '{rows, plural, one {La connexion est retirée : # ligne effacée.} other {La connexion est retirée : # lignes effacées.}}'
    },
    pause: {
        next: 'Prochain essai dans {duration}.',
        now: 'Essayer maintenant',
        done: 'Un nouvel essai est fait maintenant.'
    },
    list: {
        title: 'Connexions',
        intro: 'Chaque connexion consigne un espace Quo dans une organisation Salesforce.',
        empty: 'Rien n’est encore connecté.',
        name: 'Nom',
        add: 'Nouvelle connexion',
        addHelp: 'Un nom qui la distingue : l’entreprise ou l’organisation.',
        salesforce: 'Organisation Salesforce',
        quo: 'Espace Quo',
        state: 'État',
        works: 'En marche',
        paused: 'En pause',
        incomplete: 'Incomplète',
        rehearsing: 'En répétition',
        notConnected: 'Non connecté',
        parked: 'Attendent une personne',
        heard: 'Dernier événement',
        never: 'Jamais',
        ago: 'il y a {duration}',
        audit: 'Accès et connexions : journal d’audit'
    }
};
