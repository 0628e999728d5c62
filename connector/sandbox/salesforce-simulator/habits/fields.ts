import type { FieldDraft } from '../schema/field-definitions.ts';
import type { Habits } from './habits.ts';
import { RULE_FIELDS } from './rules.ts';

const CUSTOM = { custom: true, permissionable: true };

/** The custom fields of an org: as many as it has, by names of our own. */
export function fieldsOf(habits: Habits): Record<string, FieldDraft[]> {
    const activity = numbered('Activity_Field', habits.activityCustomFields ?? 0, { type: 'string', length: 255 });
    const fields: Record<string, FieldDraft[]> = { Activity: activity };
    const add = (object: string, more: readonly FieldDraft[]): void => {
        fields[object] = [...(fields[object] ?? []), ...more];
    };
    for (const [object, count] of Object.entries(habits.customPhoneFields ?? {}))
        add(object, numbered('Phone', count, { type: 'phone', length: 40 }));
    for (const [index, { object, hasDefault }] of (habits.requiredCustomFields ?? []).entries())
        add(object, [requiredText(index, hasDefault === true)]);
    if (habits.rulesThatRefuseCallLoggers) for (const [object, more] of Object.entries(RULE_FIELDS)) add(object, more);
    return fields;
}

function numbered(name: string, count: number, shape: Pick<FieldDraft, 'type' | 'length'>): FieldDraft[] {
    return Array.from({ length: count }, (_, index) => ({
        name: `${name}_${index + 1}__c`,
        label: `${name.replaceAll('_', ' ')} ${index + 1}`,
        ...shape,
        ...CUSTOM
    }));
}

function requiredText(index: number, hasDefault: boolean): FieldDraft {
    return {
        name: `Required_Field_${index + 1}__c`,
        label: `Required Field ${index + 1}`,
        type: 'string',
        length: 255,
        custom: true,
        nillable: false,
        ...(hasDefault ? { defaultValue: '-', defaultedOnCreate: true } : {})
    };
}
