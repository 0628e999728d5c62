/** While connecting, choosing and watching. */
export const CONSOLE_ERRORS = {
    'WEB-OTHER-ORG': {
        sentence: 'This connection belongs to another Salesforce org ({seen}).',
        action: 'Sign in with a user of that org, or make a new connection for this one.'
    },
    'WEB-OTHER-WORKSPACE': {
        sentence: 'This connection belongs to another Quo workspace ({seen}).',
        action: 'Enter a key of that workspace, or make a new connection for this one.'
    },
    'WEB-SAME-PAIR': {
        sentence: 'Another connection already logs this workspace into this org.',
        action: 'Use that connection; two of them would do everything twice.'
    },
    'WEB-FIXED': {
        sentence: 'This is set by the environment of the connector: {seen}',
        action: 'Change it where the connector is hosted, and start the connector again.'
    },
    'WEB-VALUE': { sentence: 'This value cannot be used: {seen}', action: 'Correct it and save again.' },
    'WEB-NOT-WHOLE': {
        sentence: 'This connection is not complete yet.',
        action: 'Connect both Salesforce and Quo first.'
    },
    'WEB-WEBHOOK-ABSENT': {
        sentence: 'Quo does not send its events to this connector yet.',
        action: 'Let the connector create the webhook, or paste its address in Quo and enter the signing key here.'
    },
    'WEB-WEBHOOK-SILENT': {
        sentence: 'No event of Quo’s has arrived yet.',
        action: 'Send a test event. If it does not arrive, check that {seen} can be reached from the Internet.'
    },
    'WEB-WEBHOOK-OFF': {
        sentence: 'The webhook exists in Quo, but it is switched off ({seen}).',
        action: 'Switch it on in Quo (Workspace settings → Webhooks), or create it anew here. What was missed meanwhile is found by looking back.'
    },
    'WEB-ADDRESS': {
        sentence: 'Quo cannot reach this connector at {seen}.',
        action: 'Set PUBLIC_URL to the https address under which the Internet reaches the connector, start it again, and create the webhook anew.'
    },
    'WEB-CLOCK': {
        sentence: 'The clock of this machine is off by {seen} seconds.',
        action: 'Set it by a time server: events that seem five minutes old are refused.'
    },
    'WEB-USERS-UNMAPPED': {
        sentence: 'Some Quo users have no Salesforce user with their email: {seen}',
        action: 'Pair them by hand in Preferences, or give them the same email in both; until then their calls go to the fallback owner.'
    },
    'WEB-STILL-CONNECTED': {
        sentence: 'This connection still reaches Salesforce or Quo.',
        action: 'Disconnect it first, so that its tokens are revoked and its webhook is deleted; then remove it.'
    },
    'WEB-NAME-DIFFERS': {
        sentence: 'What you typed is not the name of this connection ({seen}). Nothing was removed.',
        action: 'Type the name exactly as it is shown, with its capitals and accents.'
    },
    'WEB-INTERRUPTED': {
        sentence: 'This was interrupted before it was done.',
        action: 'Start it again; what was done already is not done twice.'
    }
} as const;
