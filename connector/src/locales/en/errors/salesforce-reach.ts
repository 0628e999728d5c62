/** Salesforce cannot be reached, or refuses everything at once. */
export const REACH_ERRORS = {
    'SF-UNREACHABLE': {
        sentence: 'Salesforce cannot be reached ({seen}).',
        action: 'Nothing to do: it is tried again by itself. If it lasts, check the network and status.salesforce.com.'
    },
    'SF-TIMEOUT': {
        sentence: 'Salesforce did not answer in time ({seen}).',
        action: 'Nothing to do: it is tried again by itself, without double records. If it lasts, look for slow flows or triggers on Task in Salesforce.'
    },
    'SF-TROUBLE': {
        sentence: 'Salesforce has trouble of its own ({seen}).',
        action: 'Nothing to do: it is tried again by itself. If it lasts, look at status.salesforce.com.'
    },
    'SF-ANSWER': {
        sentence: 'What came back from Salesforce’s address is not an answer of Salesforce’s ({seen}).',
        action: 'Nothing to do: it is tried again by itself, without double records. If it lasts, look for a proxy or firewall between the connector and Salesforce.'
    },
    'SF-MAINTENANCE': {
        sentence: 'Salesforce is being maintained and cannot be written to ({seen}).',
        action: 'Nothing to do: what is due is written when the maintenance is over.'
    },
    'SF-BUSY': {
        sentence: 'Salesforce has too many long requests at the same time ({seen}).',
        action: 'Nothing to do: it is tried again in a moment.'
    },
    'SF-LIMIT': {
        sentence: 'The org has used all its Salesforce API calls of the last 24 hours ({seen}).',
        action: 'Nothing is lost: records are written as calls become free. In Salesforce, Setup → System Overview shows who uses them.'
    },
    'SF-API-DISABLED': {
        sentence: 'This org or its integration user may not use the Salesforce API ({seen}).',
        action: 'Enterprise, Unlimited, Performance and Developer editions include the API, Professional needs the API add-on, and Group, Essentials and Starter have none. If the edition has it, give the integration user the permission “API Enabled”.'
    },
    'SF-FORBIDDEN': {
        sentence: 'Salesforce refuses what the connector asks ({seen}).',
        action: 'Check the permission sets of the integration user; the check list says which right is missing.'
    },
    'SF-MOVED': {
        sentence: 'The org answers at another address than the one it gave ({seen}).',
        action: 'Check the login address, then connect Salesforce again.'
    },
    'SF-API-VERSION': {
        sentence: 'The org does not know what the connector asks for ({seen}).',
        action: 'Check SALESFORCE_API_VERSION; leave it out to use the default.'
    }
} as const;
