import { findField } from '../fields.ts';
import type { PackageModel } from 'salesforce-metadata/package-model.ts';
import { problem, type Problem } from 'salesforce-metadata/problem.ts';
import { texts, all } from 'salesforce-metadata/xml.ts';

const SOURCE = /\/lwc\/[^/]+\/(?!__tests__\/).+\.(ts|html)$/;

function named(source: string, pattern: RegExp): readonly string[] {
    return [...source.matchAll(pattern)].map((match) => match[1] ?? '');
}

function checkImports(model: PackageModel, source: string): string[] {
    const found: string[] = [];
    for (const name of named(source, /@salesforce\/customPermission\/(\w+)/g)) {
        if (!model.find('customPermission', name))
            found.push(`asks for the custom permission ${name}, which is not there`);
    }
    for (const name of named(source, /@salesforce\/schema\/([\w.]+)/g)) {
        const [object = '', field] = name.split('.');
        if (object.endsWith('__c') && !model.find('object', object)) found.push(`names ${object}, which is not there`);
        else if (field?.endsWith('__c') && !findField(model, object, field))
            found.push(`names ${name}, which is not there`);
    }
    return found;
}

/** Labels that the metadata defines, and where. */
function definedLabels(model: PackageModel): ReadonlyMap<string, string> {
    const files = model.of('labels');
    return new Map(
        files.flatMap((file) =>
            all(file.root, 'labels').flatMap((label) =>
                texts(label, 'fullName').map((name): [string, string] => [name, file.file])
            )
        )
    );
}

/** Labels, fields and permissions that the Lightning components import exist, and every label is used. */
export function checkBundles(model: PackageModel): Problem[] {
    const found: Problem[] = [];
    const labels = definedLabels(model);
    const used = new Map<string, string>();
    for (const [file, source] of model.tree) {
        if (!SOURCE.test(file)) continue;
        for (const name of named(source, /@salesforce\/label\/c\.(\w+)/g)) used.set(name, file);
        found.push(...checkImports(model, source).map((message) => problem(file, message)));
    }
    for (const [file, source] of model.tree) {
        if (!file.endsWith('-meta.xml')) continue;
        for (const name of named(source, /\{!\$Label\.(?:c\.)?(\w+)\}/g)) used.set(name, file);
    }
    for (const [name, file] of used) {
        if (!labels.has(name)) found.push(problem(file, `uses the label ${name}, which is not defined`));
    }
    for (const [name, file] of labels) {
        if (!used.has(name)) found.push(problem(file, `defines the label ${name}, which nothing uses`));
    }
    return found;
}
