/** Who listens to recordings. */
export const LISTENING_ERRORS = {
    'WEB-LISTENING-CALL': {
        sentence: 'Nothing tells which call or text is meant: “{seen}”.',
        action: 'Paste the link to the recording or the photo from the record in Salesforce, or Quo’s id of the call or text, which begins with AC.'
    },
    'WEB-LISTENING-PERSON': {
        sentence: 'No Salesforce user of this org is called “{seen}”.',
        action: 'Type the username, the email or the id of the user, as Salesforce shows it under Setup → Users.'
    },
    'WEB-LISTENING-OPEN': {
        sentence: 'Recordings play, and photos of texts are shown, for whoever has the link, whoever it is.',
        action: 'If this is not meant, switch on “Recordings play for holders of the right to listen alone” under Preferences.'
    },
    'WEB-LISTENING-NO-SIGN-IN': {
        sentence: 'Recordings ask for a sign-in, and nobody can sign in: no external client app is known.',
        action: 'Name the app (SALESFORCE_APP_CLIENT_ID), or connect Salesforce in the console; or let recordings play for whoever has the link, under Preferences.'
    },
    'WEB-LISTENING-FROZEN': {
        sentence:
            'Salesforce does not tell the integration user who is frozen: somebody who is can go on listening by an address of the page that they kept. A sign-in counts for ten minutes.',
        action: 'Whom you freeze, deactivate too, or take Quo Recording Listener away, or end their listening on the page Recordings. With “Manage Users”, which is a wide right, the integration user would see it.'
    },
    'WEB-LISTENING-UNKNOWN': {
        sentence: 'Salesforce does not tell who may listen to recordings, so they play for nobody: {seen}.',
        action: 'Give the integration user “View Setup and Configuration”, then check again.'
    }
} as const;
