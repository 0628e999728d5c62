import type { Schema } from '../schema/schema.ts';
import type { Field, SObject } from '../schema/types.ts';
import type { RecordTypeDraft } from '../schema/record-types.ts';
import type { Customization } from './customization.ts';

/** @throws {Error} naming an object, a field or a value that is customized without being there */
export function checkCustomization(
    schema: Schema,
    { picklists = [], encryptedFields = [] }: Customization,
    recordTypes: readonly RecordTypeDraft[]
): void {
    for (const { object, field } of picklists) fieldNamed(schema, objectNamed(schema, object), field);
    for (const path of encryptedFields) {
        const [object = '', field = ''] = path.split('.');
        fieldNamed(schema, objectNamed(schema, object), field);
    }
    for (const type of recordTypes) checkRecordType(schema, type);
}

function checkRecordType(schema: Schema, { object: name, developerName, picklists = {} }: RecordTypeDraft): void {
    const object = objectNamed(schema, name);
    for (const [field, values] of Object.entries(picklists)) {
        const known = fieldNamed(schema, object, field).picklistValues;
        const unknown = values.find(({ value }) => !known.some((choice) => choice.value === value));
        if (unknown)
            throw new Error(
                `Record type ${name}.${developerName}: ${field} has no value ${JSON.stringify(unknown.value)}.`
            );
    }
}

function objectNamed(schema: Schema, name: string): SObject {
    const object = schema.object(name);
    if (!object) throw new Error(`The org has no object ${name} to customize.`);
    return object;
}

function fieldNamed(schema: Schema, object: SObject, name: string): Field {
    const field = schema.field(object, name);
    if (!field) throw new Error(`${object.name} has no field ${name} to customize.`);
    return field;
}
