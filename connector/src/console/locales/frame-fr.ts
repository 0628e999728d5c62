import type { FRAME_EN } from './frame-en.ts';
import { countIn } from './plural.ts';

const count = countIn('fr');

export const FRAME_FR: typeof FRAME_EN = {
    path: ['Paramètres', 'Intégrations', 'Salesforce'],
    skip: 'Aller au contenu',
    signedInAs: (actor) => `Connecté : ${actor}`,
    adminToken: 'jeton d’administration',
    signOut: 'Se déconnecter',
    otherLanguage: 'English',
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
    duration: (ms) => durationFr(ms),
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
        ago: (duration) => `il y a ${duration}`,
        audit: 'Accès et connexions : journal d’audit',
        auditTitle: 'Journal d’audit des accès et des connexions'
    }
};

function durationFr(ms: number): string {
    const minutes = Math.round(ms / 60_000);
    if (minutes < 1) return 'moins d’une minute';
    if (minutes < 60) return `${minutes} min`;
    if (minutes < 48 * 60) return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
    return count(Math.round(minutes / 1_440), '# jour', '# jours');
}
