export const PIPELINE_ERRORS = {
    'PIPE-UNEXPECTED': {
        sentence: 'This activity could not be worked on: {seen}',
        action: 'This is a defect of the connector. Everything that Quo told about it is kept; retry it after the next update, and report it with this text.'
    },
    'PIPE-BUDGET': {
        sentence: 'The budget of {seen} Salesforce API calls for 24 hours is used up, so writing waits.',
        action: 'Raise the budget in the preferences, or do nothing: what waits goes out as calls become free. Nothing is lost.'
    }
} as const;
