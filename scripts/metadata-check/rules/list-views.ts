import { findField } from '../fields.ts';
import type { Component, PackageModel } from 'salesforce-metadata/package-model.ts';
import { problem, type Problem } from 'salesforce-metadata/problem.ts';
import { all, text, texts, type Element } from 'salesforce-metadata/xml.ts';
import { longTexts } from './objects.ts';

const COLUMNS = 15;
const FILTERS = 10;
/** Operations that a picklist or a date takes; `contains` and its like are for text. */
const COMPARED = ['equals', 'notEqual', 'lessThan', 'greaterThan', 'lessOrEqual', 'greaterOrEqual'];
const DATES = ['DUE_DATE', 'CREATED_DATE', 'LAST_UPDATE'];
/** A day relative to today, or one as `MM/DD/YYYY` (Metadata API Developer Guide, ListViewFilter). */
const DAY =
    /^(?:TODAY|YESTERDAY|TOMORROW|(?:THIS|LAST|NEXT)_(?:WEEK|MONTH|QUARTER|YEAR)|(?:LAST|NEXT)_(?:90_DAYS|N_(?:DAYS|WEEKS|MONTHS|QUARTERS|YEARS):\d+)|\d{1,2}\/\d{1,2}\/\d{4}(?: \d{1,2}:\d{2} [AP]M)?)$/;

function checkFilter(model: PackageModel, object: string, filter: Element): string[] {
    const name = text(filter, 'field') ?? '';
    const operation = text(filter, 'operation') ?? '';
    const type = findField(model, object, name)?.type;
    const day = DATES.includes(name) || type === 'Date' || type === 'DateTime';
    const found: string[] = [];
    if ((day || type === 'Picklist') && !COMPARED.includes(operation))
        found.push(`filters ${name} by ${operation}, which is for text`);
    for (const value of day ? texts(filter, 'value').flatMap((one) => one.split(',')) : []) {
        if (!DAY.test(value)) found.push(`filters ${name} by "${value}", which is no day`);
    }
    for (const value of type === 'Checkbox' ? texts(filter, 'value') : []) {
        if (!/^[01]$/.test(value)) found.push(`filters ${name} by "${value}", which is neither 0 nor 1`);
    }
    return found;
}

function checkListView(model: PackageModel, view: Component): string[] {
    const object = view.name.split('.')[0] ?? '';
    const columns = texts(view.root, 'columns');
    const filters = all(view.root, 'filters');
    const found = filters.flatMap((filter) => checkFilter(model, object, filter));
    const named = [...columns, ...filters.flatMap((filter) => texts(filter, 'field'))];
    for (const name of longTexts(model, object, named)) found.push(`names ${name}, which is a long text`);
    // Its records are the connector's: a list of one's own would be empty for everybody else.
    if (object.endsWith('__c') && text(view.root, 'filterScope') !== 'Everything')
        found.push('lists records by their owner, which is the connector');
    if (columns.length === 0) found.push('shows no column');
    if (columns.length > COLUMNS) found.push(`shows ${columns.length} columns; at most ${COLUMNS}`);
    if (new Set(columns).size < columns.length) found.push('shows a column twice');
    if (filters.length > FILTERS) found.push(`has ${filters.length} filters; at most ${FILTERS}`);
    return found;
}

/** List views show what a list can show, and filter as their columns can be filtered. */
export function checkListViewRules(model: PackageModel): Problem[] {
    return model
        .of('listView')
        .flatMap((view) => checkListView(model, view).map((message) => problem(view.file, message)));
}
