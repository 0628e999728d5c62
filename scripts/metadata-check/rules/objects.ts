import { findField, packagedFields } from '../fields.ts';
import type { Component, PackageModel } from 'salesforce-metadata/package-model.ts';
import { problem, type Problem } from 'salesforce-metadata/problem.ts';
import { all, text, texts } from 'salesforce-metadata/xml.ts';

const COMPACT_FIELDS = 10;
const ALL_OR_NONE = ['enableBulkApi', 'enableSharing', 'enableStreamingApi'];
/** From closed to open; what people outside see may not be wider than what people inside see. */
const OPENNESS = ['Private', 'Read', 'ReadWrite'];
/** What a release can never take back, and the package promises: activities and reports on a Sona call. */
const PROMISED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    Sona_Call__c: { enableActivities: 'true', enableReports: 'true', enableHistory: 'true' },
    Sona_Answer__c: { enableReports: 'true' }
};

/** Types that no list, no compact layout and no search can show. */
const LONG = ['LongTextArea', 'Html'];

/** @returns the names among these that are long texts of the object */
export function longTexts(model: PackageModel, object: string, names: readonly string[]): readonly string[] {
    return names.filter((name) => LONG.includes(findField(model, object, name)?.type ?? ''));
}

function checkSharing(model: PackageModel, object: Component): string[] {
    const inside = text(object.root, 'sharingModel') ?? '';
    const outside = text(object.root, 'externalSharingModel') ?? '';
    const detail = packagedFields(model).some((field) => field.object === object.name && field.type === 'MasterDetail');
    const found = ALL_OR_NONE.some((flag) => text(object.root, flag) !== text(object.root, ALL_OR_NONE[0] ?? ''))
        ? [`${ALL_OR_NONE.join(', ')} are on or off together`]
        : [];
    if ((inside === 'ControlledByParent') !== detail || (outside === 'ControlledByParent') !== detail)
        found.push('is controlled by its parent exactly when it has one');
    if (OPENNESS.indexOf(outside) > OPENNESS.indexOf(inside)) found.push('is wider open outside than inside');
    return found;
}

function checkObject(model: PackageModel, object: Component): string[] {
    const found = checkSharing(model, object);
    for (const [flag, value] of Object.entries(PROMISED[object.name] ?? {})) {
        if (text(object.root, flag) !== value) found.push(`<${flag}> must be ${value}`);
    }
    if (text(object.root, 'deploymentStatus') !== 'Deployed') found.push('is not deployed: nobody would see it');
    const searched = all(object.root, 'searchLayouts').flatMap((layout) => layout.children.map((child) => child.text));
    for (const name of longTexts(model, object.name, searched)) found.push(`searches ${name}, which is a long text`);
    return found;
}

function checkCompactLayout(model: PackageModel, layout: Component): string[] {
    const object = layout.name.split('.')[0] ?? '';
    const fields = texts(layout.root, 'fields');
    const found = longTexts(model, object, fields).map((name) => `shows ${name}, which is a long text`);
    if (fields.length > COMPACT_FIELDS) found.push(`shows ${fields.length} fields; at most ${COMPACT_FIELDS}`);
    if (new Set(fields).size < fields.length) found.push('shows a field twice');
    return found;
}

/** Objects, their search and compact layouts keep the platform's rules, and the package's promises. */
export function checkObjectRules(model: PackageModel): Problem[] {
    const custom = model.of('object').filter((object) => object.name.endsWith('__c'));
    return [
        ...custom.flatMap((object) => checkObject(model, object).map((message) => problem(object.file, message))),
        ...model
            .of('compactLayout')
            .flatMap((layout) => checkCompactLayout(model, layout).map((message) => problem(layout.file, message)))
    ];
}
