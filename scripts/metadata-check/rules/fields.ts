import { findField, packagedFields, type Field } from '../fields.ts';
import type { PackageModel } from 'salesforce-metadata/package-model.ts';
import { problem, type Problem } from 'salesforce-metadata/problem.ts';
import { all, text } from 'salesforce-metadata/xml.ts';

/** Types that Activity takes: no long text, no master-detail (Salesforce Help, "Custom Fields for Activities"). */
const ON_ACTIVITY = ['Checkbox', 'Date', 'DateTime', 'Number', 'Phone', 'Picklist', 'Text', 'TextArea', 'Url'];
/** Types that may identify a record (Metadata API Developer Guide, CustomField: `externalId`, `unique`). */
const IDENTIFYING = ['AutoNumber', 'Email', 'Number', 'Text'];
const UNIQUE = ['Email', 'Number', 'Text'];
/** Fields of one object whose history can be kept. */
const TRACKED = 20;
/** Characters that an object's long text fields may hold together. */
const LONG_TEXT = 1_638_400;
const PICKLIST_VALUE = 255;

/** Numbers that an element may say, by type of field. */
const BOUNDS: Readonly<Record<string, Readonly<Record<string, readonly [number, number]>>>> = {
    Text: { length: [1, 255] },
    LongTextArea: { length: [256, 131_072], visibleLines: [2, 50] },
    Number: { precision: [1, 18], scale: [0, 17] }
};

function flag(field: Field, name: string): boolean {
    return text(field.root, name) === 'true';
}

function checkBounds(field: Field): string[] {
    return Object.entries(BOUNDS[field.type] ?? {}).flatMap(([element, [least, most]]) => {
        const value = Number(text(field.root, element) ?? Number.NaN);
        return value >= least && value <= most ? [] : [`<${element}> of a ${field.type} is ${least} to ${most}`];
    });
}

function checkFlags(field: Field): string[] {
    const found: string[] = [];
    const unique = flag(field, 'unique');
    if (flag(field, 'externalId') && !IDENTIFYING.includes(field.type)) found.push(`a ${field.type} is no external id`);
    if (unique && !UNIQUE.includes(field.type)) found.push(`a ${field.type} cannot be unique`);
    if (unique && field.type === 'Text' && text(field.root, 'caseSensitive') === undefined)
        found.push('a unique text says whether it is case-sensitive');
    if (!unique && text(field.root, 'caseSensitive') !== undefined) found.push('only a unique text is case-sensitive');
    // The connector's insert would be refused by an org that it cannot see into; field permissions of it, by every org.
    if (flag(field, 'required')) found.push('is required, which field permissions cannot cover');
    return found;
}

function checkActivity(field: Field): string[] {
    if (field.object !== 'Activity') return [];
    const found = ON_ACTIVITY.includes(field.type) ? [] : [`Activity takes no ${field.type}`];
    return text(field.root, 'trackHistory') === undefined ? found : [...found, 'Activity keeps no history'];
}

function checkPicklist(field: Field): string[] {
    if (field.type !== 'Picklist') return [];
    const set = all(field.root, 'valueSet')[0];
    // An upgrade brings no values to a picklist that an org already has: a restricted one would refuse the new ones.
    const found = set && text(set, 'restricted') === 'false' ? [] : ['refuses values of later versions'];
    const values = field.picklist.map(({ value }) => value.toLowerCase());
    if (values.length === 0) found.push('is a picklist without values');
    if (new Set(values).size < values.length) found.push('has a value twice');
    for (const { value, label } of field.picklist) {
        if (Math.max(value.length, label.length) > PICKLIST_VALUE) found.push(`has the long value ${value}`);
    }
    return found;
}

/** What is calculated names fields of its object only; what is not, and is checked or not, begins somewhere. */
function checkFormula(model: PackageModel, field: Field): string[] {
    const formula = text(field.root, 'formula');
    if (formula === undefined)
        return field.type === 'Checkbox' && text(field.root, 'defaultValue') === undefined
            ? ['has no <defaultValue>']
            : [];
    const named = [...formula.matchAll(/(?<![\w.])(\w+__c)\b/g)].map(([, name]) => name ?? '');
    return named
        .filter((name) => !findField(model, field.object, name))
        .map((name) => `calculates with ${name}, which ${field.object} does not have`);
}

/** The same words for two fields of an object leave an admin to guess; a child relationship exists once for a parent. */
function checkTogether(fields: readonly Field[]): Problem[] {
    const seen = new Map<string, Field>();
    return fields.flatMap((field) => {
        const names = [[`the label ${field.label}`, `${field.object}:${field.label.toLowerCase()}`]];
        if (field.relationshipName)
            names.push([
                `the relationship ${field.relationshipName}`,
                `${field.referenceTo}.${field.relationshipName.toLowerCase()}`
            ]);
        return names.flatMap(([what = '', key = '']) => {
            const other = seen.get(key);
            seen.set(key, other ?? field);
            return other ? [problem(field.file, `has ${what}, as ${other.name} has`)] : [];
        });
    });
}

function checkTotals(fields: readonly Field[]): Problem[] {
    return [...new Set(fields.map((field) => field.object))].flatMap((object) => {
        const own = fields.filter((field) => field.object === object);
        const file = own[0]?.file ?? '';
        const tracked = own.filter((field) => flag(field, 'trackHistory')).length;
        const long = own.filter((field) => field.type === 'LongTextArea');
        const characters = long.reduce((sum, field) => sum + (field.length ?? 0), 0);
        return [
            ...(tracked > TRACKED ? [problem(file, `${object} keeps the history of ${tracked} fields`)] : []),
            ...(characters > LONG_TEXT ? [problem(file, `long texts of ${object} hold ${characters} characters`)] : [])
        ];
    });
}

/** Fields have types, lengths and flags that the platform takes, one by one and together. */
export function checkFieldRules(model: PackageModel): Problem[] {
    const fields = packagedFields(model);
    const alone = fields.flatMap((field) =>
        [checkBounds, checkFlags, checkActivity, checkPicklist]
            .flatMap((check) => check(field))
            .concat(checkFormula(model, field))
            .map((message) => problem(field.file, message))
    );
    return [...alone, ...checkTogether(fields), ...checkTotals(fields)];
}
