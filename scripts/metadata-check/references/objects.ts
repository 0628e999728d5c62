import { fieldsOf, findField, packagedFields } from '../fields.ts';
import type { Component, PackageModel } from 'salesforce-metadata/package-model.ts';
import { problem, type Problem } from 'salesforce-metadata/problem.ts';
import { STANDARD_OBJECTS } from '../standard.ts';
import { all, deep, text, texts, type Element } from 'salesforce-metadata/xml.ts';

/** An org has 100 Activity fields in all, and the customer's come first. */
const ACTIVITY_FIELDS = 15;
/** Names in search and compact layouts that are no field names. */
const OTHERS = new Set(['NAME', 'Name', 'Subject', 'OwnerId']);

function unknownFields(model: PackageModel, object: string, file: string, names: readonly string[]): Problem[] {
    return names
        .filter((name) => !OTHERS.has(name) && !findField(model, object, name))
        .map((name) => problem(file, `names the field ${name}, which ${object} does not have`));
}

function checkObject(model: PackageModel, object: Component): Problem[] {
    const { root, file, name } = object;
    const found: Problem[] = [];
    const searched = all(root, 'searchLayouts').flatMap((layout) => layout.children.map((child) => child.text));
    found.push(...unknownFields(model, name, file, searched));
    const compact = text(root, 'compactLayoutAssignment');
    if (compact && compact !== 'SYSTEM' && !model.find('compactLayout', `${name}.${compact}`)) {
        found.push(problem(file, `assigns the compact layout ${compact}, which is not there`));
    }
    for (const override of deep(root, 'actionOverrides')) {
        const page = text(override, 'content');
        if (page && !model.find('flexipage', page))
            found.push(problem(file, `names the page ${page}, which is not there`));
    }
    if (!text(root, 'description')) found.push(problem(file, 'has no description'));
    return found;
}

function checkField(model: PackageModel, root: Element, file: string): Problem[] {
    const found: Problem[] = [];
    for (const needed of ['description', 'inlineHelpText']) {
        if (!text(root, needed)) found.push(problem(file, `has no <${needed}>`));
    }
    const target = text(root, 'referenceTo');
    if (target && !STANDARD_OBJECTS.includes(target) && !model.find('object', target)) {
        found.push(problem(file, `refers to ${target}, which is not there`));
    }
    if (text(root, 'trackHistory') === 'true' && !historyIsOn(model, file)) {
        found.push(problem(file, 'tracks its history, and its object does not'));
    }
    return found;
}

function historyIsOn(model: PackageModel, file: string): boolean {
    const object = model.find('object', file.split('/').at(-3) ?? '');
    return object !== undefined && text(object.root, 'enableHistory') === 'true';
}

/** Objects, their fields and their compact layouts name only what exists, and say what they are for. */
export function checkObjects(model: PackageModel): Problem[] {
    const found = model.of('object').flatMap((object) => checkObject(model, object));
    found.push(...packagedFields(model).flatMap((field) => checkField(model, field.root, field.file)));
    for (const compact of model.of('compactLayout')) {
        const object = compact.name.split('.')[0] ?? '';
        found.push(...unknownFields(model, object, compact.file, texts(compact.root, 'fields')));
    }
    const activity = fieldsOf(model, 'Activity');
    if (activity.length > ACTIVITY_FIELDS) {
        found.push(
            problem(activity[0]?.file ?? '', `Activity gets ${activity.length} fields; at most ${ACTIVITY_FIELDS}`)
        );
    }
    return found;
}
