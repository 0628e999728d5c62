import {
    ANSWER_TYPE,
    CONNECTION,
    FOLLOW_UP,
    KIND,
    LEAD,
    LENGTH,
    MATCH_STATUS,
    SONA_ANSWER,
    SONA_CALL,
    SONA_OUTCOME,
    TASK,
    TRANSCRIPT
} from '../../connector/src/domain/records/names.ts';
import { findField } from './fields.ts';
import type { PackageModel } from 'salesforce-metadata/package-model.ts';
import { problem, type Problem } from 'salesforce-metadata/problem.ts';

const NAMES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    Task: TASK,
    Sona_Call__c: SONA_CALL,
    Sona_Answer__c: SONA_ANSWER,
    Quo_Transcript__c: TRANSCRIPT,
    Quo_Connection__c: CONNECTION,
    Lead: LEAD
};

/** Values that the connector writes: any other one would have no label, and no translation. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
    'Task.Quo_Kind__c': Object.values(KIND),
    'Task.Quo_Match__c': MATCH_STATUS,
    'Sona_Call__c.Match__c': MATCH_STATUS,
    'Sona_Call__c.Outcome__c': Object.values(SONA_OUTCOME),
    'Sona_Call__c.Follow_Up_Status__c': Object.values(FOLLOW_UP),
    'Sona_Answer__c.Type__c': Object.values(ANSWER_TYPE)
};

/** A text name field holds 80 characters, whatever the file says. */
const NAME_LENGTH = 80;

function checkLength(model: PackageModel, name: string, wanted: number): Problem[] {
    const [object = '', field = ''] = name.split('.');
    if (!field.endsWith('__c')) {
        const fits = field !== 'Name' || wanted <= NAME_LENGTH;
        return fits
            ? []
            : [problem(`names.ts`, `${name} holds ${NAME_LENGTH} characters, the connector writes ${wanted}`)];
    }
    const found = findField(model, object, field);
    if (!found) return [];
    if (found.length === wanted) return [];
    return [problem(found.file, `holds ${found.length ?? 0} characters, the connector counts on ${wanted}`)];
}

/**
 * Every field that the connector writes exists, with the length and the values that it counts on.
 *
 * @param lengths characters by field: `Task.Quo_Key__c`
 */
export function checkConnectorNames(
    model: PackageModel,
    lengths: Readonly<Record<string, number>> = LENGTH
): Problem[] {
    const found: Problem[] = [];
    for (const [object, names] of Object.entries(NAMES)) {
        for (const name of Object.values(names)) {
            if (!name.endsWith('__c') || findField(model, object, name)) continue;
            found.push(problem('force-app', `${object}.${name} is written by the connector and is not there`));
        }
    }
    for (const [name, length] of Object.entries(lengths)) found.push(...checkLength(model, name, length));
    for (const [name, values] of Object.entries(VALUES)) {
        const [object = '', field = ''] = name.split('.');
        const has = findField(model, object, field)?.picklist.map((choice) => choice.value) ?? [];
        for (const value of values) {
            if (!has.includes(value)) found.push(problem('force-app', `${name} lacks the value "${value}"`));
        }
    }
    return found;
}
