import type { DescribedObject } from '../directory/fields.ts';
import type { NameInOrg } from '../namespace.ts';
import { failed, warning, type Check } from './check.ts';
import type { ObjectNeed } from './needs.ts';

/** Fields that the org requires of a record and that nothing fills: Salesforce would refuse every new one. */
export function checkRequired(
    need: ObjectNeed,
    described: DescribedObject | undefined,
    name: NameInOrg
): readonly Check[] {
    if (need.create !== true || described === undefined) return [];
    const filled = [...need.write, ...(need.createOnly ?? []), ...(need.key === undefined ? [] : [need.key])].map(name);
    const empty = [...described.fields.values()].filter(
        (field) =>
            field.createable &&
            !field.nillable &&
            !field.defaultedOnCreate &&
            // A checkbox is never empty.
            field.type !== 'boolean' &&
            !filled.includes(field.name)
    );
    // A call whose lead is refused is logged all the same.
    const state = need.object === 'Lead' ? warning : failed;
    const object = name(need.object);
    return empty.map((field) => state(`field ${object}.${field.name}`, 'SF-REQUIRED-FIELD', `${object}.${field.name}`));
}
