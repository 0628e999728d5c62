export const FORGET_NUMBER = {
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
    done: 'Forgotten: {activities, plural, one {# call or conversation} other {# calls and conversations}}, {facts, plural, one {# fact} other {# facts}}, {deliveries, plural, one {# delivery} other {# deliveries}}.',
    left: '{records, plural, one {# record in Salesforce still speaks of it.} other {# records in Salesforce still speak of it.}}',
    deleted:
        '{records, plural, one {# record was deleted in Salesforce.} other {# records were deleted in Salesforce.}}',
    leadsDeleted:
        '{leads, plural, one {# lead was deleted in Salesforce.} other {# leads were deleted in Salesforce.}}',
    contactsDeleted: '{contacts, plural, one {# contact was deleted in Quo.} other {# contacts were deleted in Quo.}}',
    again: 'What could not be deleted is found once more: put right what is named, then forget the number again with the same ticks.',
    people: 'These records in Salesforce have the number. People made them: decide there whether they stay.',
    code: 'Code of this number in the reports: {mark}',
    reports: {
        title: 'Numbers forgotten before',
        at: 'When',
        actor: 'By whom',
        code: 'Code of the number',
        what: 'What was done',
        failed: 'Could not be done',
        people: '{people, plural, one {# record of people has the number.} other {# records of people have the number.}}'
    }
} as const;
