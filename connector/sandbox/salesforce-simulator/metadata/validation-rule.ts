import type { ValidationRuleDraft } from '../customizing/customization.ts';
import type { Qualify } from './custom-field.ts';
import { trimmed, type Element } from 'salesforce-metadata/xml.ts';

/** Reads one `ValidationRule` of one object. */
export function readValidationRule(xml: Element, object: string, qualify: Qualify): ValidationRuleDraft {
    const field = trimmed(xml, 'errorDisplayField');
    return {
        object,
        name: trimmed(xml, 'fullName') ?? '',
        formula: trimmed(xml, 'errorConditionFormula') ?? '',
        message: trimmed(xml, 'errorMessage') ?? '',
        ...(field === undefined ? {} : { field: qualify(field) })
    };
}
