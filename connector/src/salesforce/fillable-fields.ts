import type { FillableField } from '../contracts/org-administration.ts';
import { isFilledByUs, type DefaultedObject } from '../domain/records/field-defaults.ts';
import { RECORD_TYPE } from '../domain/records/task-values.ts';
import { shapeOf, type DescribedField } from './described-field.ts';
import { isOurs } from './namespace.ts';

/** A record type as describe tells it, for the user who asks. */
export interface DescribedRecordType {
    readonly recordTypeId: string;
    readonly name: string;
    readonly available: boolean;
    readonly active: boolean;
    readonly master: boolean;
}

/** Types whose values a person can write down. */
const WRITABLE = [
    'string',
    'textarea',
    'picklist',
    'multipicklist',
    'combobox',
    'boolean',
    'double',
    'int',
    'currency',
    'percent',
    'email',
    'phone',
    'url',
    'date',
    'datetime',
    'reference'
];

/**
 * Fields of an object that can be given one value for every record that we make, those that the org requires first. The
 * record type is one of them, with the types that the integration user has.
 */
export function fillableFields(
    object: DefaultedObject,
    fields: readonly DescribedField[],
    recordTypes: readonly DescribedRecordType[]
): readonly FillableField[] {
    const fillable = fields.filter(
        (field) =>
            WRITABLE.includes(field.type) &&
            isWritable(object, field) &&
            field.name !== RECORD_TYPE &&
            !isFilledByUs(object, field.name) &&
            !isOurs(field.name.replace(/^[A-Za-z]\w*?__(?=\w+__c$)/, ''))
    );
    const all = [...recordTypeField(fields, recordTypes), ...fillable.map((field) => fillableField(object, field))];
    return all.toSorted(
        (one, other) => Number(other.isRequired) - Number(one.isRequired) || one.label.localeCompare(other.label)
    );
}

/** A Task is brought up to date as long as anything is told of it; a lead is made, and then it is the rep's. */
function isWritable(object: DefaultedObject, { createable, updateable }: DescribedField): boolean {
    return createable && (object === 'Lead' || updateable);
}

function fillableField(object: DefaultedObject, field: DescribedField): FillableField {
    const { name, label, nillable, defaultedOnCreate, type } = field;
    return {
        name,
        label: label === '' ? name : label,
        // A checkbox is never empty; what has a default fills itself; what we fill in anyway needs no other value.
        isRequired: !nillable && !defaultedOnCreate && type !== 'boolean' && !FILLED.includes(name),
        shape: { ...shapeOf(field), isWritable: isWritable(object, field) }
    };
}

/** Without a value that an admin chose, ours stands there. */
const FILLED = ['LastName', 'Company', 'Status', 'Priority'];

function recordTypeField(
    fields: readonly DescribedField[],
    recordTypes: readonly DescribedRecordType[]
): readonly FillableField[] {
    const field = fields.find(({ name }) => name === RECORD_TYPE);
    const values = recordTypes
        .filter(({ available, active, master }) => available && active && !master)
        .map(({ recordTypeId, name }) => ({ value: recordTypeId, label: name }));
    if (field?.createable !== true || values.length === 0) return [];
    const shape = { type: 'picklist', length: 0, isRestricted: true, values, isWritable: true };
    return [{ name: field.name, label: field.label || field.name, isRequired: false, shape }];
}
