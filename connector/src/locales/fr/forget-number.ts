import type { Translation } from '../translation.ts';
import type { FORGET_NUMBER as ENGLISH } from '../en/forget-number.ts';

export const FORGET_NUMBER: Translation<typeof ENGLISH> = {
    title: 'Oublier un numéro',
    intro: 'Retire du connecteur tout ce qui s’est dit de et vers un numéro de téléphone. C’est irréversible.',
    rules: [
        'Ce qui arrive en retard au sujet d’un appel ou d’un texto oublié, ou qui est renvoyé, reste dehors. Un nouvel appel ou texto, commencé après l’oubli, est consigné comme tout autre.',
        'Les contacts, comptes et pistes créés par des personnes sont nommés et jamais touchés. Tant que l’un d’eux porte le numéro, le connecteur le connaît comme le sien.',
        'Le numéro lui-même n’est conservé nulle part : les rapports et les livraisons tardives se reconnaissent à un code que seul ce connecteur sait calculer.'
    ],
    number: 'Numéro de téléphone',
    records: 'Supprimer aussi les tâches et les fiches Sona que le connecteur a écrites dans Salesforce',
    leads: 'Supprimer aussi les pistes que le connecteur a créées pour ce numéro dans Salesforce',
    contacts: 'Supprimer aussi les contacts que le connecteur a créés dans Quo pour les personnes qui ont ce numéro',
    button: 'Oublier ce numéro',
    done: 'Oublié : {activities, plural, one {# appel ou conversation} other {# appels et conversations}}, {facts, plural, one {# fait} other {# faits}}, {deliveries, plural, one {# livraison} other {# livraisons}}.',
    left: '{records, plural, one {# fiche dans Salesforce en parle encore.} other {# fiches dans Salesforce en parlent encore.}}',
    deleted: '{records, plural, one {# fiche supprimée dans Salesforce.} other {# fiches supprimées dans Salesforce.}}',
    leadsDeleted:
        '{leads, plural, one {# piste supprimée dans Salesforce.} other {# pistes supprimées dans Salesforce.}}',
    contactsDeleted: '{contacts, plural, one {# contact supprimé dans Quo.} other {# contacts supprimés dans Quo.}}',
    again: 'Ce qui n’a pas pu être supprimé se retrouve : corrigez ce qui est nommé, puis oubliez le numéro de nouveau en cochant les mêmes cases.',
    people: 'Ces fiches de Salesforce portent le numéro. Des personnes les ont créées : décidez là-bas si elles restent.',
    code: 'Code de ce numéro dans les rapports : {mark}',
    reports: {
        title: 'Numéros déjà oubliés',
        at: 'Quand',
        actor: 'Par qui',
        code: 'Code du numéro',
        what: 'Ce qui a été fait',
        failed: 'N’a pas pu être fait',
        people: '{people, plural, one {# fiche créée par une personne porte le numéro.} other {# fiches créées par des personnes portent le numéro.}}'
    }
};
