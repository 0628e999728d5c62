import type { Translation } from '../translation.ts';
import type { COMPLETENESS as ENGLISH } from '../en/completeness.ts';

export const COMPLETENESS: Translation<typeof ENGLISH> = {
    gaps: {
        calls: 'Des appels du {from} au {to} manquent peut-être ({inbox}).',
        messages: 'Des textos du {from} au {to} manquent peut-être ({inbox}).',
        allInboxes: 'toutes les boîtes',
        fetchAgain: 'Récupérer de nouveau',
        acknowledge: 'Prendre acte',
        done: {
            'gap.acknowledged': 'Pris acte. C’est inscrit au journal d’audit.',
            'gap.fetched-again': 'Tout ce qui est venu depuis est récupéré de nouveau, d’ici dix minutes.'
        }
    }
};
