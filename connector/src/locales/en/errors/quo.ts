export const QUO_ERRORS = {
    'QUO-KEY': {
        sentence: 'Quo does not accept the API key: {seen}',
        action: 'Make a new key in Quo (Workspace settings → API), enter it in the connection, and wait half a minute.'
    },
    'QUO-OTHER-WORKSPACE': {
        sentence:
            'What the connector stores here belongs to another Quo workspace than the one that QUO_API_KEY leads to ({seen}).',
        action: 'Set QUO_API_KEY to a key of the workspace of before. For another workspace, start with a store of its own: an empty DATA_DIR, or another database in DATABASE_URL.'
    },
    'QUO-KEY-YOUNG': {
        sentence: 'Quo does not accept the API key yet. A new key takes about 30 seconds to become active.',
        action: 'Wait: it is tried again by itself. If it is still refused after a minute, check that the whole key was copied.'
    },
    'QUO-FORBIDDEN': {
        sentence: 'Quo does not allow this with this API key: {seen}',
        action: 'Have a workspace owner or admin make the key, and check that the Quo plan includes what is asked.'
    },
    'QUO-PLAN': {
        sentence: 'The Quo subscription has expired or does not include this: {seen}',
        action: 'Renew or change the plan in Quo (Workspace settings → Plan & billing). What is missing is asked again afterwards.'
    },
    'QUO-RATE': {
        sentence: 'Quo answers that there are too many requests (ten a second for one API key): {seen}',
        action: 'Do nothing if it is rare: the request is made again. If it is frequent, give this connection an API key that nothing else uses.'
    },
    'QUO-UNREACHABLE': {
        sentence: 'Quo could not be reached: {seen}',
        action: 'Check that this machine may open connections to api.quo.com. Requests are made again by themselves.'
    },
    'QUO-SERVER': {
        sentence: 'Quo answered with an error of its own: {seen}',
        action: 'Do nothing: the request is made again later. status.quo.com tells whether Quo has trouble.'
    },
    'QUO-NOT-FOUND': {
        sentence: 'Quo does not know what was asked for: {seen}',
        action: 'It was deleted in Quo, or belongs to another workspace: check that the API key is of the right one.'
    },
    'QUO-CONFLICT': {
        sentence: 'Quo already has something with this identity: {seen}',
        action: 'Do nothing: the existing one is looked up and used. If it returns, look for a contact in Quo that carries the Salesforce id twice.'
    },
    'QUO-HISTORY': {
        sentence: 'Quo lists nothing of a time of which calls or texts are known here: {seen}',
        action: 'Quo’s history may not reach back so far. Look in Quo for what is missing, log it by hand, then acknowledge the gap in Health.'
    },
    'QUO-REQUEST': {
        sentence: 'Quo refused a request of the connector: {seen}',
        action: 'This is likely a defect of the connector: report it with this sentence. Nothing else is held up by it.'
    },
    'QUO-ANSWER': {
        sentence: 'Quo answered in a form that the connector does not know: {seen}',
        action: 'Check QUO_API_URL. If it is right, report this sentence: Quo may have changed its API.'
    },
    'QUO-WEBHOOK-ABSENT': {
        sentence: 'Quo confirmed the webhook {seen}, but does not list it.',
        action: 'Try again in a minute. If it happens again, create the webhook with the address shown and enter its signing key.'
    },
    'QUO-WEBHOOK-KEY': {
        sentence: 'Quo made the webhook {seen} but gave no signing key.',
        action: 'Rotate its key from the connection’s page, or enter the key by hand.'
    },
    'QUO-RECORDING-HOST': {
        sentence: 'Quo named an address for a recording that the connector does not fetch from: {seen}',
        action: 'If Quo has moved its recordings there, add this host to the recording hosts of the configuration.'
    }
} as const;
