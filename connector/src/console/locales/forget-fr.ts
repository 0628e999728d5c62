import type { FORGET_EN } from './forget-en.ts';

export const FORGET_FR: typeof FORGET_EN = {
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
    done: (activities, facts, deliveries) =>
        `Oublié : ${counted(activities, 'appel ou conversation', 'appels et conversations')}, ${counted(facts, 'fait', 'faits')}, ${counted(deliveries, 'livraison', 'livraisons')}.`,
    left: (records) =>
        records <= 1
            ? `${records} fiche dans Salesforce en parle encore.`
            : `${records} fiches dans Salesforce en parlent encore.`,
    deleted: (records) =>
        records <= 1 ? `${records} fiche supprimée dans Salesforce.` : `${records} fiches supprimées dans Salesforce.`,
    leadsDeleted: (leads) =>
        leads <= 1 ? `${leads} piste supprimée dans Salesforce.` : `${leads} pistes supprimées dans Salesforce.`,
    contactsDeleted: (contacts) =>
        contacts <= 1 ? `${contacts} contact supprimé dans Quo.` : `${contacts} contacts supprimés dans Quo.`,
    again: 'Ce qui n’a pas pu être supprimé se retrouve : corrigez ce qui est nommé, puis oubliez le numéro de nouveau en cochant les mêmes cases.',
    people: 'Ces fiches de Salesforce portent le numéro. Des personnes les ont créées : décidez là-bas si elles restent.',
    code: (mark) => `Code de ce numéro dans les rapports : ${mark}`,
    reports: {
        title: 'Numéros déjà oubliés',
        at: 'Quand',
        actor: 'Par qui',
        code: 'Code du numéro',
        what: 'Ce qui a été fait',
        failed: 'N’a pas pu être fait',
        people: (people) =>
            people <= 1
                ? `${people} fiche créée par une personne porte le numéro.`
                : `${people} fiches créées par des personnes portent le numéro.`
    }
};

function counted(n: number, one: string, many: string): string {
    return `${n} ${n <= 1 ? one : many}`;
}
