import type { Translation } from '../translation.ts';
import type { SIGN_IN as ENGLISH } from '../en/sign-in.ts';

export const SIGN_IN: Translation<typeof ENGLISH> = {
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
    enter: 'Entrer',
    everybody: 'Personnes connectées',
    signEverybodyOut: 'Déconnecter tout le monde',
    everybodyHelp:
        'Met fin à chaque session de la console, la vôtre aussi, pour toutes les connexions : chacun se reconnecte avec ce qu’il peut faire maintenant.'
};
