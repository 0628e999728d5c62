import type { ValidationRuleDraft } from '../customizing/customization.ts';
import type { FieldDraft } from '../schema/field-definitions.ts';
import type { Habits, HabitualRule } from './habits.ts';

/** The custom fields that restated rules speak of. */
export const RULE_FIELDS: Readonly<Record<string, readonly FieldDraft[]>> = {
    Lead: [
        { name: 'Rule_Note__c', label: 'Rule Note', type: 'string', length: 255, custom: true, permissionable: true }
    ],
    User: [{ name: 'Bypass_Rules__c', label: 'Bypass Rules', type: 'boolean', custom: true, permissionable: true }]
};

/** What is needed, as it is restated: true of what lacks it. */
const NEEDS: Readonly<Record<string, string>> = {
    FirstName: 'ISBLANK(FirstName)',
    LeadSource: 'ISPICKVAL(LeadSource, "")',
    Country: 'ISBLANK(Country)',
    Email: 'ISBLANK(Email)',
    Address: 'OR(ISBLANK(Street), ISBLANK(City), ISBLANK(PostalCode), ISBLANK(Country))',
    'Country, or a custom text field': 'AND(ISBLANK(Country), ISBLANK(Rule_Note__c))',
    'a custom text field, unless Status is Disqualified':
        'AND(ISBLANK(Rule_Note__c), NOT(ISPICKVAL(Status, "Disqualified")))',
    'one of two record types': 'NOT(OR(RecordType.DeveloperName = "RT1", RecordType.DeveloperName = "RT2"))'
};

/** The restated rules of an org as validation rules. @throws {Error} with the words of one that is not known */
export function rulesOf(habits: Habits): ValidationRuleDraft[] {
    return (habits.rulesThatRefuseCallLoggers ?? []).map((rule, index) => {
        const field = rule.field ?? (rule.needs !== undefined && /^\w+$/.test(rule.needs) ? rule.needs : undefined);
        return {
            object: rule.object,
            name: `Rule_${index + 1}`,
            formula: formulaOf(habits, rule),
            message: messageOf(rule),
            ...(field === undefined || field === 'Address' ? {} : { field })
        };
    });
}

function formulaOf(habits: Habits, rule: HabitualRule): string {
    const conditions = [
        ...(rule.on === undefined ? [] : [rule.on === 'insert' ? 'ISNEW()' : 'NOT(ISNEW())']),
        ...(rule.unless === undefined ? [] : [exception(rule.unless)]),
        offence(habits, rule)
    ];
    return conditions.length === 1 ? (conditions[0] as string) : `AND(${conditions.join(', ')})`;
}

function exception(unless: string): string {
    if (unless === 'a checkbox on the user') return 'NOT($User.Bypass_Rules__c)';
    throw unknown(unless);
}

function offence(habits: Habits, { field = '', mustMatch, mustBe, mayNotChange, needs }: HabitualRule): string {
    if (mustMatch !== undefined)
        return `AND(NOT(ISBLANK(${field})), NOT(REGEX(${field}, ${JSON.stringify(mustMatch)})))`;
    if (mayNotChange) return `ISCHANGED(${field})`;
    if (mustBe === 'Monday to Friday') return `OR(WEEKDAY(${field}) = 1, WEEKDAY(${field}) = 7)`;
    if (mustBe === 'the default, which is not closed')
        return `NOT(ISPICKVAL(${field}, ${JSON.stringify(defaultStatus(habits))}))`;
    if (mustBe !== undefined) return `NOT(ISPICKVAL(${field}, ${JSON.stringify(mustBe)}))`;
    const lacking = NEEDS[needs ?? ''];
    if (lacking === undefined) throw unknown(needs ?? 'a rule that says nothing');
    return lacking;
}

function defaultStatus({ TaskStatus = [] }: Habits): string {
    return TaskStatus.find((status) => status.default)?.value ?? 'Not Started';
}

function messageOf({ field, mustMatch, mustBe, mayNotChange, needs }: HabitualRule): string {
    if (mustMatch !== undefined) return `${field} must have the form ${mustMatch}`;
    if (mayNotChange) return `${field} may not be changed`;
    return mustBe === undefined ? `Required: ${needs}` : `${field} must be ${mustBe}`;
}

function unknown(words: string): Error {
    return new Error(`The simulated org does not know the rule ${JSON.stringify(words)}.`);
}
