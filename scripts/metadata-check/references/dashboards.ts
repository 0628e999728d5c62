import type { Component, PackageModel } from 'salesforce-metadata/package-model.ts';
import { problem, type Problem } from 'salesforce-metadata/problem.ts';
import { all, deep, text, texts, type Element } from 'salesforce-metadata/xml.ts';
import { isPublic } from './reports.ts';

const COLUMNS = 12;

function checkCell(model: PackageModel, component: Element): string[] {
    const name = text(component, 'report') ?? '';
    const report = model.find('report', name);
    if (!report) return [`shows the report ${name}, which is not there`];
    const groupings = [...all(report.root, 'groupingsDown'), ...all(report.root, 'groupingsAcross')].flatMap((one) =>
        texts(one, 'field')
    );
    return texts(component, 'groupingColumn')
        .filter((column) => !groupings.includes(column))
        .map((column) => `charts ${name} by ${column}, which it does not group by`);
}

function cells(dashboard: Component): readonly { left: number; right: number; top: number; bottom: number }[] {
    return deep(dashboard.root, 'dashboardGridComponents').map((cell) => {
        const left = Number(text(cell, 'columnIndex'));
        const top = Number(text(cell, 'rowIndex'));
        return { left, top, right: left + Number(text(cell, 'colSpan')), bottom: top + Number(text(cell, 'rowSpan')) };
    });
}

function checkGrid(dashboard: Component): string[] {
    const places = cells(dashboard);
    const found = places.some((place) => place.right > COLUMNS) ? [`is wider than ${COLUMNS} columns`] : [];
    const overlap = places.some((a, i) =>
        places.some((b, j) => i < j && a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
    );
    return overlap ? [...found, 'has components that overlap'] : found;
}

function checkDashboard(model: PackageModel, dashboard: Component): string[] {
    const components = deep(dashboard.root, 'dashboardComponent');
    const found = [...components.flatMap((component) => checkCell(model, component)), ...checkGrid(dashboard)];
    const folders = new Set(components.map((component) => text(component, 'report')?.split('/')[0]));
    if (folders.size > 1) found.push('takes its reports from several folders');
    const folder = dashboard.name.split('/')[0] ?? '';
    if (!isPublic(model.find('dashboardFolder', folder))) found.push(`lies in ${folder}, which is no public folder`);
    // A user of one org; the platform puts in whoever installs the package, and shows everybody what that admin sees.
    if (text(dashboard.root, 'runningUser')) found.push('names a running user');
    if (text(dashboard.root, 'dashboardType') !== 'LoggedInUser')
        found.push('shows everybody what somebody else may see, and not each viewer what they may');
    return found;
}

/**
 * Dashboards of one org that run as their viewer: 3 in Developer Edition, 5 in Enterprise, 10 in Unlimited and Performance,
 * none in Professional (Salesforce Help, "Dynamic Dashboards").
 */
const DYNAMIC = 3;

/** Dashboards show reports of one public folder by what those group, on a grid without overlaps. */
export function checkDashboards(model: PackageModel): Problem[] {
    const boards = model.of('dashboard');
    const found = boards.flatMap((board) =>
        checkDashboard(model, board).map((message) => problem(board.file, message))
    );
    const beyond = boards[DYNAMIC];
    return beyond ? [...found, problem(beyond.file, `is one more than ${DYNAMIC} that run as their viewer`)] : found;
}
