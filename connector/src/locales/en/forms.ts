/** The forms of preferences that ask for more than one value, and what is wrong with a value. */
export const FORMS = {
    faults: {
        title: '{n, plural, one {Nothing was saved: # value needs another look.} other {Nothing was saved: # values need another look.}}',
        kept: 'What you entered is still here. Correct what is marked, then save again.'
    },
    /** By preference: what is wrong with the value, and what would do. */
    wrong: {
        timeZone: '“{seen}” is not a time zone. Use a name like America/Toronto or Europe/Paris.',
        defaultRegion: '“{seen}” is not a country code. Use two capital letters, like CA or FR.',
        ignoredNumbers:
            '“{seen}” is not a whole phone number. Write it with its country code, like +15145550123, one a line.',
        fallbackOwner: '“{seen}” cannot own tasks. Choose an active user from the list.',
        inboxOwners: '“{seen}” cannot own tasks. Choose an active user from the list.',
        users: 'Salesforce has no user “{seen}”. Choose one from the list, or type the email of an active user.',
        phoneFields: '“{seen}” is not a field’s API name. Choose a field from the list.',
        sonaFields: '“{seen}” is not a field’s API name. Choose a field from the list.',
        contactFilter: 'A condition is not complete. Choose a field and enter a value, or empty both.',
        leadMinSeconds: '“{seen}” is out of range. Enter a whole number from 1 to 3,600, or nothing.',
        leadSource: 'A lead source has at most 255 characters. Shorten it.',
        contactOwnerField: 'The name of a field has at most 255 characters. Shorten it.',
        directoryRefreshSeconds: '“{seen}” is out of range. Enter a whole number from 30 to 86,400.',
        apiBudget:
            '“{seen}” is not a number of calls. Enter a whole number from 1, or leave it empty for a tenth of the org’s.',
        retentionDays: '“{seen}” is not a number of days. Enter a whole number from 1 to 3,650.',
        other: '“{seen}” cannot be chosen here. Choose one of the values that are offered.'
    },
    inactive:
        '{name} is not active in Salesforce and can own nothing. Choose an active user, or activate them in Salesforce first.',
    incomplete: 'This is needed. Fill it in, or empty the whole row.',
    noField:
        'The org has no field {field} that the integration user may write. Give it edit access in Salesforce, or choose another field.',
    pairing: {
        title: 'Quo users and Salesforce users',
        intro: 'A task belongs to the Salesforce user of whoever answered or dialled. People are matched by email; whoever has another email is paired here.',
        matched:
            '{all, plural, one {{matched, number} of # Quo user belongs to a Salesforce user.} other {{matched, number} of # Quo users belong to a Salesforce user.}}',
        byEmail: '{n, plural, other {# matched by email}}',
        user: 'Quo user',
        email: 'Email in Quo',
        salesforce: 'Salesforce user',
        chooserOf: 'Salesforce user of {name}',
        nobody: 'Nobody: the fallback owner takes their calls',
        automatic: 'By email: {name}',
        suggested: 'Could be',
        everybody: 'Everybody',
        inactive: 'Not active in Salesforce: choose somebody else.',
        typed: 'Start typing a name, or paste an email.',
        unknown: 'Users are shown once both sides are connected.'
    },
    phones: {
        title: 'Further phone fields',
        intro: 'The standard phone fields are always read. Tick the fields of your own that hold a phone number.',
        none: 'The org has no further phone field that the integration user sees.',
        unknown: 'Fields are shown once Salesforce is connected.',
        gone: '{field}: no longer in the org',
        objects: { Contact: 'Contacts', Lead: 'Leads', Account: 'Accounts' }
    },
    field: '{label} ({name}, {type})',
    characters: '{n, plural, one {# character} other {# characters}}',
    types: {
        string: 'text',
        textarea: 'long text',
        phone: 'phone',
        email: 'email',
        url: 'address',
        picklist: 'picklist',
        boolean: 'yes or no',
        double: 'number',
        int: 'whole number'
    } as Readonly<Record<string, string>>,
    sona: {
        title: 'Answers given to Sona',
        intro: 'Every answer has its own record. Here, an answer is also copied to a field of the Sona call, for lists and reports. An answer longer than the field is cut there.',
        job: 'Sona’s job',
        question: 'Question',
        field: 'Field of the Sona call',
        row: 'Answer {n, number}',
        choose: 'Choose a field',
        known: 'Questions of the last calls are suggested while you type.',
        more: 'Add an answer',
        hint: 'To remove one, empty its row.'
    },
    filter: {
        title: 'Who is put into Quo when everybody is',
        intro: 'Whoever fits all of this. Leave everything empty to take contacts, leads and person accounts.',
        objects: 'Records',
        objectNames: { Contact: 'Contacts', Lead: 'Leads', Account: 'Accounts' },
        owners: 'Owned by',
        anybody: 'Anybody',
        conditions: 'Only where',
        row: 'Condition {n, number}',
        field: 'Field',
        value: 'is',
        choose: 'Choose a field',
        others: 'Fields of the org',
        several: 'Several values of one field: any of them will do.',
        fields: {
            company: 'Company or account',
            title: 'Job title',
            email: 'Email address',
            lastName: 'Last name',
            accountId: 'Account id',
            ownerName: 'Name of the owner'
        },
        more: 'Add a condition or an owner'
    }
} as const;
