/** What every page shares. */
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
        completeness: 'Completeness',
        quality: 'Data quality',
        people: 'People in Quo',
        listening: 'Recordings',
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
    }
} as const;
