/** Serving, and recordings. */
export const SERVING_ERRORS = {
    'WEB-PORT': {
        sentence: 'The connector cannot listen on {seen}.',
        action: 'Choose another PORT, or stop the program that uses this one.'
    },
    'WEB-RECORDING-LINK': {
        sentence: 'This link to a recording or a photo is not valid.',
        action: 'Open it from its record in Salesforce; links written before the key was changed lead nowhere.'
    },
    'WEB-RECORDING-GONE': {
        sentence: 'Quo has no such recording, or has deleted it.',
        action: 'Open the conversation in Quo to see what is left of the call.'
    },
    'WEB-ATTACHMENT-GONE': {
        sentence: 'Quo has no such photo or file, or has deleted it.',
        action: 'Open the conversation in Quo to see what is left of it.'
    },
    'WEB-ATTACHMENT-LARGE': {
        sentence: 'This file is larger than the connector hands out.',
        action: 'Open the conversation in Quo to see it.'
    },
    'WEB-RECORDING-OFTEN': {
        sentence: 'Recordings or photos were asked for too often from here.',
        action: 'Wait a minute, then try again.'
    },
    'WEB-RECORDING-QUO': {
        sentence: 'Quo did not hand out the recording or the file.',
        action: 'Try again in a minute; if it lasts, ask your administrator to look at the connection to Quo.'
    },
    'WEB-RECORDING-RIGHT': {
        sentence: 'You may not listen to recordings or see photos of texts.',
        action: 'Ask your administrator for the permission set “Quo Recording Listener”; it counts here within a minute.'
    },
    'WEB-RECORDING-ENDED': {
        sentence: 'An administrator has ended listening to this and seeing it, for this call or text or for you.',
        action: 'Ask your administrator; it is let again in the console of the connector, under Recordings.'
    },
    'WEB-RECORDING-UNSURE': {
        sentence:
            'Salesforce could not be asked for ten minutes who may listen, so nothing plays and nothing is shown.',
        action: 'Try again in a minute; if it lasts, ask your administrator to look at the connection to Salesforce.'
    }
} as const;
