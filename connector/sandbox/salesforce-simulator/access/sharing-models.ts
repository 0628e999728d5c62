import type { OrgState } from '../org-state.ts';
import type { Schema } from '../schema/schema.ts';
import type { SharingModel, SObject } from '../schema/types.ts';

/** Organization-wide defaults by object. `Activity` stands for tasks and events. */
export type Sharing = Readonly<Record<string, string>>;

/** What Setup offers for each object; the first is what a new org has. */
const CHOICES: Readonly<Record<string, readonly SharingModel[]>> = {
    Account: ['ReadWrite', 'Read', 'Private'],
    Contact: ['ControlledByParent', 'ReadWrite', 'Read', 'Private'],
    Lead: ['ReadWriteTransfer', 'ReadWrite', 'Read', 'Private'],
    Opportunity: ['ReadWrite', 'Read', 'Private'],
    Case: ['ReadWriteTransfer', 'ReadWrite', 'Read', 'Private'],
    Activity: ['Private', 'ControlledByParent']
};
const CUSTOM: readonly SharingModel[] = ['ReadWrite', 'Read', 'Private'];
/** Objects that are shared under another's setting, or as a part of it. */
const UNDER: Readonly<Record<string, string>> = { Task: 'Activity', Event: 'Activity' };

/**
 * Reads sharing settings as Setup or metadata state them.
 *
 * @throws {Error} for an object that has no such setting, or a model that the object cannot have
 */
export function readSharing(
    schema: Schema,
    given: Sharing,
    personAccounts: boolean
): ReadonlyMap<string, SharingModel> {
    const read = new Map<string, SharingModel>();
    for (const [name, model] of Object.entries(given)) {
        const setting = UNDER[name] ?? name;
        const choices = CHOICES[setting] ?? (schema.object(setting)?.custom === true ? CUSTOM : undefined);
        const known = choices?.find((choice) => choice === model);
        if (known === undefined)
            throw new Error(`${name} cannot be shared as ${model}${choices ? `: ${choices.join(', ')}` : ''}.`);
        if (read.has(setting) && read.get(setting) !== known)
            throw new Error(`Tasks and events are shared alike, not ${read.get(setting)} and ${known}.`);
        read.set(setting, known);
    }
    // "If you enable person accounts, contacts are Controlled by Parent" (Salesforce Help, Person Accounts).
    if (personAccounts) read.set('Contact', 'ControlledByParent');
    return read;
}

/** How records of an object are shared; `undefined` for objects that sharing does not cover, such as users. */
export function sharingModelOf(state: OrgState, object: SObject): SharingModel | undefined {
    if (object.sharingModel === 'ControlledByParent') return 'ControlledByParent';
    const setting = UNDER[object.name] ?? object.name;
    const usual = object.custom ? (object.sharingModel ?? 'ReadWrite') : CHOICES[setting]?.[0];
    return state.sharing.get(setting) ?? usual;
}
