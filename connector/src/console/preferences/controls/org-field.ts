import type { OrgField } from '../../../application/preferences/model.ts';
import type { Words } from '../../../locales/catalogue.ts';

/** `Needs (Needs__c, text, 255 characters)` */
export function labelOf({ label, name, type, length }: OrgField, { forms }: Words): string {
    const known = Object.hasOwn(forms.types, type) ? (forms.types[type] ?? type) : type;
    return forms.field({
        label,
        name,
        type: length > 0 ? `${known}, ${forms.characters({ n: length })}` : known
    });
}
