/** One record could not be written. */
export const RECORD_ERRORS = {
    'SF-ROW-LOCK': {
        sentence: 'The record was locked by somebody else’s change ({seen}).',
        action: 'Nothing to do: it is written again in a moment.'
    },
    'SF-RECORD-TROUBLE': {
        sentence: 'Salesforce could not save the record, for a reason of its own ({seen}).',
        action: 'Nothing to do: it is tried again by itself.'
    },
    'SF-KEY-RACE': {
        sentence: 'The same record was being written twice at the same moment ({seen}).',
        action: 'Nothing to do: it is written again and becomes one record.'
    },
    'SF-PARENT': {
        sentence: 'The record that this one belongs to is not in Salesforce yet ({seen}).',
        action: 'Nothing to do if the other record goes through; otherwise correct that one.'
    },
    'SF-REFERENCE': {
        sentence: 'A person or record that this activity points at is gone, converted or out of reach ({seen}).',
        action: 'Nothing to do: the number is matched again. If it stays, check that the integration user may see the person, and what a flow of the org gives to a queue: as a member of that queue it does.'
    },
    'SF-ANSWER-FIELD': {
        sentence: 'An answer does not fit the field that it is mapped to ({seen}); the record was written without it.',
        action: 'Map the question to another field, or change the field: its type, its values, the right to edit it. Then retry.'
    },
    'SF-OWNER-INACTIVE': {
        sentence: 'The owner of this activity is inactive in Salesforce ({seen}).',
        action: 'Choose an active fallback owner in the preferences, or activate the user.'
    },
    'SF-DUPLICATE-RULE': {
        sentence: 'A duplicate rule of the org names a record that exists already ({seen}).',
        action: 'Nothing to do: the record that it names is used. If none is named, give the integration user access to it or relax the rule.'
    },
    'SF-DUPLICATE-VALUE': {
        sentence: 'Another record already has a value that must be unique ({seen}).',
        action: 'Find the other record in Salesforce and correct the value, then retry.'
    },
    'SF-SEVERAL': {
        sentence: 'Several Salesforce records carry the same Quo key ({seen}).',
        action: 'Delete the surplus records, or restore the key field’s uniqueness, then retry.'
    },
    'SF-REQUIRED-FIELD': {
        sentence: 'The org requires a field that the connector does not fill ({seen}).',
        action: 'Choose a value for it in the preferences, under Further fields, give it a default value in Salesforce, or make it optional; then retry.'
    },
    'SF-VALIDATION-RULE': {
        sentence: 'A validation rule of the org refuses the record ({seen}).',
        action: 'Exempt the integration user from the rule, then retry.'
    },
    'SF-AUTOMATION': {
        sentence: 'A flow or a trigger of the org stopped the record ({seen}).',
        action: 'Correct the flow or trigger that the message names, or exempt the integration user, then retry.'
    },
    'SF-TOO-LONG': {
        sentence: 'A value is longer than its Salesforce field ({seen}).',
        action: 'Restore the field’s length as the package installs it, then retry.'
    },
    'SF-PICKLIST': {
        sentence: 'The org does not have this picklist value ({seen}).',
        action: 'Add the value to the picklist or to the record type of the integration user, then retry.'
    },
    'SF-BAD-VALUE': {
        sentence: 'Salesforce does not accept a value of this record ({seen}).',
        action: 'Check the type of the field that the message names, then retry.'
    },
    'SF-RECORD-RIGHT': {
        sentence: 'The integration user may not write this record ({seen}).',
        action: 'Give it create and edit access to the object and to the related records; the check list says which. Where a flow of the org gives activities or leads to a queue, make it a member of that queue. Then retry.'
    },
    'SF-DELETE-RIGHT': {
        sentence: 'The integration user may not delete an activity that is no longer wanted ({seen}).',
        action: 'Let it delete its own tasks, or delete them by hand in Salesforce.'
    },
    'SF-RECORD-TYPE': {
        sentence: 'The integration user may not use the record type that is chosen in the preferences ({seen}).',
        action: 'Give it the record type by a permission set, or choose another one in the preferences, then retry.'
    },
    'SF-LEAD-REFUSED': {
        sentence: 'A rule of the org refuses the leads of unknown callers: {seen}',
        action: 'The calls are logged without a lead. Choose in the preferences what the rule asks for, or exempt the integration user from it, then retry: the leads are made.'
    },
    'SF-REFUSED': {
        sentence: 'Salesforce refused this record ({seen}).',
        action: 'Correct what the message names, then retry.'
    }
} as const;
