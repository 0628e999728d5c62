/** Forgetting a number. */
export const FORGET_ERRORS = {
    'WEB-OWN-NUMBER': {
        sentence: 'This is a number of your own Quo workspace ({seen}): nothing was forgotten.',
        action: 'Enter the number of the person who is to be forgotten.'
    },
    'WEB-LEAD-RIGHT': {
        sentence: 'The integration user may not delete the leads that it made ({seen}).',
        action: 'Delete them in Salesforce by hand, or grant it the right Delete on leads and forget the number again.'
    },
    'WEB-LEAD-CONVERTED': {
        sentence: 'A lead that the connector made was converted since ({seen}) and was left as it is.',
        action: 'Look at the contact that it became in Salesforce, and delete both there if they are to go.'
    }
} as const;
