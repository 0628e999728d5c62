import { refused } from '../org-error.ts';
import type { Row } from '../records/row.ts';
import type { Field, SObject } from '../schema/types.ts';

const requiredByObject = new WeakMap<SObject, readonly Field[]>();

/** Fields that a new record must bring, because the org gives them no value. */
function requiredOf(object: SObject): readonly Field[] {
    let fields = requiredByObject.get(object);
    if (!fields) {
        fields = object.fields.filter((field) => !field.nillable && field.createable && field.type !== 'boolean');
        requiredByObject.set(object, fields);
    }
    return fields;
}

/**
 * @param changed only these fields are looked at on an update; `undefined` on a create
 * @throws {OrgError} REQUIRED_FIELD_MISSING naming every missing field
 */
export function checkRequired(object: SObject, row: Row, changed?: Row): void {
    let missing: string[] | undefined;
    for (const { name } of requiredOf(object)) {
        if (changed && !(name in changed)) continue;
        const value = row[name];
        if (value === undefined || value === null) (missing ??= []).push(name);
    }
    if (missing)
        throw refused('REQUIRED_FIELD_MISSING', `Required fields are missing: [${missing.join(', ')}]`, missing);
}
