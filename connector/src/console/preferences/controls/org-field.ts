import type { OrgField } from '../../../application/preferences/model.ts';
import type { Words } from '../../locales/words.ts';

/** `Needs (Needs__c, text, 255 characters)` */
export function labelOf({ label, name, type, length }: OrgField, { forms }: Words): string {
    const known = Object.hasOwn(forms.types, type) ? (forms.types[type] ?? type) : type;
    return forms.field(label, name, length > 0 ? `${known}, ${forms.characters(length)}` : known);
}
