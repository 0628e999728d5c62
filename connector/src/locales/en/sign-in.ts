/** The page to sign in. */
export const SIGN_IN = {
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
    enter: 'Enter',
    everybody: 'Everybody signed in',
    signEverybodyOut: 'Sign everybody out',
    everybodyHelp:
        'Ends every session of the console, yours too, on every connection: people sign in again with what they may do now.'
} as const;
