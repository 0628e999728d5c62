export type FieldValue = string | number | boolean | null;

export type DraftObject = 'Task' | 'Sona_Call__c' | 'Sona_Answer__c' | 'Quo_Transcript__c' | 'Lead';

/** One Salesforce record as it should be. Names are without namespace; the Salesforce edge adds it. */
export interface Draft {
    readonly object: DraftObject;
    /** The external id field that carries `key`. */
    readonly keyField: string;
    readonly key: string;
    /** Everything but the key. `null` clears a field. */
    readonly fields: Readonly<Record<string, FieldValue>>;
    /** Fields that Salesforce takes on insert only (`TaskSubtype`); left out of updates and of the fingerprint. */
    readonly createOnly?: Readonly<Record<string, FieldValue>>;
    /** Values for fields that nobody has filled: set on insert, and later only where the field is empty. */
    readonly defaults?: Readonly<Record<string, FieldValue>>;
    /** A parent named by its external id: `{ Sona_Call__r: { Quo_Call_Id__c: 'AC…' } }`. */
    readonly parents?: Readonly<Record<string, Readonly<Record<string, string>>>>;
    /** Further contacts of a group, beside WhoId: related to the Task where the org shares activities, else left out. */
    readonly alsoWhoIds?: readonly string[];
    /** Whom it is about is not settled yet: the people of Salesforce are being read. */
    readonly isProvisional?: true;
    /** Fields that could not take what was meant for them, each with its type; the record is written without. */
    readonly leftOut?: readonly string[];
    /** The key that the record still carries in Salesforce: it is found by its id and given `key`. */
    readonly formerKey?: string;
    /** A record that is no longer wanted (a window joined into another). */
    readonly gone?: boolean;
}
