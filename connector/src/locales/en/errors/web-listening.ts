/** Who listens to recordings. */
export const LISTENING_ERRORS = {
    'WEB-LISTENING-CALL': {
        sentence: '“{seen}” names no call.',
        action: 'Paste the link to the recording from the record in Salesforce, or Quo’s id of the call, which begins with AC.'
    },
    'WEB-LISTENING-PERSON': {
        sentence: 'No Salesforce user of this org is called “{seen}”.',
        action: 'Type the username, the email or the id of the user, as Salesforce shows it under Setup → Users.'
    },
    'WEB-LISTENING-OPEN': {
        sentence: 'Recordings play for whoever has the link, whoever it is.',
        action: 'If this is not meant, switch on “Recordings play for holders of the right to listen alone” under Preferences.'
    },
    'WEB-LISTENING-NO-SIGN-IN': {
        sentence: 'Recordings ask for a sign-in, and nobody can sign in: no external client app is known.',
        action: 'Name the app (SALESFORCE_APP_CLIENT_ID), or connect Salesforce in the console; or let recordings play for whoever has the link, under Preferences.'
    },
    'WEB-LISTENING-FROZEN': {
        sentence:
            'Salesforce does not tell the integration user who is frozen: recordings play after a sign-in that is at most ten minutes old, and not in the page.',
        action: 'To play them in the page, give the integration user “Manage Users”. It is a wide right: leave it as it is if you would rather sign in.'
    },
    'WEB-LISTENING-UNKNOWN': {
        sentence: 'Salesforce does not tell who may listen to recordings, so they play for nobody: {seen}.',
        action: 'Give the integration user “View Setup and Configuration”, then check again.'
    }
} as const;
