import { countIn } from './plural.ts';

const count = countIn('en');

/** What every page shares, and the doors. */
export const FRAME_EN = {
    path: ['Settings', 'Integrations', 'Salesforce'],
    skip: 'Skip to the content',
    signedInAs: (actor: string) => `Signed in as ${actor}`,
    adminToken: 'admin token',
    signOut: 'Sign out',
    otherLanguage: 'Français',
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
    duration: (ms: number) => durationEn(ms),
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
        ago: (duration: string) => `${duration} ago`,
        audit: 'Sign-ins and connections: audit log',
        auditTitle: 'Audit log of sign-ins and connections'
    }
};

function durationEn(ms: number): string {
    const minutes = Math.round(ms / 60_000);
    if (minutes < 1) return 'less than a minute';
    if (minutes < 60) return `${minutes} min`;
    if (minutes < 48 * 60) return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
    return count(Math.round(minutes / 1_440), '# day', '# days');
}
