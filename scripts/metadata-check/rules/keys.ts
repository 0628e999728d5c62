import { findField } from '../fields.ts';
import type { PackageModel } from 'salesforce-metadata/package-model.ts';
import { problem, type Problem } from 'salesforce-metadata/problem.ts';
import { text } from 'salesforce-metadata/xml.ts';

const KEY = { externalId: 'true', unique: 'true', caseSensitive: 'true' } as const;

/**
 * Fields that make a second writing an update. Their flags can never change once a version is released
 * (2GP Developer Guide, "Editable Properties": External ID and Unique), so they are held here as well.
 * A phone number has no case.
 */
const KEYS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    'Task.Quo_Key__c': KEY,
    'Sona_Call__c.Quo_Call_Id__c': KEY,
    'Sona_Answer__c.Quo_Answer_Key__c': KEY,
    'Quo_Transcript__c.Transcript_Key__c': KEY,
    'Lead.Quo_Phone__c': { ...KEY, caseSensitive: 'false' }
};

/** Standard objects that a Sona call points to: as a lookup, or the package's permission sets could not cover it. */
const LOOKED_UP = ['Contact', 'Lead', 'Account', 'Case', 'Opportunity', 'User'];

/** What can never be changed after the first release is as it must be. */
export function checkKeys(model: PackageModel): Problem[] {
    const found: Problem[] = [];
    for (const [name, flags] of Object.entries(KEYS)) {
        const [object = '', own = ''] = name.split('.');
        const field = findField(model, object, own);
        for (const [flag, value] of field ? Object.entries(flags) : []) {
            if (field && text(field.root, flag) !== value)
                found.push(problem(field.file, `<${flag}> must be ${value}`));
        }
    }
    const lookups = model
        .of('field')
        .filter((field) => field.name.startsWith('Sona_Call__c.') && text(field.root, 'referenceTo') !== undefined);
    for (const field of lookups) {
        if (text(field.root, 'type') !== 'Lookup') found.push(problem(field.file, 'must be a lookup'));
    }
    const targets = lookups.map((field) => text(field.root, 'referenceTo'));
    for (const target of LOOKED_UP) {
        if (!targets.includes(target)) found.push(problem('force-app', `a Sona call does not point to ${target}`));
    }
    return found;
}
