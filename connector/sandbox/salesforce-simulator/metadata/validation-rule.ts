import type { ValidationRuleDraft } from '../customizing/customization.ts';
import type { Qualify } from './custom-field.ts';
import { textOf, type Xml } from './xml.ts';

/** Reads one `ValidationRule` of one object. */
export function readValidationRule(xml: Xml, object: string, qualify: Qualify): ValidationRuleDraft {
    const field = textOf(xml, 'errorDisplayField');
    return {
        object,
        name: textOf(xml, 'fullName') ?? '',
        formula: textOf(xml, 'errorConditionFormula') ?? '',
        message: textOf(xml, 'errorMessage') ?? '',
        ...(field === undefined ? {} : { field: qualify(field) })
    };
}
