/** Getting and keeping access to an org. */
export const SIGN_IN_ERRORS = {
    'SF-LOGIN-URL': {
        sentence: 'This is not a Salesforce address: {seen}',
        action: 'Type “production”, “sandbox”, or your My Domain, for example https://acme.my.salesforce.com.'
    },
    'SF-NOT-CONNECTED': {
        sentence: 'Nobody has connected this Salesforce org yet.',
        action: 'In Settings → Integrations → Salesforce, choose “Connect to Salesforce”.'
    },
    'SF-OTHER-ORG': {
        sentence:
            'What the connector stores here belongs to another Salesforce org than the one that answers now ({seen}).',
        action: 'Set SALESFORCE_LOGIN_URL and its app to the org of before. For another org, or a sandbox that was refreshed, start with a store of its own: an empty DATA_DIR, or another database in DATABASE_URL.'
    },
    'SF-SIGN-IN-REVOKED': {
        sentence: 'Salesforce no longer accepts the connector’s sign-in ({seen}).',
        action: 'Connect Salesforce again. If nobody revoked it, look at Setup → Login History of the integration user.'
    },
    'SF-SIGN-IN-REFUSED': {
        sentence: 'Salesforce refused the sign-in ({seen}).',
        action: 'Check the external client app and its integration user, then connect again.'
    },
    'SF-CLIENT': {
        sentence: 'Salesforce does not know this client id, or the client secret is wrong ({seen}).',
        action: 'Copy the consumer key and the consumer secret of the external client app again.'
    },
    'SF-APP-NOT-APPROVED': {
        sentence: 'The integration user may not use the external client app ({seen}).',
        action: 'Install the app in the org and add the integration user to the permission sets that the app’s policies allow.'
    },
    'SF-NO-RUN-AS-USER': {
        sentence: 'The client credentials flow has no user to run as ({seen}).',
        action: 'In the policies of the external client app, enable the client credentials flow and choose the user it runs as.'
    },
    'SF-USER-INACTIVE': {
        sentence: 'The integration user or the org is inactive or locked ({seen}).',
        action: 'Activate or unlock the user in Salesforce, or choose another one.'
    },
    'SF-SIGN-IN-RESTRICTED': {
        sentence: 'Salesforce does not accept a sign-in from here or at this hour ({seen}).',
        action: 'Add the connector’s IP address to the trusted ranges of the app and of the user’s profile, and check the login hours.'
    },
    'SF-CONSENT-REFUSED': {
        sentence: 'The consent was refused in Salesforce ({seen}).',
        action: 'Start again and choose “Allow”.'
    },
    'SF-REDIRECT-URI': {
        sentence: 'Salesforce does not accept the address that it should come back to ({seen}).',
        action: 'Add this connector’s address followed by the callback path to the callback URLs of the external client app; check PUBLIC_URL.'
    },
    'SF-SIGN-IN-EXPIRED': {
        sentence: 'The sign-in took too long, or was already used ({seen}).',
        action: 'Start the connection again.'
    },
    'SF-SIGN-IN-STATE': {
        sentence: 'This is not the answer to a sign-in that was started here.',
        action: 'Start the connection again from the settings page, in the same browser.'
    },
    'SF-JWT': {
        sentence: 'Salesforce does not accept the signed sign-in ({seen}).',
        action: 'Check that the certificate of the external client app belongs to SALESFORCE_PRIVATE_KEY, and that the clock of this machine is right.'
    },
    'SF-FLOW-DISABLED': {
        sentence: 'The external client app does not allow this way of signing in ({seen}).',
        action: 'Enable the flow in the OAuth settings of the external client app.'
    }
} as const;
