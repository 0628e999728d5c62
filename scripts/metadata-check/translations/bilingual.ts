import type { Kind } from 'salesforce-metadata/kinds.ts';
import type { PackageModel } from 'salesforce-metadata/package-model.ts';
import { problem, type Problem } from 'salesforce-metadata/problem.ts';
import { all, text, type Element } from 'salesforce-metadata/xml.ts';
import { checkPair } from './pair.ts';

const BETWEEN = ' · ';

/**
 * What people read and Salesforce does not translate (list views, reports, dashboards, descriptions of roles): it holds
 * both languages, English first.
 */
const BOTH: Partial<Record<Kind, readonly string[]>> = {
    listView: ['label'],
    report: ['name', 'description'],
    dashboard: ['title', 'description'],
    permissionset: ['description'],
    permissionsetgroup: ['description']
};

function headings(root: Element): readonly string[] {
    const grid = all(root, 'dashboardGridLayout').flatMap((one) => all(one, 'dashboardGridComponents'));
    return grid.flatMap((cell) => all(cell, 'dashboardComponent')).flatMap((one) => text(one, 'header') ?? []);
}

/** Texts that cannot be translated say the same in both languages. */
export function checkBilingual(model: PackageModel): Problem[] {
    return model.components.flatMap((component) => {
        const named = (BOTH[component.kind] ?? []).map((what) => ({
            what: `<${what}>`,
            value: text(component.root, what) ?? ''
        }));
        const heads = component.kind === 'dashboard' ? headings(component.root) : [];
        return [...named, ...heads.map((value) => ({ what: '<header>', value }))].flatMap(({ what, value }) => {
            // A proper name is the same in both.
            if (value === 'Sona') return [];
            const [english = '', french, ...rest] = value.split(BETWEEN);
            if (rest.length > 0) return [problem(component.file, `${what} holds more than two languages: "${value}"`)];
            return checkPair(component.file, what, english, french);
        });
    });
}
