import type { Component, PackageModel } from 'salesforce-metadata/package-model.ts';
import { problem, type Problem } from 'salesforce-metadata/problem.ts';
import { STANDARD_OBJECTS } from '../standard.ts';
import { all, deep, text, texts, type Element } from 'salesforce-metadata/xml.ts';

/** Where a component can be put, and the sizes of screen of each ("Configure Your Component for Different Form Factors"). */
const TARGETS: Readonly<Record<string, readonly string[]>> = {
    lightning__RecordPage: ['Large', 'Small'],
    lightning__AppPage: ['Large', 'Small'],
    lightning__HomePage: ['Large']
};
const PROPERTY_TYPES = ['String', 'Integer', 'Boolean', 'Color'];

/** Where a configuration says that it holds. */
function targetsOf(config: Element): readonly string[] {
    return (config.attributes.targets ?? '').split(',').map((target) => target.trim());
}

function checkConfig(model: PackageModel, config: Element, script: string): string[] {
    const found: string[] = [];
    const sizes = deep(config, 'supportedFormFactor').map((one) => one.attributes.type ?? '');
    for (const target of targetsOf(config)) {
        for (const size of sizes.filter((one) => !TARGETS[target]?.includes(one)))
            found.push(`supports ${size} screens on ${target}, which has none`);
    }
    for (const object of deep(config, 'object').map((one) => one.text)) {
        if (!STANDARD_OBJECTS.includes(object) && !model.find('object', object))
            found.push(`is for ${object}, which is not there`);
    }
    for (const { attributes } of deep(config, 'property')) {
        if (!PROPERTY_TYPES.includes(attributes.type ?? ''))
            found.push(`has the setting ${attributes.name} of no type`);
        if (!new RegExp(`@api\\s+(?:set\\s+|get\\s+)?${attributes.name}\\b`).test(script))
            found.push(`has the setting ${attributes.name}, which the component does not take`);
    }
    return found;
}

function checkTargets(bundle: Component): string[] {
    const targets = all(bundle.root, 'targets').flatMap((list) => texts(list, 'target'));
    const configured = deep(bundle.root, 'targetConfig').flatMap(targetsOf);
    const found = targets.filter((target) => !TARGETS[target]).map((target) => `is for ${target}, which is unknown`);
    for (const target of new Set(configured)) {
        if (!targets.includes(target)) found.push(`configures ${target}, which it is not for`);
        if (configured.filter((one) => one === target).length > 1) found.push(`configures ${target} twice`);
    }
    const exposed = text(bundle.root, 'isExposed') === 'true';
    if (exposed !== targets.length > 0) found.push('is exposed exactly when it has a place to be put');
    if (exposed && !text(bundle.root, 'masterLabel')) found.push('is exposed without a name for the page editor');
    return found;
}

/** What a component's file says about where it can be put, which the types of Salesforce leave open. */
export function checkComponentConfigs(model: PackageModel): Problem[] {
    const versions = new Map(model.of('js').map((bundle) => [text(bundle.root, 'apiVersion') ?? '', bundle.file]));
    const found =
        versions.size > 1 ? [`is of another API version than the others: ${[...versions.keys()].join()}`] : [];
    return [
        ...found.map((message) => problem([...versions.values()].at(-1) ?? '', message)),
        ...model.of('js').flatMap((bundle) => {
            const script = model.tree.get(bundle.file.replace('.js-meta.xml', '.ts')) ?? '';
            const configs = deep(bundle.root, 'targetConfig');
            return [...checkTargets(bundle), ...configs.flatMap((config) => checkConfig(model, config, script))].map(
                (message) => problem(bundle.file, message)
            );
        })
    ];
}
