import { filterValues, findField } from '../fields.ts';
import type { Component, PackageModel } from 'salesforce-metadata/package-model.ts';
import { problem, type Problem } from 'salesforce-metadata/problem.ts';
import { LIST_VIEW_COLUMNS } from '../standard.ts';
import { all, text, texts } from 'salesforce-metadata/xml.ts';

function checkListView(model: PackageModel, view: Component): Problem[] {
    const object = view.name.split('.')[0] ?? '';
    const standard = LIST_VIEW_COLUMNS[object] ?? LIST_VIEW_COLUMNS.custom ?? [];
    const found: Problem[] = [];
    const known = (column: string) => standard.includes(column) || findField(model, object, column) !== undefined;
    for (const column of texts(view.root, 'columns')) {
        if (!known(column)) found.push(problem(view.file, `shows the column ${column}, which ${object} does not have`));
    }
    for (const filter of all(view.root, 'filters')) {
        const name = text(filter, 'field') ?? '';
        if (!known(name)) found.push(problem(view.file, `filters by ${name}, which ${object} does not have`));
        const picklist = findField(model, object, name)?.picklist ?? [];
        for (const value of picklist.length > 0 ? filterValues(filter) : []) {
            if (picklist.some((choice) => choice.value === value)) continue;
            found.push(problem(view.file, `filters ${name} by "${value}", which is not one of its values`));
        }
    }
    return found;
}

/** List views show and filter by columns that exist, with values that the picklists have. */
export function checkListViews(model: PackageModel): Problem[] {
    return model.of('listView').flatMap((view) => checkListView(model, view));
}
