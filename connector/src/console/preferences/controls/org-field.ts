import type { OrgField } from '../../../application/preferences/model.ts';
import type { Words } from '../../../locales/catalogue.ts';

/** `Needs (Needs__c, text, 255 characters)` */
export function labelOf({ label, name, type, length }: OrgField, { preferences: { form: says } }: Words): string {
    const known = Object.hasOwn(says.types, type) ? (says.types[type] ?? type) : type;
    return says.field({
        label,
        name,
        type: length > 0 ? `${known}, ${says.characters({ n: length })}` : known
    });
}
