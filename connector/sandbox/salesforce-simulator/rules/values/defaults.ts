import type { Row, Value } from '../../records/row.ts';
import type { Field, SObject } from '../../schema/types.ts';

const templates = new WeakMap<SObject, Row>();

/** What a new record holds in the fields that nobody named, apart from its owner and its stamps. */
export function defaultsOf(object: SObject): Row {
    let template = templates.get(object);
    if (!template) {
        template = {};
        for (const field of object.fields) {
            const value = defaultOf(field);
            if (value !== undefined) template[field.name] = value;
        }
        templates.set(object, template);
    }
    return template;
}

function defaultOf(field: Field): Value {
    if (field.type === 'boolean') return field.defaultValue === true;
    if (field.defaultValue !== null) return field.defaultValue;
    const chosen = field.picklistValues.find((value) => value.defaultValue && value.active);
    return chosen && field.createable ? chosen.value : undefined;
}
