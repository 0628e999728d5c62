import { CATALOGUE } from '../../domain/preferences/catalogue.ts';
import type { ErrorCode } from '../../errors/errors.ts';

type Key = keyof typeof CATALOGUE;

/** Fields of a lead that have a preference of their own, by what a rule's sentence says of them. */
const LEAD_CHOICES: readonly (readonly [RegExp, Key])[] = [
    [/\bphone\b|t[ée]l[ée]phone/i, 'leadPhoneFormat'],
    [/\bLeadSource\b|lead source|origine/i, 'leadSource'],
    [/\bOwnerId\b/, 'fallbackOwner']
];

/** What a rule may ask of a Task is a status, a type, or a field of the org's own. */
const TASK_RULES: readonly ErrorCode[] = ['SF-VALIDATION-RULE', 'SF-REQUIRED-FIELD', 'SF-PICKLIST', 'SF-RECORD-TYPE'];

/** @returns the preference that may satisfy the rule of the org which refused a record; `undefined`: there is none */
export function choiceFor(code: ErrorCode | null, seen: string | null): Key | undefined {
    if (code !== null && TASK_RULES.includes(code)) return 'taskFields';
    if (code !== 'SF-LEAD-REFUSED') return undefined;
    return LEAD_CHOICES.find(([words]) => words.test(seen ?? ''))?.[1] ?? 'leadFields';
}

/** Where the choice stands on the page of preferences. */
export function choiceAnchor(key: Key): string {
    return CATALOGUE[key].kind === 'field-defaults' ? `group-${key}` : `field-${key}`;
}
