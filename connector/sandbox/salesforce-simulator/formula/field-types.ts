import type { Schema } from '../schema/schema.ts';
import type { Field, FieldType, SObject } from '../schema/types.ts';
import { GLOBALS } from './spelling.ts';

/** What a formula knows about a name: its type, or what stands behind its dot. */
export type FormulaType =
    { readonly type: FormulaFieldType } | { readonly type: 'object'; readonly properties: Record<string, FormulaType> };

type FormulaFieldType =
    | 'string'
    | 'number'
    | 'currency'
    | 'percent'
    | 'boolean'
    | 'date'
    | 'datetime'
    | 'time'
    | 'id'
    | 'picklist'
    | 'multipicklist';

/** Types that a formula cannot use, such as addresses and lists of ids, are left out. */
const TYPES: Partial<Record<FieldType, FormulaFieldType>> = {
    id: 'id',
    reference: 'id',
    string: 'string',
    textarea: 'string',
    phone: 'string',
    email: 'string',
    url: 'string',
    combobox: 'string',
    picklist: 'picklist',
    multipicklist: 'multipicklist',
    boolean: 'boolean',
    int: 'number',
    double: 'number',
    currency: 'currency',
    percent: 'percent',
    date: 'date',
    datetime: 'datetime',
    time: 'time'
};

/** The names that a formula of an object can use: its fields, its parents, and `$User` and the like. */
export function typesOf(schema: Schema, object: SObject): Record<string, FormulaType> {
    return { ...propertiesOf(schema, object), ...globals(schema) };
}

function globals(schema: Schema): Record<string, FormulaType> {
    return Object.fromEntries(
        Object.entries(GLOBALS).flatMap(([name, target]): [string, FormulaType][] => {
            const object = schema.object(target);
            return object ? [[name, parentType(schema, object)]] : [];
        })
    );
}

function propertiesOf(schema: Schema, object: SObject): Record<string, FormulaType> {
    const types: Record<string, FormulaType> = {};
    for (const field of object.fields) {
        const type = TYPES[field.type];
        if (type !== undefined) types[field.name] = { type };
        const parent = onlyParent(schema, field);
        if (parent && field.relationshipName !== null) types[field.relationshipName] = parentType(schema, parent);
    }
    return types;
}

/** A lookup of several objects cannot be followed without saying which (`Owner:User`), and that is not read here. */
function onlyParent(schema: Schema, field: Field): SObject | undefined {
    const [name, ...others] = field.referenceTo;
    return name === undefined || others.length > 0 ? undefined : schema.object(name);
}

/** Looked up when a formula goes there: parents lead to each other in circles. */
function parentType(schema: Schema, parent: SObject): FormulaType {
    return {
        type: 'object',
        get properties() {
            return propertiesOf(schema, parent);
        }
    };
}
