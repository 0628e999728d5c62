import type { Translation } from '../../translation.ts';
import type { PIPELINE_ERRORS as ENGLISH } from '../../en/errors/pipeline.ts';

export const PIPELINE_ERRORS: Translation<typeof ENGLISH> = {
    'PIPE-UNEXPECTED': {
        sentence: 'Cette activité n’a pas pu être traitée : {seen}',
        action: 'C’est un défaut du connecteur. Tout ce que Quo en a dit est conservé; relancez-la après la prochaine mise à jour et signalez-la avec ce texte.'
    },
    'PIPE-BUDGET': {
        sentence: 'Le budget de {seen} appels d’API Salesforce par 24 heures est épuisé; l’écriture attend.',
        action: 'Augmentez le budget dans les préférences, ou ne faites rien : ce qui attend partira à mesure que des appels se libèrent. Rien n’est perdu.'
    }
};
