import type { CatalogueEntry } from './entry.ts';

export const PIPELINE_ERRORS = {
    'PIPE-UNEXPECTED': {
        en: {
            sentence: 'This activity could not be worked on: {seen}',
            action: 'This is a defect of the connector. Everything that Quo told about it is kept; retry it after the next update, and report it with this text.'
        },
        fr: {
            sentence: 'Cette activité n’a pas pu être traitée : {seen}',
            action: 'C’est un défaut du connecteur. Tout ce que Quo en a dit est conservé; relancez-la après la prochaine mise à jour et signalez-la avec ce texte.'
        }
    },
    'PIPE-BUDGET': {
        en: {
            sentence: 'The budget of {seen} Salesforce API calls for 24 hours is used up, so writing waits.',
            action: 'Raise the budget in the preferences, or do nothing: what waits goes out as calls become free. Nothing is lost.'
        },
        fr: {
            sentence: 'Le budget de {seen} appels d’API Salesforce par 24 heures est épuisé; l’écriture attend.',
            action: 'Augmentez le budget dans les préférences, ou ne faites rien : ce qui attend partira à mesure que des appels se libèrent. Rien n’est perdu.'
        }
    }
} as const satisfies Record<string, CatalogueEntry>;
