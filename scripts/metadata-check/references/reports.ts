import { filterValues } from '../fields.ts';
import type { Component, PackageModel } from 'salesforce-metadata/package-model.ts';
import { problem, type Problem } from 'salesforce-metadata/problem.ts';
import { all, deep, text, texts } from 'salesforce-metadata/xml.ts';
import { reportColumns, reportField } from './report-types.ts';

/** Filters that a chart, a column or a grouping may name beside the report type's columns. */
const COUNT = 'RowCount';

function namedColumns(report: Component): readonly string[] {
    const { root } = report;
    return [
        ...all(root, 'columns').flatMap((column) => texts(column, 'field')),
        ...deep(root, 'criteriaItems').flatMap((item) => texts(item, 'column')),
        ...[...all(root, 'groupingsDown'), ...all(root, 'groupingsAcross')].flatMap((one) => texts(one, 'field')),
        ...all(root, 'timeFrameFilter').flatMap((one) => texts(one, 'dateColumn')),
        ...texts(root, 'sortColumn'),
        ...all(root, 'chart').flatMap((one) => [
            ...texts(one, 'groupingColumn'),
            ...texts(one, 'secondaryGroupingColumn')
        ]),
        ...deep(root, 'chartSummaries').flatMap((one) => texts(one, 'column'))
    ];
}

function checkFilters(model: PackageModel, report: Component): string[] {
    return deep(report.root, 'criteriaItems').flatMap((item) => {
        const column = text(item, 'column') ?? '';
        const picklist = reportField(model, column)?.picklist ?? [];
        if (picklist.length === 0) return [];
        return filterValues(item)
            .filter((value) => !picklist.some((choice) => choice.value === value))
            .map((value) => `filters ${column} by "${value}", which is not one of its values`);
    });
}

function checkForm(report: Component): string[] {
    const down = all(report.root, 'groupingsDown').flatMap((one) => texts(one, 'field'));
    const across = all(report.root, 'groupingsAcross').flatMap((one) => texts(one, 'field'));
    const format = text(report.root, 'format');
    const wanted = across.length > 0 ? 'Matrix' : down.length > 0 ? 'Summary' : 'Tabular';
    const found = format === wanted ? [] : [`is ${format}, its groupings make it ${wanted}`];
    for (const chart of all(report.root, 'chart')) {
        for (const column of [...texts(chart, 'groupingColumn'), ...texts(chart, 'secondaryGroupingColumn')]) {
            if (![...down, ...across].includes(column)) found.push(`charts by ${column}, which it does not group by`);
        }
    }
    const shown = all(report.root, 'columns').flatMap((column) => texts(column, 'field'));
    for (const column of [...down, ...across]) {
        // A grouping is not a column as well, or the platform refuses the report.
        if (shown.includes(column)) found.push(`shows ${column} both as a column and as a grouping`);
    }
    return found;
}

function checkReport(model: PackageModel, report: Component): string[] {
    const named = text(report.root, 'reportType') ?? '';
    const type = model.find('reportType', named.replace(/__c$/, ''));
    if (!type || !named.endsWith('__c')) return [`is of the report type ${named}, which is not there`];
    const columns = reportColumns(type);
    const unknown = namedColumns(report).filter((column) => column !== COUNT && !columns.has(column));
    return [
        ...[...new Set(unknown)].map((column) => `uses the column ${column}, which ${named} does not have`),
        ...checkFilters(model, report),
        ...checkForm(report)
    ];
}

/** A folder that anyone may open: what is in a private one is dropped when the package is installed. */
export function isPublic(folder: Component | undefined): boolean {
    return all(folder?.root ?? emptyRoot, 'folderShares').some(
        (share) => text(share, 'sharedToType') === 'Organization'
    );
}

const emptyRoot = { name: '', attributes: {}, children: [], text: '', stray: '' };

/** Reports use columns of their type, values of their picklists, and lie in a public folder. */
export function checkReports(model: PackageModel): Problem[] {
    return model.of('report').flatMap((report) => {
        const folder = report.name.split('/')[0] ?? '';
        const found = checkReport(model, report);
        if (!isPublic(model.find('reportFolder', folder))) found.push(`lies in ${folder}, which is no public folder`);
        return found.map((message) => problem(report.file, message));
    });
}
