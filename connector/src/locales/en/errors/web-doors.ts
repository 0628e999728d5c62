/** At the console's doors. */
export const DOOR_ERRORS = {
    'WEB-TOKEN': {
        sentence: 'This is not the admin token.',
        action: 'Copy ADMIN_TOKEN from the connector’s environment, the whole of it.'
    },
    'WEB-TOO-MANY': {
        sentence: 'There were too many attempts to sign in from here.',
        action: 'Wait a quarter of an hour, then try again.'
    },
    'WEB-FORM-TOKEN': {
        sentence: 'This form is too old, or was not sent from our own page: nothing was changed.',
        action: 'Open the page again and repeat the change.'
    },
    'WEB-NOT-ADMIN': {
        sentence: 'You ({seen}) may not look after this connection.',
        action: 'Ask a Salesforce administrator for the permission set Quo Admin, then sign in again.'
    },
    'WEB-ORG-UNKNOWN': {
        sentence: 'Your Salesforce org ({seen}) is not connected here.',
        action: 'Sign in with a user of the connected org; for the first set-up, use the admin token.'
    },
    'WEB-TOKEN-CHANGED': {
        sentence: 'You were signed out: the admin token was changed or removed since you came in.',
        action: 'Sign in with Salesforce, or with the ADMIN_TOKEN that the connector has now.'
    },
    'WEB-RIGHTS-GONE': {
        sentence: 'You ({seen}) were signed out: what you could do here was taken away.',
        action: 'Ask a Salesforce administrator for the permission set Quo Admin or Quo Manager, then sign in again.'
    },
    'WEB-USER-INACTIVE': {
        sentence: 'You ({seen}) were signed out: your Salesforce user is deactivated or frozen.',
        action: 'Ask a Salesforce administrator to activate or unfreeze it, then sign in again.'
    },
    'WEB-RIGHTS-UNPROVEN': {
        sentence:
            'You ({seen}) were signed out: for ten minutes Salesforce could not be asked whether you may still be here.',
        action: 'Sign in again. Where the connection’s own session is gone, a system administrator can, and can connect Salesforce again.'
    },
    'WEB-RIGHTS-UNKNOWN': {
        sentence:
            'What you ({seen}) may do here cannot be found out: the connection’s own session with Salesforce does not work, and you may not see permission sets.',
        action: 'A system administrator of the org can sign in all the same, and connect Salesforce again; so can whoever has the admin token.'
    },
    'WEB-APP-MISSING': {
        sentence: 'The connector does not know the external client app to sign in through.',
        action: 'Enter its consumer key and consumer secret, or set SALESFORCE_APP_CLIENT_ID and SALESFORCE_APP_CLIENT_SECRET.'
    },
    'WEB-NOT-FOUND': {
        sentence: 'There is no such page, or it is not yours to see.',
        action: 'Go back to the list of connections.'
    },
    'WEB-TROUBLE': {
        sentence: 'Something went wrong in the connector ({seen}).',
        action: 'Try again; if it lasts, give the log of the connector to whoever hosts it.'
    }
} as const;
