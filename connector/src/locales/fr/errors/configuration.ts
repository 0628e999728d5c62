import type { Translation } from '../../translation.ts';
import type { CONFIGURATION_ERRORS as ENGLISH } from '../../en/errors/configuration.ts';

export const CONFIGURATION_ERRORS: Translation<typeof ENGLISH> = {
    'CONFIG-VARIABLES': {
        sentence: 'La configuration ne peut pas servir : {seen}',
        action: 'Corrigez ces variables; config/connector.env.example les montre toutes.'
    },
    'CONFIG-COMMAND': {
        sentence: 'Le connecteur ne connaît pas la commande « {seen} ».',
        action: 'N’en donnez aucune pour le démarrer; ou rotate-key, ou rotate-key recordings.'
    },
    'CONFIG-PREFERENCES': {
        sentence: 'Les préférences ne peuvent pas servir : {seen}',
        action: 'Corrigez ces clés dans le fichier de préférences; une clé absente garde sa valeur par défaut.'
    }
};
