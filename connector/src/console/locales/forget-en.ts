export const FORGET_EN = {
    title: 'Forget a number',
    intro: 'Removes everything that was said from and to a phone number from the connector. It cannot be undone.',
    rules: [
        'What comes late about a forgotten call or text, or is sent again, stays away. A new call or text, begun after the forgetting, is logged like any other.',
        'Contacts, accounts and leads that people made are named and never touched. While one of them has the number, the connector knows it as their number.',
        'The number itself is kept nowhere: reports and late deliveries are recognized by a code that only this connector can compute.'
    ],
    number: 'Phone number',
    records: 'Also delete the tasks and Sona records that the connector wrote in Salesforce',
    leads: 'Also delete the leads that the connector made for this number in Salesforce',
    contacts: 'Also delete the contacts that the connector made in Quo of people who have this number',
    button: 'Forget this number',
    done: (activities: number, facts: number, deliveries: number) =>
        `Forgotten: ${counted(activities, 'call or conversation', 'calls and conversations')}, ${counted(facts, 'fact', 'facts')}, ${counted(deliveries, 'delivery', 'deliveries')}.`,
    left: (records: number) =>
        records === 1
            ? '1 record in Salesforce still speaks of it.'
            : `${records} records in Salesforce still speak of it.`,
    deleted: (records: number) =>
        records === 1 ? '1 record was deleted in Salesforce.' : `${records} records were deleted in Salesforce.`,
    leadsDeleted: (leads: number) =>
        leads === 1 ? '1 lead was deleted in Salesforce.' : `${leads} leads were deleted in Salesforce.`,
    contactsDeleted: (contacts: number) =>
        contacts === 1 ? '1 contact was deleted in Quo.' : `${contacts} contacts were deleted in Quo.`,
    again: 'What could not be deleted is found once more: put right what is named, then forget the number again with the same ticks.',
    people: 'These records in Salesforce have the number. People made them: decide there whether they stay.',
    code: (mark: string) => `Code of this number in the reports: ${mark}`,
    reports: {
        title: 'Numbers forgotten before',
        at: 'When',
        actor: 'By whom',
        code: 'Code of the number',
        what: 'What was done',
        failed: 'Could not be done',
        people: (people: number) =>
            people === 1 ? '1 record of people has the number.' : `${people} records of people have the number.`
    }
};

function counted(n: number, one: string, many: string): string {
    return `${n} ${n === 1 ? one : many}`;
}
