import { permissionName } from '../schema/field-security.ts';
import type { Schema } from '../schema/schema.ts';
import type { PermissionSet } from './permission-set.ts';

/**
 * A permission set names only what field security covers, by the name that permissions have for it.
 *
 * @throws {Error} with the Metadata API's sentence
 */
export function checkPermissionSets(schema: Schema, sets: readonly PermissionSet[]): void {
    for (const set of sets) for (const name of set.fields.keys()) checkField(schema, name);
}

function checkField(schema: Schema, name: string): void {
    const [objectName = '', fieldName = ''] = name.split('.');
    const object = schema.object(objectName);
    const field = object && schema.field(object, fieldName);
    // Custom fields that say something else to everybody are left out of this org, and may be granted all the same.
    if (!field && fieldName.endsWith('__c')) return;
    if (!object || !field || (field.permissionable && permissionName(object.name, field) !== name))
        throw new Error(`In field: field - no CustomField named ${name} found`);
    if (!field.permissionable) throw new Error(`You cannot deploy to a required field: ${name}`);
}
