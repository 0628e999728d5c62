import type { Component, PackageModel } from 'salesforce-metadata/package-model.ts';
import { problem, type Problem } from 'salesforce-metadata/problem.ts';
import { STANDARD_OBJECTS } from '../standard.ts';
import { all, deep, text, texts, type Element } from 'salesforce-metadata/xml.ts';
import { PLATFORM_COMPONENTS, TEMPLATES } from './page-components.ts';

const TARGETS: Readonly<Record<string, string>> = {
    RecordPage: 'lightning__RecordPage',
    AppPage: 'lightning__AppPage',
    HomePage: 'lightning__HomePage'
};

function settings(instance: Element): ReadonlyMap<string, string> {
    const entries = all(instance, 'componentInstanceProperties').map((one): [string, string] => [
        text(one, 'name') ?? '',
        text(one, 'value') ?? ''
    ]);
    return new Map(entries);
}

function checkBundle(model: PackageModel, page: Component, name: string): string[] {
    const bundle = model.find('js', name);
    if (!bundle) return [`shows the component ${name}, which is not there`];
    const found: string[] = [];
    if (text(bundle.root, 'isExposed') !== 'true') found.push(`shows ${name}, which is not exposed`);
    const target = TARGETS[text(page.root, 'type') ?? ''] ?? '';
    const targets = all(bundle.root, 'targets').flatMap((list) => texts(list, 'target'));
    if (!targets.includes(target)) found.push(`shows ${name}, which does not list the target ${target}`);
    const objects = deep(bundle.root, 'targetConfig')
        .filter((config) => config.attributes.targets?.split(',').includes(target))
        .flatMap((config) => deep(config, 'object').map((object) => object.text));
    const object = text(page.root, 'sobjectType');
    if (object && objects.length > 0 && !objects.includes(object)) {
        found.push(`shows ${name}, which is not for ${object}`);
    }
    return found;
}

function checkListCard(model: PackageModel, values: ReadonlyMap<string, string>): string[] {
    const view = `${values.get('entityName')}.${values.get('filterName')}`;
    return model.find('listView', view) ? [] : [`shows the list view ${view}, which is not there`];
}

function checkInstance(model: PackageModel, page: Component, instance: Element): string[] {
    const name = (text(instance, 'componentName') ?? '').replace(/^c:/, '');
    if (!name.includes(':')) return checkBundle(model, page, name);
    const known = PLATFORM_COMPONENTS[name];
    if (!known) return [`shows ${name}, which is no component that we know`];
    const values = settings(instance);
    const found = [...values.keys()]
        .filter((setting) => !known.includes(setting))
        .map((setting) => `sets ${setting} of ${name}, which has no such setting`);
    return name === 'flexipage:filterListCard' ? [...found, ...checkListCard(model, values)] : found;
}

function checkRegions(page: Component): string[] {
    const template = TEMPLATES[all(page.root, 'template').flatMap((one) => texts(one, 'name'))[0] ?? ''];
    if (!template) return ['uses a template that we do not know'];
    const found: string[] = [];
    if (template.type !== text(page.root, 'type'))
        found.push(`is a ${text(page.root, 'type')}, its template is for a ${template.type}`);
    const regions = all(page.root, 'flexiPageRegions');
    const named = (type: string) =>
        regions.filter((one) => text(one, 'type') === type).map((one) => text(one, 'name') ?? '');
    for (const region of named('Region')) {
        if (!template.regions.includes(region))
            found.push(`fills the region ${region}, which its template does not have`);
    }
    const used = deep(page.root, 'componentInstance').flatMap((one) => {
        const values = settings(one);
        return [values.get('body'), values.get('tabs')].filter((value) => value !== undefined);
    });
    for (const facet of used)
        if (!named('Facet').includes(facet)) found.push(`opens the facet ${facet}, which is not there`);
    for (const facet of named('Facet'))
        if (!used.includes(facet)) found.push(`holds the facet ${facet}, which nothing opens`);
    return found;
}

function checkPage(model: PackageModel, page: Component): string[] {
    const instances = deep(page.root, 'componentInstance');
    const found = [...checkRegions(page), ...instances.flatMap((instance) => checkInstance(model, page, instance))];
    const identifiers = instances.map((instance) => text(instance, 'identifier') ?? '');
    for (const identifier of new Set(identifiers)) {
        if (!identifier) found.push('holds a component without an identifier');
        if (identifiers.indexOf(identifier) !== identifiers.lastIndexOf(identifier))
            found.push(`uses the identifier ${identifier} twice`);
    }
    const object = text(page.root, 'sobjectType');
    if (text(page.root, 'type') === 'RecordPage' && !object) found.push('is a record page of no object');
    if (object && !STANDARD_OBJECTS.includes(object) && !model.find('object', object))
        found.push(`is a page of ${object}, which is not there`);
    return found;
}

/** Pages use templates, regions, components and settings that exist; our own components are exposed for that page. */
export function checkFlexipages(model: PackageModel): Problem[] {
    return model
        .of('flexipage')
        .flatMap((page) => checkPage(model, page).map((message) => problem(page.file, message)));
}
