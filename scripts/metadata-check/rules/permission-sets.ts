import { packagedFields } from '../fields.ts';
import type { Component, PackageModel } from 'salesforce-metadata/package-model.ts';
import { problem, type Problem } from 'salesforce-metadata/problem.ts';
import { all, text } from 'salesforce-metadata/xml.ts';

/** Rights that a right rests on: the platform refuses it without them. */
const RESTS_ON: Readonly<Record<string, readonly string[]>> = {
    allowCreate: ['allowRead'],
    allowEdit: ['allowRead'],
    allowDelete: ['allowRead', 'allowEdit'],
    viewAllRecords: ['allowRead'],
    modifyAllRecords: ['allowRead', 'allowEdit', 'allowDelete', 'viewAllRecords']
};
/** Objects whose rights rest on those of another one. */
const PARENT: Readonly<Record<string, string>> = { Contact: 'Account', Opportunity: 'Account' };
/** User permissions that rest on others ("requires" in the permission set editor). */
const USER: Readonly<Record<string, readonly string[]>> = {
    EditTask: ['ActivitiesAccess'],
    EditEvent: ['ActivitiesAccess'],
    ViewSetup: ['ViewRoles']
};
/** What says which component a permission is about, by element. */
const SUBJECT: Readonly<Record<string, string>> = {
    applicationVisibilities: 'application',
    customPermissions: 'name',
    fieldPermissions: 'field',
    objectPermissions: 'object',
    tabSettings: 'tab',
    userPermissions: 'name'
};

function granted(set: Component): ReadonlyMap<string, ReadonlySet<string>> {
    return new Map(
        all(set.root, 'objectPermissions').map((one) => [
            text(one, 'object') ?? '',
            new Set(one.children.filter((child) => child.text === 'true').map((child) => child.name))
        ])
    );
}

function checkRights(set: Component, parents: ReadonlyMap<string, string>): string[] {
    const rights = granted(set);
    return [...rights].flatMap(([object, own]) => {
        const missing = [...own].flatMap((right) => (RESTS_ON[right] ?? []).filter((needed) => !own.has(needed)));
        const found = missing.map((needed) => `grants rights on ${object} that rest on ${needed}`);
        const parent = parents.get(object) ?? PARENT[object];
        for (const right of parent ? ['allowRead', 'viewAllRecords', 'modifyAllRecords'] : []) {
            if (own.has(right) && parent && !rights.get(parent)?.has(right))
                found.push(`grants ${right} on ${object}, which rests on that of ${parent}`);
        }
        return found;
    });
}

function checkFields(set: Component, without: ReadonlySet<string>, calculated: ReadonlySet<string>): string[] {
    const rights = granted(set);
    return all(set.root, 'fieldPermissions').flatMap((one) => {
        const name = text(one, 'field') ?? '';
        const object = name.split('.')[0] ?? '';
        const found: string[] = [];
        if (text(one, 'editable') === 'true' && text(one, 'readable') !== 'true')
            found.push(`lets people change ${name} and not see it`);
        if (text(one, 'editable') === 'true' && calculated.has(name))
            found.push(`lets people change ${name}, which is calculated`);
        if (without.has(name)) found.push(`covers ${name}, which has no field security`);
        if (object.endsWith('__c') && !rights.get(object)?.has('allowRead'))
            found.push(`covers ${name} without reading ${object}`);
        return found;
    });
}

function checkUserPermissions(set: Component): string[] {
    const names = all(set.root, 'userPermissions').map((one) => text(one, 'name') ?? '');
    return names.flatMap((name) =>
        (USER[name] ?? [])
            .filter((needed) => !names.includes(needed))
            .map((needed) => `grants ${name}, which rests on ${needed}`)
    );
}

function checkTwice(set: Component): string[] {
    return Object.entries(SUBJECT).flatMap(([element, subject]) => {
        const names = all(set.root, element).map((one) => (text(one, subject) ?? '').toLowerCase());
        return names
            .filter((name, index) => names.indexOf(name) !== index)
            .map((name) => `names ${name} twice in ${element}`);
    });
}

/**
 * Rights rest on the rights that the platform asks for, and nothing is granted twice.
 *
 * @param packaged where the fields and objects are defined that these sets cover
 */
export function checkPermissionRules(model: PackageModel, packaged: PackageModel = model): Problem[] {
    const details = packagedFields(packaged).filter((field) => field.type === 'MasterDetail');
    const parents = new Map(details.map((field) => [field.object, field.referenceTo ?? '']));
    const without = new Set(details.map((field) => `${field.object}.${field.name}`));
    const formulas = packagedFields(packaged).filter((field) => text(field.root, 'formula') !== undefined);
    const calculated = new Set(formulas.map((field) => `${field.object}.${field.name}`));
    return model.of('permissionset').flatMap((set) => {
        const found = [
            ...checkRights(set, parents),
            ...checkFields(set, without, calculated),
            ...checkUserPermissions(set),
            ...checkTwice(set)
        ];
        return found.map((message) => problem(set.file, message));
    });
}
