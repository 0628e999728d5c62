import type { Component, PackageModel } from 'salesforce-metadata/package-model.ts';
import { problem, type Problem } from 'salesforce-metadata/problem.ts';
import { all, deep, text, texts, type Element } from 'salesforce-metadata/xml.ts';
import { chartFaults } from './reports.ts';

const COMPONENTS = 20;
/** Charts that show two groupings, the second within the first. */
const STACKED = /(?:Stacked|Grouped)/;

function checkCell(model: PackageModel, cell: Element): string[] {
    const report = model.find('report', text(cell, 'report') ?? '');
    if (!report) return [];
    const kind = text(cell, 'componentType') ?? '';
    const wanted = kind === 'Metric' ? 0 : STACKED.test(kind) ? 2 : 1;
    const grouped = texts(cell, 'groupingColumn').length;
    const found = chartFaults(report, all(cell, 'chartSummary'));
    if (grouped !== wanted) found.push(`shows ${report.name} as ${kind} by ${grouped} groupings instead of ${wanted}`);
    if (deep(cell, 'groupingSorts').length > grouped) found.push(`sorts ${report.name} by more than it groups by`);
    return found;
}

function checkDashboard(model: PackageModel, dashboard: Component): string[] {
    const cells = deep(dashboard.root, 'dashboardComponent');
    const found = cells.flatMap((cell) => checkCell(model, cell));
    if (cells.length > COMPONENTS) found.push(`has ${cells.length} components; at most ${COMPONENTS}`);
    return found;
}

/** Dashboard components show what their report sums up, with as many groupings as their chart has. */
export function checkDashboardRules(model: PackageModel): Problem[] {
    return model
        .of('dashboard')
        .flatMap((board) => checkDashboard(model, board).map((message) => problem(board.file, message)));
}
