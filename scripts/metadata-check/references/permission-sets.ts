import { packagedFields, type Field } from '../fields.ts';
import type { Component, PackageModel } from 'salesforce-metadata/package-model.ts';
import { problem, type Problem } from 'salesforce-metadata/problem.ts';
import { WITHOUT_FIELD_SECURITY } from '../standard.ts';
import { all, text } from 'salesforce-metadata/xml.ts';

/** Fields that a role is deliberately not given; every other packaged field is in every set of people. */
const WITHHELD: Readonly<Record<string, readonly string[]>> = {
    Quo_User: ['Quo_Recording_URL__c', 'Recording_URL__c', 'Raw_Answers__c'],
    Quo_Manager: ['Quo_Recording_URL__c', 'Recording_URL__c', 'Raw_Answers__c'],
    Quo_Admin: [],
    Quo_Integration: []
};
/** Sets that add to another one, and what they hold. */
const ADDED: Readonly<Record<string, readonly string[]>> = {
    Quo_Recording_Listener: ['Quo_Recording_URL__c', 'Recording_URL__c']
};

/** Objects that one set opens, and no other does; the integration user writes them. */
const OPENED_BY: Readonly<Record<string, string>> = {
    Quo_Transcript__c: 'Quo_Transcript_Reader',
    Quo_Connection__c: 'Quo_Admin'
};
const WRITER = 'Quo_Integration';

/** What people change through the components: who a number belongs to, and the follow-up. */
const EDITED = [
    ...['Task.Quo_Match__c', 'Sona_Call__c.Match__c', 'Sona_Call__c.Contact__c', 'Sona_Call__c.Lead__c'],
    ...['Sona_Call__c.Account__c', 'Sona_Call__c.Opportunity__c', 'Lead.Quo_Phone__c'],
    ...['Sona_Call__c.Follow_Up_Status__c', 'Sona_Call__c.Follow_Up_Owner__c']
];

/** Names by which field permissions call a field: those of Activity are listed for Task and for Event. */
function permissionNames(field: Field): readonly string[] {
    if (WITHOUT_FIELD_SECURITY.includes(field.type)) return [];
    const objects = field.object === 'Activity' ? ['Task', 'Event'] : [field.object];
    return objects.map((object) => `${object}.${field.name}`);
}

function wantedFields(model: PackageModel, set: string): readonly string[] {
    const only = ADDED[set];
    const isWanted = ({ object, name }: Field): boolean => {
        const opener = OPENED_BY[object];
        if (opener !== undefined) return set === opener || set === WRITER;
        if (set in WITHHELD) return WITHHELD[set]?.includes(name) !== true;
        return only?.includes(name) === true;
    };
    return packagedFields(model).filter(isWanted).flatMap(permissionNames);
}

function checkFields(model: PackageModel, set: Component): Problem[] {
    const granted = all(set.root, 'fieldPermissions');
    const names = granted.map((permission) => text(permission, 'field') ?? '');
    const wanted = wantedFields(model, set.name);
    const found = wanted
        .filter((name) => !names.includes(name))
        .map((name) => problem(set.file, `does not cover the field ${name}`));
    for (const name of names) {
        if (!wanted.includes(name))
            found.push(problem(set.file, `covers ${name}, which is no packaged field of this role`));
    }
    const editable = new Map(granted.map((one) => [text(one, 'field') ?? '', text(one, 'editable')]));
    for (const name of set.name in WITHHELD ? EDITED : []) {
        if (editable.get(name) !== 'true') found.push(problem(set.file, `does not let people change ${name}`));
    }
    for (const [name, edit] of editable) {
        const twin = name.startsWith('Task.') ? name.replace('Task.', 'Event.') : undefined;
        // Task and Event share field security: two answers in one set overwrite each other.
        if (twin && editable.get(twin) !== edit) found.push(problem(set.file, `${name} and ${twin} differ`));
    }
    return found;
}

function checkOthers(model: PackageModel, set: Component): Problem[] {
    const found: Problem[] = [];
    const miss = (what: string, name: string) =>
        found.push(problem(set.file, `names the ${what} ${name}, which is not in the package`));
    for (const one of all(set.root, 'objectPermissions')) {
        const object = text(one, 'object') ?? '';
        if (!object.endsWith('__c'))
            found.push(problem(set.file, `grants the standard object ${object}, which a managed package cannot`));
        else if (!model.find('object', object)) miss('object', object);
    }
    for (const one of all(set.root, 'customPermissions')) {
        const name = text(one, 'name') ?? '';
        if (!model.find('customPermission', name)) miss('custom permission', name);
    }
    for (const one of all(set.root, 'applicationVisibilities')) {
        const name = text(one, 'application') ?? '';
        if (!model.find('app', name)) miss('app', name);
    }
    for (const one of all(set.root, 'tabSettings')) {
        const name = text(one, 'tab') ?? '';
        if (!model.find('tab', name)) miss('tab', name);
    }
    if (all(set.root, 'userPermissions').length > 0)
        found.push(problem(set.file, 'grants user permissions, which a managed package cannot'));
    return found;
}

/** Every role covers every packaged field that it should, on Task and on Event, and grants only what is packaged. */
export function checkPermissionSets(model: PackageModel): Problem[] {
    const found = model.of('permissionset').flatMap((set) => [...checkFields(model, set), ...checkOthers(model, set)]);
    for (const name of [...Object.keys(WITHHELD), ...Object.keys(ADDED), ...Object.values(OPENED_BY)]) {
        if (!model.find('permissionset', name))
            found.push(problem('force-app', `the permission set ${name} is missing`));
    }
    for (const permission of model.of('customPermission')) {
        const granted = model
            .of('permissionset')
            .some((set) => all(set.root, 'customPermissions').some((one) => text(one, 'name') === permission.name));
        if (!granted) found.push(problem(permission.file, 'is granted by no permission set'));
    }
    return found;
}
