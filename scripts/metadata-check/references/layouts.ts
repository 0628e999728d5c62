import { fieldsOf, findField } from '../fields.ts';
import type { Component, PackageModel } from 'salesforce-metadata/package-model.ts';
import { problem, type Problem } from 'salesforce-metadata/problem.ts';
import { CUSTOM_OBJECT_FIELDS, RELATED_LISTS, REQUIRED_ON_LAYOUT, STANDARD_FIELDS } from '../standard.ts';
import { all, deep, text, texts } from 'salesforce-metadata/xml.ts';

function checkRelatedLists(model: PackageModel, layout: Component): Problem[] {
    const found: Problem[] = [];
    for (const list of all(layout.root, 'relatedLists')) {
        const name = text(list, 'relatedList') ?? '';
        if (RELATED_LISTS.includes(name)) continue;
        const [object = '', field = ''] = name.split('.');
        if (!findField(model, object, field)) {
            found.push(problem(layout.file, `shows the related list ${name}, which is not there`));
            continue;
        }
        for (const column of [...texts(list, 'fields'), ...texts(list, 'sortField')]) {
            if (column === 'NAME' || findField(model, object, column)) continue;
            found.push(problem(layout.file, `shows ${column} in ${name}, which ${object} does not have`));
        }
    }
    return found;
}

function checkLayout(model: PackageModel, layout: Component): Problem[] {
    const object = layout.name.split('-')[0] ?? '';
    const custom = model.find('object', object) !== undefined;
    const standard = custom ? CUSTOM_OBJECT_FIELDS : (STANDARD_FIELDS[object] ?? []);
    const shown = deep(layout.root, 'layoutItems').flatMap((item) => texts(item, 'field'));
    const found = checkRelatedLists(model, layout);
    for (const field of shown) {
        if (standard.includes(field) || findField(model, object, field)) continue;
        found.push(problem(layout.file, `shows the field ${field}, which ${object} does not have`));
    }
    const wanted = [
        ...fieldsOf(model, object).map((field) => field.name),
        ...(custom ? ['Name'] : (REQUIRED_ON_LAYOUT[object] ?? []))
    ];
    for (const field of wanted) {
        if (!shown.includes(field)) found.push(problem(layout.file, `does not show the field ${field}`));
        if (shown.indexOf(field) !== shown.lastIndexOf(field)) found.push(problem(layout.file, `shows ${field} twice`));
    }
    return found;
}

/** A layout shows every packaged field of its object once, and nothing that does not exist. */
export function checkLayouts(model: PackageModel): Problem[] {
    const found = model.of('layout').flatMap((layout) => checkLayout(model, layout));
    for (const object of model.of('object')) {
        if (!object.name.endsWith('__c')) continue;
        if (model.of('layout').some((layout) => layout.name.startsWith(`${object.name}-`))) continue;
        found.push(problem(object.file, 'has no page layout'));
    }
    return found;
}
