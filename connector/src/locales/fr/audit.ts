import type { Translation } from '../translation.ts';
import type { AUDIT as ENGLISH } from '../en/audit.ts';

export const AUDIT: Translation<typeof ENGLISH> = {
    actions: {
        'sign-in': 'Connexion à la console',
        'sign-in.refused': 'Connexion refusée',
        'sign-in.failed': 'Échec de la connexion par Salesforce',
        'connect.failed': 'Échec de la connexion de Salesforce',
        'salesforce.connected': 'Salesforce connecté',
        'app.kept': 'Application cliente externe conservée',
        'connection.made': 'Connexion créée',
        'connection.removed': 'Connexion retirée',
        disconnected: 'Déconnecté',
        'quo.key-tried': 'Clé d’API de Quo essayée',
        'webhook.made': 'Webhook créé',
        'webhook.key-kept': 'Clé de signature conservée',
        'webhook.keys-dropped': 'Anciennes clés de signature oubliées',
        'webhook.tested': 'Événement d’essai envoyé',
        checked: 'Vérifications faites',
        'preferences.saved': 'Préférences enregistrées',
        'preferences.imported': 'Préférences importées',
        'preferences.applied': 'Appliquées à ce qui était consigné',
        'rehearsal.begun': 'Répétition commencée',
        'rehearsal.ended': 'Répétition terminée',
        'people.start': 'Mise de tout le monde dans Quo commencée',
        'people.pause': 'Mise de tout le monde dans Quo suspendue',
        'people.resume': 'Mise de tout le monde dans Quo reprise',
        'people.estimated': 'Mise de tout le monde dans Quo estimée',
        'people.chosen': 'Choix de qui est mis dans Quo',
        'parked.retried': 'Nouvel essai de ce qui attendait',
        'parked.ignored': 'Ce qui attendait est ignoré',
        'number.forgotten': 'Numéro oublié',
        'recording.played': 'Enregistrement joué'
    },
    pair: '{name} : {value}'
};
