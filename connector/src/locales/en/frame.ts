/** What every page shares, and the doors. */
export const FRAME = {
    path: ['Settings', 'Integrations', 'Salesforce'],
    skip: 'Skip to the content',
    signedInAs: 'Signed in as {actor}',
    adminToken: 'admin token',
    signOut: 'Sign out',
    /** What the language calls itself. */
    ownName: 'English',
    connections: 'Connections',
    tabs: {
        health: 'Health',
        activities: 'Calls and texts',
        parked: 'Parked',
        quality: 'Data quality',
        people: 'People in Quo',
        preferences: 'Preferences',
        connect: 'Connection',
        audit: 'Audit log'
    },
    whatToDo: 'What to do:',
    saved: 'Saved.',
    yes: 'Yes',
    no: 'No',
    none: 'None',
    duration: {
        brief: 'less than a minute',
        minutes: '{minutes, number} min',
        hours: '{hours, number} h {minutes, number} min',
        days: '{days, plural, one {# day} other {# days}}'
    },
    signIn: {
        title: 'Sign in',
        intro: 'The console of Quo for Salesforce is for people who look after the connection.',
        withSalesforce: 'Sign in with Salesforce',
        withToken: 'First set-up',
        where: 'Where do you sign in to Salesforce?',
        production: 'Production',
        sandbox: 'Sandbox',
        myDomain: 'My Domain',
        myDomainHelp: 'For example acme, or https://acme.my.salesforce.com',
        token: 'Admin token',
        tokenHelp: 'ADMIN_TOKEN of the connector’s environment.',
        noToken: 'To set up the first connection, start the connector with ADMIN_TOKEN in its environment.',
        enter: 'Enter'
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
        audit: 'Sign-ins and connections: audit log',
        auditTitle: 'Audit log of sign-ins and connections'
    }
} as const;
