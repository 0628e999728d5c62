import { fieldsOf } from '../fields.ts';
import type { Component, PackageModel } from 'salesforce-metadata/package-model.ts';
import { problem, type Problem } from 'salesforce-metadata/problem.ts';
import { REQUIRED_ON_LAYOUT } from '../standard.ts';
import { all, deep, text, texts } from 'salesforce-metadata/xml.ts';

/** Related lists that are there only while the object has what they list. */
const WANTS: Readonly<Record<string, string>> = {
    RelatedActivityList: 'enableActivities',
    RelatedHistoryList: 'enableActivities',
    RelatedEntityHistoryList: 'enableHistory'
};
const COLUMNS: Readonly<Record<string, number>> = { OneColumn: 1, TwoColumnsTopToBottom: 2, TwoColumnsLeftToRight: 2 };

/** Fields that a person must fill, or cannot: the platform wants the layout to say so. */
function behaviours(model: PackageModel, object: string): ReadonlyMap<string, string> {
    const parents = fieldsOf(model, object).filter((field) => field.type === 'MasterDetail');
    const wanted = new Map(parents.map((field): [string, string] => [field.name, 'Required']));
    for (const name of REQUIRED_ON_LAYOUT[object] ?? []) wanted.set(name, 'Required');
    const nameField = all(model.find('object', object)?.root ?? NONE, 'nameField')[0];
    if (nameField) wanted.set('Name', text(nameField, 'type') === 'AutoNumber' ? 'Readonly' : 'Required');
    return wanted;
}

const NONE = { name: '', attributes: {}, children: [], text: '', stray: '' };

function checkLayout(model: PackageModel, layout: Component): string[] {
    const object = layout.name.split('-')[0] ?? '';
    const wanted = behaviours(model, object);
    const found: string[] = [];
    for (const item of deep(layout.root, 'layoutItems')) {
        const behaviour = wanted.get(text(item, 'field') ?? '');
        if (behaviour && text(item, 'behavior') !== behaviour) {
            found.push(`${text(item, 'field')} must be ${behaviour}`);
        }
    }
    for (const section of all(layout.root, 'layoutSections')) {
        const columns = COLUMNS[text(section, 'style') ?? ''];
        if (all(section, 'layoutColumns').length !== columns)
            found.push(`the section ${text(section, 'label')} does not have the columns of its style`);
    }
    const root = model.find('object', object)?.root;
    for (const list of all(layout.root, 'relatedLists').flatMap((one) => texts(one, 'relatedList'))) {
        const flag = WANTS[list];
        if (flag && root && text(root, flag) !== 'true') found.push(`lists ${list}, and ${object} has no ${flag}`);
    }
    return found;
}

/** Layouts ask for what must be filled, and list what their object has. */
export function checkLayoutRules(model: PackageModel): Problem[] {
    return model
        .of('layout')
        .flatMap((layout) => checkLayout(model, layout).map((message) => problem(layout.file, message)));
}
