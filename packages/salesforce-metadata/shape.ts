import { KINDS } from './kinds.ts';
import { nearest } from './nearest.ts';
import { NEEDED } from './needed.ts';
import type { Component, PackageModel } from './package-model.ts';
import { problem, type Problem } from './problem.ts';
import type { Catalogue, Property } from './wsdl-types.ts';
import { text as textOf, type Element } from './xml.ts';

const NAMESPACE = 'http://soap.sforce.com/2006/04/metadata';
/** Types that the WSDL calls plain text although they hold elements: `targetConfigs` of a component. */
const OPAQUE = new Set(['targetConfigs']);

type Report = (message: string) => void;

function checkValue(element: Element, property: Property, catalogue: Catalogue, at: string, report: Report): void {
    const { text } = element;
    if (element.children.length > 0) return report(`${at}: expected text`);
    if (text.trim() !== text) report(`${at}: the text starts or ends with a space or a line break`);
    if (property.type === 'boolean' && !/^(true|false)$/.test(text)) report(`${at}: "${text}" is not true or false`);
    if (property.type === 'number' && !/^-?\d+(\.\d+)?$/.test(text)) report(`${at}: "${text}" is not a number`);
    const values = catalogue.get(property.type)?.values;
    if (values && !values.includes(text)) {
        const hint = nearest(text, values);
        report(`${at}: "${text}" is not a value of ${property.type}${hint ? ` (did you mean ${hint}?)` : ''}`);
    }
}

function checkCounts(element: Element, properties: ReadonlyMap<string, Property>, at: string, report: Report): void {
    const names = element.children.map((child) => child.name);
    for (const name of new Set(names)) {
        const count = names.filter((other) => other === name).length;
        if (count > 1 && properties.get(name)?.repeated === false) report(`${at}: <${name}> may appear once`);
        if (names.lastIndexOf(name) - names.indexOf(name) + 1 !== count) {
            report(`${at}: the <${name}> elements are not together`);
        }
    }
}

function checkRequired(element: Element, type: string, catalogue: Catalogue, at: string, report: Report): void {
    const has = (name: string) => element.children.some((child) => child.name === name);
    for (const [name, property] of catalogue.get(type)?.properties ?? []) {
        if (!property.optional && !property.repeated && !has(name)) report(`${at}: <${name}> is required in ${type}`);
    }
    if (element.name === 'nameField') return;
    for (const choice of NEEDED[type] ?? []) {
        if (!choice.split('|').some(has)) report(`${at}: <${choice}> is required in ${type} by the platform`);
    }
}

function checkElement(element: Element, type: string, catalogue: Catalogue, at: string, report: Report): void {
    const properties = catalogue.get(type)?.properties ?? new Map<string, Property>();
    if (element.stray) report(`${at}: stray text "${element.stray.slice(0, 30)}"`);
    for (const child of element.children) {
        const property = properties.get(child.name);
        if (!property) {
            const hint = nearest(child.name, [...properties.keys()]);
            report(`${at}: <${child.name}> is no element of ${type}${hint ? ` (did you mean <${hint}>?)` : ''}`);
        } else if (OPAQUE.has(child.name)) continue;
        else if (catalogue.get(property.type)?.properties.size) {
            checkElement(child, property.type, catalogue, `${at}/${child.name}`, report);
        } else checkValue(child, property, catalogue, `${at}/${child.name}`, report);
    }
    checkCounts(element, properties, at, report);
    checkRequired(element, type, catalogue, at, report);
}

function checkComponent(component: Component, catalogue: Catalogue): Problem[] {
    const found: Problem[] = [];
    const { root, file } = component;
    const report = (message: string) => found.push(problem(file, message));
    const { type, folder } = KINDS[component.kind];
    if (root.name !== type) report(`<${root.name}> stands where the file's name announces ${type}`);
    if (root.attributes.xmlns !== NAMESPACE) report(`<${root.name}> lacks the namespace ${NAMESPACE}`);
    if (!file.split('/').includes(folder)) report(`belongs in a folder named ${folder}`);
    const fullName = textOf(root, 'fullName');
    const own = component.name.split('.').at(-1);
    if (fullName !== undefined && fullName !== own) report(`<fullName> says ${fullName}, the file's name says ${own}`);
    if (catalogue.has(root.name)) checkElement(root, root.name, catalogue, root.name, report);
    else report(`${root.name} is no metadata type`);
    return found;
}

/** Every component against Salesforce's own types: elements, required ones, repeated ones, words, numbers. */
export function checkShape(model: PackageModel, catalogue: Catalogue): Problem[] {
    return [...model.faults, ...model.components.flatMap((component) => checkComponent(component, catalogue))];
}
