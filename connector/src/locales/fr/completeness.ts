import type { Translation } from '../translation.ts';
import type { COMPLETENESS as ENGLISH } from '../en/completeness.ts';

export const COMPLETENESS: Translation<typeof ENGLISH> = {
    title: 'Complétude',
    intro: 'Ce que Quo liste des 14 derniers jours à côté de ce qui est dans Salesforce, par boîte et par jour du fuseau horaire de la connexion. Chaque différence a sa raison. Les numéros oubliés ne sont pas comptés.',
    none: 'Rien n’a encore été comparé.',
    byDay: 'Par jour et par boîte',
    day: 'Jour',
    inbox: 'Boîte',
    noInbox: 'Sans boîte',
    kind: 'Genre',
    lists: { calls: 'Appels', messages: 'Textos' },
    quo: 'Listés par Quo',
    salesforce: 'Dans Salesforce',
    difference: 'Différence',
    reason: 'Raison',
    code: 'Code d’erreur',
    count: 'Nombre',
    id: 'Identifiant dans Quo',
    began: 'Début',
    what: 'Quoi',
    states: {
        written: 'Dans Salesforce',
        waiting: 'En attente d’écriture',
        parked: 'Mis de côté',
        deleted: 'Supprimé dans Salesforce par une personne',
        gone: 'Disparu de Salesforce, sans que l’on sache qui l’a supprimé',
        ignored: 'Ignoré',
        'not-chosen': 'Non consigné : sa boîte n’est pas choisie',
        'not-logged': 'Non consigné : interne, ou sans fin'
    },
    missing: 'Absents de Salesforce',
    nothingMissing: 'Tout ce que Quo liste de ces jours est dans Salesforce.',
    daysFile: 'Ce tableau en CSV',
    missingFile: 'Ce qui manque dans Salesforce en CSV',
    counted: 'Compté par Salesforce',
    countedIntro:
        'Une fois par jour, Salesforce dit combien de nos tâches il a de chacun des cinq derniers jours, selon le début des appels et des conversations. Si les nombres diffèrent, chaque tâche est cherchée. Un autre connecteur ou la copie d’une tâche rend le nombre de Salesforce plus grand.',
    ours: 'Tâches que nous avons écrites',
    theirs: 'Tâches dans Salesforce',
    countedAt: 'Compté',
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
