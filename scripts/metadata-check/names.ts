import type { Kind } from './kinds.ts';
import type { Component, PackageModel } from './package-model.ts';
import { problem, type Problem } from './problem.ts';
import { all, text } from './xml.ts';

/** Characters that the platform allows, by kind and element (Metadata API Developer Guide, v68.0). */
const LIMITS: Partial<Record<Kind, Readonly<Record<string, number>>>> = {
    compactLayout: { label: 40 },
    customPermission: { label: 150, description: 255 },
    dashboard: { title: 80, description: 255 },
    eca: { label: 80, description: 255 },
    field: { label: 40, inlineHelpText: 255, description: 1_000, relationshipLabel: 40 },
    fieldTranslation: { label: 40, help: 255, relationshipLabel: 40 },
    flexipage: { masterLabel: 80, description: 255 },
    listView: { label: 40 },
    object: { label: 40, pluralLabel: 40, description: 1_000 },
    permissionset: { label: 80, description: 255 },
    report: { name: 40, description: 255 },
    reportType: { label: 50, description: 255 },
    tab: { label: 40 }
};

/** API names: 40 characters at most, of which the platform counts those before `__c`. */
const API_NAME = 40;
/** Kinds whose name is a title with spaces, or a language. */
const FREE_NAMES = new Set<Kind>(['layout', 'objectTranslation', 'translation', 'js', 'labels']);
const LABEL_LENGTH = { shortDescription: 80, fullName: 80, value: 1_000 } as const;

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

function checkLabels(component: Component): string[] {
    if (component.kind !== 'labels') return [];
    return all(component.root, 'labels').flatMap((label) =>
        Object.entries(LABEL_LENGTH).flatMap(([what, limit]) => tooLong(what, text(label, what), limit))
    );
}

/** Names and labels fit what the platform holds. */
export function checkNames(model: PackageModel): Problem[] {
    return model.components.flatMap((component) => {
        const limits = Object.entries(LIMITS[component.kind] ?? {});
        const long = limits.flatMap(([what, limit]) => tooLong(what, text(component.root, what), limit));
        return [...checkApiName(component), ...long, ...checkLabels(component)].map((message) =>
            problem(component.file, message)
        );
    });
}
