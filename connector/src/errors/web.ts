import type { CatalogueEntry } from './entry.ts';

export const WEB_ERRORS = {
    'WEB-PORT': {
        en: {
            sentence: 'The connector cannot listen on {seen}.',
            action: 'Choose another PORT, or stop the program that uses this one.'
        },
        fr: {
            sentence: 'Le connecteur ne peut pas écouter sur {seen}.',
            action: 'Choisissez un autre PORT ou arrêtez le programme qui l’utilise.'
        }
    }
} as const satisfies Record<string, CatalogueEntry>;
