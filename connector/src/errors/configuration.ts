import type { CatalogueEntry } from './entry.ts';

export const CONFIGURATION_ERRORS = {
    'CONFIG-VARIABLES': {
        en: {
            sentence: 'The configuration cannot be used: {seen}',
            action: 'Correct these variables; config/connector.env.example shows every one of them.'
        },
        fr: {
            sentence: 'La configuration ne peut pas servir : {seen}',
            action: 'Corrigez ces variables; config/connector.env.example les montre toutes.'
        }
    },
    'CONFIG-COMMAND': {
        en: {
            sentence: 'The connector does not know the command “{seen}”.',
            action: 'Give none to start it, or rotate-key, or rotate-key recordings.'
        },
        fr: {
            sentence: 'Le connecteur ne connaît pas la commande « {seen} ».',
            action: 'N’en donnez aucune pour le démarrer; ou rotate-key, ou rotate-key recordings.'
        }
    },
    'CONFIG-PREFERENCES': {
        en: {
            sentence: 'The preferences cannot be used: {seen}',
            action: 'Correct these keys in the preferences file; keys that are left out keep their default.'
        },
        fr: {
            sentence: 'Les préférences ne peuvent pas servir : {seen}',
            action: 'Corrigez ces clés dans le fichier de préférences; une clé absente garde sa valeur par défaut.'
        }
    }
} as const satisfies Record<string, CatalogueEntry>;
