import type { Component, PackageModel } from 'salesforce-metadata/package-model.ts';
import { problem, type Problem } from 'salesforce-metadata/problem.ts';
import { reportField } from '../references/report-types.ts';
import { all, deep, text, texts, type Element } from 'salesforce-metadata/xml.ts';

const DOWN = 3;
const ACROSS = 2;
/** Standard columns that are no text, by what they are. */
const STANDARD: Readonly<Record<string, string>> = {
    ActivityDate: 'Date',
    CloseDate: 'Date',
    CreatedDate: 'DateTime',
    LastModifiedDate: 'DateTime',
    CallDurationInSeconds: 'Number',
    Amount: 'Number'
};
const NUMBERS = ['Number', 'Currency', 'Percent'];

/** @returns the type of what a report's column shows: `Activity$ActivityDate` is a date */
function typeOf(model: PackageModel, column: string): string {
    return reportField(model, column)?.type ?? STANDARD[column.split('$')[1] ?? ''] ?? 'Text';
}

function groupings(report: Component): readonly string[] {
    const both = [...all(report.root, 'groupingsDown'), ...all(report.root, 'groupingsAcross')];
    return both.flatMap((one) => texts(one, 'field'));
}

function checkGroupings(model: PackageModel, report: Component): string[] {
    const found: string[] = [];
    if (all(report.root, 'groupingsDown').length > DOWN) found.push(`groups more than ${DOWN} times down`);
    if (all(report.root, 'groupingsAcross').length > ACROSS) found.push(`groups more than ${ACROSS} times across`);
    const filtered = deep(report.root, 'criteriaItems').flatMap((item) => texts(item, 'column'));
    for (const column of [...groupings(report), ...filtered]) {
        if (typeOf(model, column) === 'LongTextArea')
            found.push(`groups or filters by ${column}, which is a long text`);
    }
    return found;
}

function checkPeriod(model: PackageModel, report: Component): string[] {
    const columns = all(report.root, 'timeFrameFilter').flatMap((one) => texts(one, 'dateColumn'));
    return columns
        .filter((column) => !['Date', 'DateTime'].includes(typeOf(model, column)))
        .map((column) => `takes its period from ${column}, which is no date`);
}

/** What each column sums up; a chart can show no other sum. */
function sums(report: Component): ReadonlyMap<string, readonly string[]> {
    return new Map(
        all(report.root, 'columns').map((one): [string, readonly string[]] => [
            text(one, 'field') ?? '',
            texts(one, 'aggregateTypes')
        ])
    );
}

function checkSums(model: PackageModel, report: Component): string[] {
    return [...sums(report)]
        .filter(([column, kinds]) => kinds.length > 0 && !NUMBERS.includes(typeOf(model, column)))
        .map(([column]) => `sums up ${column}, which is no number`);
}

/** @returns what is wrong with what a chart sums up, on a report or on a dashboard */
export function chartFaults(report: Component, summaries: readonly Element[]): string[] {
    const known = sums(report);
    return summaries.flatMap((summary) => {
        const column = text(summary, 'column') ?? '';
        const kind = text(summary, 'aggregate') ?? '';
        if (column === 'RowCount') return kind ? ['takes the average of a count'] : [];
        return known.get(column)?.includes(kind) ? [] : [`charts the ${kind} of ${column}, which is not summed up`];
    });
}

function checkReport(model: PackageModel, report: Component): string[] {
    const columns = all(report.root, 'columns').flatMap((one) => texts(one, 'field'));
    const found = [
        ...checkGroupings(model, report),
        ...checkPeriod(model, report),
        ...checkSums(model, report),
        ...chartFaults(report, deep(report.root, 'chartSummaries'))
    ];
    if (new Set(columns).size < columns.length) found.push('shows a column twice');
    for (const column of texts(report.root, 'sortColumn')) {
        if (!columns.includes(column)) found.push(`sorts by ${column}, which it does not show`);
    }
    return found;
}

/** Reports group, filter, sum and sort by columns of which that can be asked. */
export function checkReportRules(model: PackageModel): Problem[] {
    return model
        .of('report')
        .flatMap((report) => checkReport(model, report).map((message) => problem(report.file, message)));
}
