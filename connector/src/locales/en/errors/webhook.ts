export const WEBHOOK_ERRORS = {
    'WEBHOOK-UNSIGNED': {
        sentence: 'A delivery carried no signature.',
        action: 'If it is from Quo, create the webhook again; otherwise somebody else calls this address, and nothing was read.'
    },
    'WEBHOOK-MALFORMED': {
        sentence: 'A delivery carried a signature in a form that Quo does not use.',
        action: 'Check whether a proxy in front of the connector changes or repeats headers.'
    },
    'WEBHOOK-STALE': {
        sentence: 'A delivery was signed more than five minutes before or after now.',
        action: 'Check the clock of this machine. Quo signs each attempt anew, so an old one is a repetition by somebody else.'
    },
    'WEBHOOK-WRONG': {
        sentence: 'A delivery’s signature fits none of the keys of this connection.',
        action: 'Enter the signing key of this webhook: `whsec_…` as Quo gave it at creation, or the secret revealed in the Quo app.'
    },
    'WEBHOOK-NOT-JSON': {
        sentence: 'A signed delivery was not JSON.',
        action: 'Check whether a proxy in front of the connector changes the body.'
    },
    'WEBHOOK-TOO-LARGE': {
        sentence: 'A delivery was larger than 1 MiB and was not read.',
        action: 'Quo’s events are far smaller: see who else calls this address.'
    },
    'WEBHOOK-CONNECTION': {
        sentence: 'A delivery named a connection that does not exist: {seen}',
        action: 'Use the address that the connection’s page shows: `/webhooks/quo/<connection>`.'
    }
} as const;
