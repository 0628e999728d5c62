export const CONFIGURATION_ERRORS = {
    'CONFIG-VARIABLES': {
        sentence: 'The configuration cannot be used: {seen}',
        action: 'Correct these variables; config/connector.env.example shows every one of them.'
    },
    'CONFIG-COMMAND': {
        sentence: 'The connector does not know the command “{seen}”.',
        action: 'Give none to start it, or rotate-key, or rotate-key recordings.'
    },
    'CONFIG-PREFERENCES': {
        sentence: 'The preferences cannot be used: {seen}',
        action: 'Correct these keys in the preferences file; keys that are left out keep their default.'
    }
} as const;
