/** The forms of preferences that ask for more than one value, and what is wrong with a value. */
export const PREFERENCES_FORM = {
    faults: {
        title: '{n, plural, one {Nothing was saved: # value needs another look.} other {Nothing was saved: # values need another look.}}',
        kept: 'What you entered is still here. Correct what is marked, then save again.'
    },
    inactive:
        '{name} is not active in Salesforce and can own nothing. Choose an active user, or activate them in Salesforce first.',
    incomplete: 'This is needed. Fill it in, or empty the whole row.',
    noField:
        'The org has no field {field} that the integration user may write. Give it edit access in Salesforce, or choose another field.',
    noRecord:
        'The integration user sees no record with the id {id}. Copy it from the record’s address, or let the integration user see the record.',
    noClosed:
        'None of the statuses of this record type counts as closed ({statuses}). Choose another record type, or one of these statuses as the value of Status.',
    pairing: {
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
        job: 'Sona’s job',
        question: 'Question',
        field: 'Field of the Sona call',
        row: 'Answer {n, number}',
        choose: 'Choose a field',
        known: 'Questions of the last calls are suggested while you type.',
        more: 'Add an answer',
        hint: 'To remove one, empty its row.'
    },
    defaults: {
        field: 'Field',
        value: 'Value',
        kind: 'For',
        kinds: { '': 'Calls and texts', call: 'Calls', messages: 'Texts' } as Readonly<Record<string, string>>,
        row: 'Value {n, number}',
        choose: 'Choose a field',
        chooseValue: 'Choose a value',
        requiredOnes: 'Required by the org',
        others: 'Other fields',
        required: 'The org requires: {fields}. Without a value it refuses the record.',
        yes: 'Yes',
        no: 'No',
        days: '2026-12-31, or TODAY, TODAY+3: counted from the day of the call or text',
        moments: '2026-12-31T09:00:00-05:00, or TODAY, TODAY+3: counted from the call or text',
        record: 'The id of the record: 15 or 18 characters',
        more: 'Show the values of a field, or add a row',
        hint: 'To remove one, empty its row. A field that is not offered is one that the integration user may not write: give it edit access in Salesforce.'
    },
    filter: {
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
