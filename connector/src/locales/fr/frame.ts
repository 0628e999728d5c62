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
        completeness: 'Complétude',
        quality: 'Qualité des données',
        people: 'Personnes dans Quo',
        listening: 'Enregistrements',
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
    }
};
