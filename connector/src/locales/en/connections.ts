/** The page where a connection is made. */
export const CONNECTIONS = {
    title: 'Connection',
    steps: ['Salesforce', 'Quo', 'Events', 'Checks'],
    step: '{name}: {state}',
    done: 'Done',
    toDo: 'To do',
    fromEnvironment: 'Set by the environment of the connector (SALESFORCE_… and QUO_…).',
    salesforce: {
        title: '1. Salesforce',
        intro: 'You are sent to Salesforce to allow the connector to write calls and texts. The user who allows it is the one that it works as: use an integration user.',
        connect: 'Connect to Salesforce',
        reconnect: 'Connect again',
        org: 'Organization',
        user: 'Works as',
        address: 'Address',
        app: 'External client app',
        appIntro:
            'The connector reaches Salesforce through the external client app of the package. Its callback URL must be:',
        clientId: 'Consumer key',
        clientSecret: 'Consumer secret',
        saveApp: 'Keep',
        appOfOwner:
            'The external client app to connect through is not known yet: whoever set this deployment up enters it.'
    },
    quo: {
        title: '2. Quo',
        intro: 'In Quo: Workspace settings → API → Generate API key. A workspace owner or admin makes it.',
        key: 'API key',
        test: 'Test and keep',
        replace: 'Use another key',
        workspace: 'Workspace',
        trying: 'The key is being tested…',
        loading: 'Numbers and users are being loaded…',
        numbers: '{n, plural, one {# number} other {# numbers}}',
        users: '{n, plural, one {# user} other {# users}}'
    },
    events: {
        title: '3. Events',
        intro: 'Quo sends every call and text to the connector as it happens.',
        create: 'Create the webhook',
        recreate: 'Create it anew',
        made: 'The webhook was created through Quo’s API.',
        test: 'Send a test event',
        waiting: 'A test event is on its way…',
        arrived: 'The last event arrived {ago} ago, with a good signature.',
        byHand: 'Where the key has no right to create webhooks',
        byHandIntro:
            'In Quo: Workspace settings → Webhooks → Create webhook, all events, all numbers. Paste this address:',
        copy: 'Address of the webhook',
        key: 'Signing key',
        keyHelp: 'whsec_… or, for an older webhook, the base64 key. Several can be known at once.',
        keepKey: 'Keep the key',
        keys: '{n, plural, one {# signing key is known.} other {# signing keys are known.}}',
        dropOld: 'Forget all but the newest key'
    },
    checks: {
        title: '4. Checks',
        intro: 'Everything that must be right, read from Salesforce and Quo. Tasks are tried and taken back in the same request: nothing of them stays.',
        again: 'Check again',
        never: 'Not checked yet.',
        checkedAgo: 'Checked {ago} ago.',
        state: { ok: 'Good', warning: 'Works with less', failed: 'Must be put right' },
        running: 'Checking…',
        names: {
            'sign-in': 'API access and edition',
            package: 'Package',
            'record type': 'Record type of tasks',
            'task status': 'Status and priority of tasks',
            'trusted url': 'Recordings on Salesforce pages',
            activity: 'A task for everybody, tried and taken back',
            'api calls': 'API calls today',
            org: 'Organization',
            users: 'Quo users and Salesforce users',
            webhook: 'Webhook',
            clock: 'Clock',
            quo: 'Quo API key',
            listening: 'Who may listen to recordings'
        } as Readonly<Record<string, string>>,
        object: 'Rights on {name}',
        field: 'Field {name}',
        fields: '{n, plural, one {# field} other {# fields}}',
        asSource: 'deployed as source'
    },
    disconnect: {
        title: 'Disconnect',
        intro: 'Revokes the tokens in Salesforce, deletes the webhook in Quo and erases the keys here. What was logged stays. Connecting the same org and workspace again goes on where it stopped.',
        sure: 'Yes, disconnect',
        button: 'Disconnect',
        done: 'Disconnected: the tokens are revoked, the webhook is deleted and the keys are erased.',
        doneInPart: 'Disconnected here, but one of the platforms could not be told:'
    },
    remove: {
        title: 'Remove this connection',
        intro: 'Erases everything that the connector keeps for it: deliveries, calls, texts, people, choices. It cannot be undone. What was logged in Salesforce stays, and so does the audit log.',
        name: 'Type “{name}” to confirm',
        button: 'Remove for good',
        done: '{rows, plural, one {The connection is removed: # row was erased.} other {The connection is removed: # rows were erased.}}'
    },
    pause: {
        next: 'Next try in {duration}.',
        now: 'Try now',
        done: 'It is tried again now.'
    },
    list: {
        title: 'Connections',
        intro: 'Each connection logs one Quo workspace into one Salesforce org.',
        empty: 'Nothing is connected yet.',
        name: 'Name',
        add: 'New connection',
        addHelp: 'A name that tells it apart: the company, or the org.',
        salesforce: 'Salesforce',
        quo: 'Quo',
        state: 'State',
        works: 'Working',
        paused: 'Waiting',
        incomplete: 'Not complete',
        rehearsing: 'Rehearsing',
        notConnected: 'Not connected',
        parked: 'Needs a person',
        heard: 'Last event',
        never: 'Never',
        ago: '{duration} ago',
        audit: 'Sign-ins and connections: audit log'
    }
} as const;
