import { findField } from '../fields.ts';
import { STANDARD_OBJECTS } from '../standard.ts';
import type { Component, PackageModel } from 'salesforce-metadata/package-model.ts';
import { problem, type Problem } from 'salesforce-metadata/problem.ts';
import { all, deep, text, texts } from 'salesforce-metadata/xml.ts';

/** Elements of a flow that a connector can lead to, or a reference name. */
const ELEMENTS = ['actionCalls', 'assignments', 'decisions', 'recordLookups'];
const GLOBALS = ['$Record', '$User', '$Flow'];

function namesOf(flow: Component, kinds: readonly string[]): readonly string[] {
    return kinds.flatMap((kind) => all(flow.root, kind)).map((one) => text(one, 'name') ?? '');
}

function checkTargets(flow: Component): string[] {
    const elements = namesOf(flow, ELEMENTS);
    const targets = new Set(deep(flow.root, 'targetReference').map((one) => one.text));
    return [
        ...[...targets]
            .filter((name) => !elements.includes(name))
            .map((name) => `leads to ${name}, which is not there`),
        ...elements.filter((name) => !targets.has(name)).map((name) => `holds ${name}, which nothing leads to`)
    ];
}

/** Every name that a value is taken from, or put into. */
function references(flow: Component): readonly string[] {
    const kinds = ['elementReference', 'leftValueReference', 'assignToReference'];
    const named = kinds.flatMap((kind) => deep(flow.root, kind)).map((one) => one.text);
    const texts = [...deep(flow.root, 'stringValue'), ...deep(flow.root, 'filterFormula')].map((one) => one.text);
    const merged = texts.flatMap((value) => [...value.matchAll(/\{!([^}]+)\}/g)].flatMap(([, name]) => name ?? []));
    return [...new Set([...named, ...merged])];
}

function checkReferences(model: PackageModel, flow: Component, object: string): string[] {
    const own = namesOf(flow, [...ELEMENTS, 'variables']);
    return references(flow).flatMap((reference) => {
        const [head = '', field = ''] = reference.split('.');
        if (!GLOBALS.includes(head) && !own.includes(head)) return [`refers to ${head}, which is not there`];
        const isMissing = head === '$Record' && field.endsWith('__c') && !findField(model, object, field);
        return isMissing ? [`refers to ${object}.${field}, which is not there`] : [];
    });
}

function checkValues(model: PackageModel, flow: Component, object: string): string[] {
    const formula = all(flow.root, 'start').flatMap((one) => texts(one, 'filterFormula'))[0] ?? '';
    return [...formula.matchAll(/ISPICKVAL\(\{!\$Record\.(\w+)\}, "([^"]*)"\)/g)].flatMap(([, field = '', value]) => {
        const values = findField(model, object, field)?.picklist.map((one) => one.value) ?? [];
        return value !== undefined && values.includes(value) ? [] : [`asks for ${field} "${value}", which it never is`];
    });
}

function checkNotification(model: PackageModel, flow: Component): string[] {
    return all(flow.root, 'recordLookups')
        .filter((one) => text(one, 'object') === 'CustomNotificationType')
        .flatMap((one) => deep(one, 'stringValue'))
        .filter(({ text: name }) => !model.find('notiftype', name))
        .map(({ text: name }) => `sends the notification ${name}, which is not there`);
}

function checkFlow(model: PackageModel, flow: Component): string[] {
    const object = all(flow.root, 'start').flatMap((one) => texts(one, 'object'))[0] ?? '';
    const found: string[] = [];
    // Active when packaged is active after the installation (Salesforce Help, "Considerations for Flows Installed from Packages").
    if (text(flow.root, 'status') !== 'Draft') found.push('is not off: it would run in every org that installs it');
    // Same page: Flow Builder opens no other flow of a managed package.
    if (text(flow.root, 'isTemplate') !== 'true') found.push('is no template: nobody could open or change it');
    if (!STANDARD_OBJECTS.includes(object) && !model.find('object', object))
        found.push(`starts with ${object}, which is not there`);
    return [
        ...found,
        ...checkTargets(flow),
        ...checkReferences(model, flow, object),
        ...checkValues(model, flow, object),
        ...checkNotification(model, flow)
    ];
}

/** Flows are templates that are off, and name nothing that the package does not hold. */
export function checkFlowRules(model: PackageModel): Problem[] {
    return model.of('flow').flatMap((flow) => checkFlow(model, flow).map((message) => problem(flow.file, message)));
}
