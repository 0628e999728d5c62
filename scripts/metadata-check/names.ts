import type { Kind } from 'salesforce-metadata/kinds.ts';
import type { Component, PackageModel } from 'salesforce-metadata/package-model.ts';
import { problem, type Problem } from 'salesforce-metadata/problem.ts';
import { deep, text } from 'salesforce-metadata/xml.ts';

/** Characters that the platform allows, by kind and element (Metadata API Developer Guide, v68.0). */
const LIMITS: Partial<Record<Kind, Readonly<Record<string, number>>>> = {
    app: { label: 40, description: 255 },
    compactLayout: { label: 40 },
    cspTrustedSite: { description: 255 },
    customPermission: { label: 80, description: 255 },
    dashboard: { title: 80, description: 255 },
    dashboardFolder: { name: 40 },
    eca: { label: 80, description: 255 },
    field: { label: 40, inlineHelpText: 255, description: 1_000, relationshipLabel: 40 },
    fieldTranslation: { label: 40, help: 255, relationshipLabel: 40 },
    flexipage: { masterLabel: 80, description: 255 },
    flow: { label: 80, description: 255 },
    js: { masterLabel: 80, description: 255 },
    listView: { label: 40 },
    notiftype: { masterLabel: 80, description: 255 },
    object: { label: 40, pluralLabel: 40, description: 1_000 },
    objectTranslation: { nameFieldLabel: 40 },
    pathAssistant: { masterLabel: 80 },
    queue: { name: 40 },
    permissionset: { label: 80, description: 255 },
    permissionsetgroup: { label: 80, description: 255 },
    report: { name: 40, description: 255 },
    reportFolder: { name: 40 },
    reportType: { label: 50, description: 255 },
    tab: { label: 40, description: 255 }
};

/** The same for elements inside others, wherever they stand: those that hold one, by kind. */
const INNER: Partial<Record<Kind, readonly (readonly [holder: string, element: string, limit: number])[]>> = {
    dashboard: [['dashboardComponent', 'header', 80]],
    labels: [
        ['labels', 'fullName', 80],
        ['labels', 'shortDescription', 80],
        ['labels', 'value', 1_000]
    ],
    layout: [['layoutSections', 'label', 80]],
    object: [['nameField', 'label', 40]],
    objectTranslation: [
        ['caseValues', 'value', 40],
        ['sections', 'label', 80]
    ],
    reportType: [['sections', 'masterLabel', 50]],
    translation: [
        ['customApplications', 'label', 40],
        ['customLabels', 'label', 765],
        ['customTabs', 'label', 40],
        ['reportTypes', 'label', 50],
        ['sections', 'label', 50]
    ]
};

/** API names: 40 characters at most, of which the platform counts those before `__c`. */
const API_NAME = 40;
/** Kinds whose name is a title with spaces, or a language. */
const FREE_NAMES = new Set<Kind>(['layout', 'objectTranslation', 'translation', 'js', 'labels']);

function checkApiName(component: Component): string[] {
    if (FREE_NAMES.has(component.kind)) return [];
    const own = (component.name.split(/[./]/).at(-1) ?? '').replace(/__c$/, '');
    if (own.length > API_NAME) return [`its name ${own} has ${own.length} characters; at most ${API_NAME}`];
    const valid = /^[A-Za-z](?:_?[A-Za-z0-9])*$/.test(own);
    return valid ? [] : [`its name ${own} is no API name: letters, digits and single underscores, a letter first`];
}

function tooLong(what: string, value: string | undefined, limit: number): string[] {
    if (value === undefined || value.length <= limit) return [];
    return [`<${what}> has ${value.length} characters; at most ${limit}: "${value.slice(0, 40)}…"`];
}

function checkInner(component: Component): string[] {
    return (INNER[component.kind] ?? []).flatMap(([holder, element, limit]) =>
        deep(component.root, holder).flatMap((one) => tooLong(element, text(one, element), limit))
    );
}

/** Names that differ in capitals only are one name to the platform. */
function checkTwice(components: readonly Component[]): Problem[] {
    const labels = components
        .filter(({ kind }) => kind === 'labels')
        .flatMap(({ file, root }) => deep(root, 'fullName').map((name) => ({ kind: 'label', name: name.text, file })));
    const seen = new Set<string>();
    return [...components, ...labels].flatMap(({ kind, name, file }) => {
        const key = `${kind} ${name.toLowerCase()}`;
        const known = seen.has(key);
        seen.add(key);
        return known ? [problem(file, `${name} is there twice`)] : [];
    });
}

/** Names and labels fit what the platform holds. */
export function checkNames(model: PackageModel): Problem[] {
    const twice = checkTwice(model.components);
    return model.components
        .flatMap((component) => {
            const limits = Object.entries(LIMITS[component.kind] ?? {});
            const long = limits.flatMap(([what, limit]) => tooLong(what, text(component.root, what), limit));
            return [...checkApiName(component), ...long, ...checkInner(component)].map((message) =>
                problem(component.file, message)
            );
        })
        .concat(twice);
}
