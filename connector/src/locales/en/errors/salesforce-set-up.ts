/** What an admin has to put right in the org. */
export const SET_UP_ERRORS = {
    'SF-NOT-SEARCHED': {
        sentence:
            'Salesforce does not let a query filter by {seen}, for instance because the field is encrypted: an unknown number is looked for there in its usual spellings only.',
        action: 'Nothing to do where the directory is fresh: its numbers are matched, however they are written. A number typed within the last minutes in an unusual spelling is found at the next refresh. Use deterministic encryption to have it found at once.'
    },
    'SF-NO-TRANSCRIPTS': {
        sentence:
            'What was said on calls waits: the installed Quo package, or the rights of the integration user, lack {seen}. Tasks are written as ever.',
        action: 'Upgrade the package, and assign the permission set Quo_Integration to the integration user: what waits is written within the hour. Or turn off “Transcript records” in Preferences.'
    },
    'SF-NOT-TRUSTED': {
        sentence: 'Salesforce pages do not trust this connector, so recordings do not play on them ({seen}).',
        action: 'npx node scripts/org/trusted-site.ts --org … --connector {seen}. By hand: Setup → Trusted URLs → New, this address, context Lightning Experience pages, media-src. Links to recordings open in any case.'
    },
    'SF-TRUST-UNSEEN': {
        sentence: 'The integration user may not see which addresses Salesforce pages trust ({seen}).',
        action: 'Look in Setup → Trusted URLs: this address must be active there, for media-src. To have it checked, run npx node scripts/org/integration-user.ts again: it grants View Setup and Configuration.'
    },
    'SF-PACKAGE-MISSING': {
        sentence: 'The Quo package is not installed in this org, or under another namespace ({seen}).',
        action: 'Install the package, and set SALESFORCE_NAMESPACE to its namespace (leave it out when the fields carry no prefix).'
    },
    'SF-PACKAGE-OLD': {
        sentence: 'The installed Quo package lacks fields that this connector writes ({seen}).',
        action: 'Upgrade the package in Salesforce.'
    },
    'SF-PACKAGE-HIDDEN': {
        sentence: 'The Quo package is installed, but the integration user does not see what it brings ({seen}).',
        action: 'Assign the permission set Quo_Integration to the integration user: Setup → Permission Sets → Quo Integration → Manage Assignments. Then check again.'
    },
    'SF-FIELD-HIDDEN': {
        sentence: 'The integration user does not see fields that the Quo package brings ({seen}).',
        action: 'Assign the permission set Quo_Integration to the integration user, then check again. If it has it already, upgrade the package.'
    },
    'SF-EDITION': {
        sentence: 'This edition of Salesforce has no API of its own ({seen}).',
        action: 'It works as long as Salesforce lets this app in. If calls stop being written, change to Enterprise, Unlimited or Performance, or to Professional with the API add-on.'
    },
    'SF-OBJECT-MISSING': {
        sentence: 'The org does not have, or does not show, this object ({seen}).',
        action: 'Install or upgrade the Quo package, and assign its integration permission set to the integration user.'
    },
    'SF-FILTER-FIELD': {
        sentence:
            'The filter of people names a field that the org does not have, does not show or cannot filter by ({seen}), so nobody is put into Quo.',
        action: 'Correct the name in the filter (Preferences), or give the integration user access to the field. Whoever is in Quo stays there, and whoever calls is shown.'
    },
    'SF-STANDARD-FIELD': {
        sentence: 'Field-level security hides a standard field from the integration user ({seen}).',
        action: 'Grant it: npx node scripts/org/integration-user.ts assigns Quo_Integration_Standard, which names every standard field that is written. The package itself cannot.'
    },
    'SF-SHARING': {
        sentence: 'The integration user could not add to a task that it gave to somebody else ({seen}).',
        action: 'Give it a role above everybody who owns tasks, as integration-user.ts --role does, and those people a role below it. Where activities are controlled by parent, edit rights on the people, accounts and opportunities that tasks are about do as well. A queue that owns tasks, also by a flow of the org, needs it as a member.'
    },
    'SF-SHARING-PRIVATE': {
        sentence:
            'Activities are private, and the integration user could not add to a task that it gave to somebody else ({seen}).',
        action: 'Give it a role above everybody who owns tasks, as integration-user.ts --role does, and those people a role below it; a queue that owns tasks, also by a flow of the org, needs it as a member.'
    },
    'SF-SHARING-PARENT': {
        sentence:
            'Activities are controlled by parent, and the integration user could not add to a task that it gave to somebody else ({seen}).',
        action: 'Give it a role above everybody who owns tasks, as integration-user.ts --role does; or edit rights on the people, accounts and opportunities that tasks are about. What is about nobody takes the role; a queue that owns tasks, also by a flow of the org, needs it as a member.'
    },
    'SF-FIELD-MISSING': {
        sentence: 'The org does not have, or does not show, this field ({seen}).',
        action: 'Install or upgrade the Quo package, and assign its integration permission set to the integration user.'
    },
    'SF-FIELD-RIGHT': {
        sentence: 'The integration user may not write this field ({seen}).',
        action: 'Assign the Quo integration permission set to the integration user, with edit access to the field.'
    },
    'SF-OBJECT-RIGHT': {
        sentence: 'The integration user lacks a right on an object ({seen}).',
        action: 'Add the right to its permission set; unpackaged/ holds one that can be deployed as it is.'
    },
    'SF-FIELD-UNREAD': {
        sentence: 'The integration user does not see a field that the connector reads ({seen}).',
        action: 'Give it read access, or leave it: people are then found without this field.'
    },
    'SF-KEY-NOT-UNIQUE': {
        sentence: 'The key field is not a unique external id ({seen}).',
        action: 'Restore the field as the package installs it: External ID and Unique.'
    },
    'SF-NO-CLOSED-STATUS': {
        sentence: 'None of the statuses that a task of ours may have counts as closed ({seen}).',
        action: 'In Salesforce, mark a value of Task → Status as closed and give it to the record type. Or choose another record type, or a status, under Further fields of tasks in the preferences.'
    },
    'SF-STORAGE': {
        sentence: 'The org has no data storage left ({seen}).',
        action: 'Free storage in Salesforce or buy more: Setup → Storage Usage.'
    }
} as const;
