import type { Translation } from '../translation.ts';
import type { FRAME as ENGLISH } from '../en/frame.ts';

export const FRAME: Translation<typeof ENGLISH> = {
    path: ['Paramètres', 'Intégrations', 'Salesforce'],
    skip: 'Aller au contenu',
    signedInAs: 'Connecté : {actor}',
    adminToken: 'jeton d’administration',
    signOut: 'Se déconnecter',
    ownName: 'Français',
    connections: 'Connexions',
    tabs: {
        health: 'Santé',
        activities: 'Appels et textos',
        parked: 'En attente d’une personne',
        quality: 'Qualité des données',
        people: 'Personnes dans Quo',
        preferences: 'Préférences',
        connect: 'Connexion',
        audit: 'Journal d’audit'
    },
    whatToDo: 'Que faire :',
    saved: 'Enregistré.',
    yes: 'Oui',
    no: 'Non',
    none: 'Aucun',
    duration: {
        brief: 'moins d’une minute',
        minutes: '{minutes, number} min',
        hours: '{hours, number} h {minutes, number} min',
        days: '{days, plural, one {# jour} other {# jours}}'
    },
    signIn: {
        title: 'Connexion à la console',
        intro: 'La console de Quo pour Salesforce est réservée aux personnes qui gèrent la connexion.',
        withSalesforce: 'Se connecter avec Salesforce',
        withToken: 'Première mise en place',
        where: 'Où vous connectez-vous à Salesforce ?',
        production: 'Production (compte réel)',
        sandbox: 'Sandbox (bac à sable)',
        myDomain: 'Mon domaine',
        myDomainHelp: 'Par exemple acme, ou https://acme.my.salesforce.com',
        token: 'Jeton d’administration',
        tokenHelp: 'ADMIN_TOKEN dans l’environnement du connecteur.',
        noToken:
            'Pour mettre en place la première connexion, démarrez le connecteur avec ADMIN_TOKEN dans son environnement.',
        enter: 'Entrer'
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
        audit: 'Accès et connexions : journal d’audit',
        auditTitle: 'Journal d’audit des accès et des connexions'
    }
};
