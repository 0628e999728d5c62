/** The field types that a describe answer knows. */
export type FieldType =
    | 'id'
    | 'string'
    | 'textarea'
    | 'phone'
    | 'email'
    | 'url'
    | 'picklist'
    | 'multipicklist'
    | 'combobox'
    | 'encryptedstring'
    | 'reference'
    | 'boolean'
    | 'int'
    | 'double'
    | 'currency'
    | 'percent'
    | 'date'
    | 'datetime'
    | 'time'
    | 'address'
    | 'location'
    | 'base64'
    | 'anyType'
    | 'JunctionIdList';

export interface PicklistValue {
    readonly value: string;
    readonly label: string;
    readonly active: boolean;
    readonly defaultValue: boolean;
    readonly validFor: string | null;
}

/** How a parent sees the records that point at it through one field. */
export interface ChildSide {
    /** `null`: the parent has no subquery for these children. */
    readonly name: string | null;
    readonly cascadeDelete: boolean;
}

/** The keys of a describe answer that are plain flags, numbers or texts: 57 with those that `Field` names itself. */
export type FieldFlags = Readonly<Record<string, boolean | number | string | null>>;

/** One field of one object, as the org enforces and describes it. */
export interface Field {
    readonly name: string;
    readonly label: string;
    readonly type: FieldType;
    /** UTF-16 units; 0 where the type has no length. */
    readonly length: number;
    readonly byteLength: number;
    readonly digits: number;
    readonly precision: number;
    readonly scale: number;
    readonly referenceTo: readonly string[];
    readonly relationshipName: string | null;
    readonly picklistValues: readonly PicklistValue[];
    readonly createable: boolean;
    readonly updateable: boolean;
    readonly nillable: boolean;
    readonly filterable: boolean;
    readonly sortable: boolean;
    readonly groupable: boolean;
    readonly aggregatable: boolean;
    readonly defaultedOnCreate: boolean;
    readonly restrictedPicklist: boolean;
    readonly unique: boolean;
    readonly caseSensitive: boolean;
    readonly externalId: boolean;
    readonly idLookup: boolean;
    readonly nameField: boolean;
    readonly namePointing: boolean;
    readonly permissionable: boolean;
    readonly autoNumber: boolean;
    readonly calculated: boolean;
    readonly custom: boolean;
    readonly compoundFieldName: string | null;
    readonly defaultValue: boolean | string | number | null;
    readonly flags: FieldFlags;
    /** By parent object: the relationship that this field gives it. */
    readonly children: Readonly<Record<string, ChildSide>>;
    /** What happens to a record whose referenced record is deleted. */
    readonly onParentDelete: 'clear' | 'restrict' | 'cascade';
    /** `Q-{0000}` of an auto number. */
    readonly displayFormat?: string;
}

/** A kind of record of one object, with its own share of the values of some picklists. */
export interface RecordType {
    readonly id: string;
    readonly developerName: string;
    readonly label: string;
    readonly active: boolean;
    /** By field name. A field that is not there has all of its values. */
    readonly picklists: ReadonlyMap<string, readonly PicklistValue[]>;
    /** Whether users of this profile may use it. */
    readonly isOpenTo: (profile: string) => boolean;
    /** Whether new records of users of this profile are of it, unless they say another. */
    readonly isDefaultFor: (profile: string) => boolean;
    /** Whether that is so for every profile that no record type of the object is the default of. */
    readonly isDefaultElsewhere: boolean;
}

export interface ChildRelationship extends ChildSide {
    readonly child: SObject;
    readonly field: Field;
}

/** An organization-wide default: what users may do with records that are neither theirs nor shared with them. */
export type SharingModel = 'Private' | 'Read' | 'ReadWrite' | 'ReadWriteTransfer' | 'ControlledByParent';

/** One object of the org. */
export interface SObject {
    readonly name: string;
    readonly label: string;
    readonly labelPlural: string;
    readonly keyPrefix: string;
    readonly custom: boolean;
    /** Describe's flags about the object: `createable`, `queryable`, `mergeable`… */
    readonly flags: Readonly<Record<string, boolean>>;
    readonly supportedScopes: readonly { readonly label: string; readonly name: string }[];
    readonly activities: boolean;
    /** As the object is declared; an org's sharing settings may say otherwise. */
    readonly sharingModel?: SharingModel;
    /** In describe order. */
    readonly fields: readonly Field[];
    readonly nameField: Field | undefined;
    /** Besides the master record type. */
    readonly recordTypes: readonly RecordType[];
}
