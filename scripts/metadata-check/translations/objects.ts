import type { Component, PackageModel } from 'salesforce-metadata/package-model.ts';
import { problem, type Problem } from 'salesforce-metadata/problem.ts';
import { STANDARD_OBJECTS } from '../standard.ts';
import { all, text, type Element } from 'salesforce-metadata/xml.ts';
import { checkPair } from './pair.ts';

/** Sections that the platform names and translates itself. */
const PLATFORM_SECTIONS = ['System Information', 'Task Information', 'Description Information'];
/** Every object whose components are translated has a file of its own, even when only its fields are in it. */
const CUSTOM = /__c$/;

function cased(translation: Element, plural: boolean): string | undefined {
    return all(translation, 'caseValues')
        .filter((one) => text(one, 'plural') === String(plural))
        .flatMap((one) => text(one, 'value') ?? [])[0];
}

function checkObject(object: Component, translation: Component): Problem[] {
    const { root, file } = translation;
    const name = text(all(object.root, 'nameField')[0] ?? object.root, 'label') ?? '';
    const found = [
        ...checkPair(file, 'the singular', text(object.root, 'label') ?? '', cased(root, false)),
        ...checkPair(file, 'the plural', text(object.root, 'pluralLabel') ?? '', cased(root, true)),
        ...checkPair(file, 'the name field', name, text(root, 'nameFieldLabel'))
    ];
    // French puts an article and an ending on it.
    if (!text(root, 'gender')) found.push(problem(file, 'does not say the gender'));
    return found;
}

function checkLayout(model: PackageModel, layout: Component): Problem[] {
    const object = layout.name.split('-')[0] ?? '';
    const title = layout.name.slice(object.length + 1);
    const translation = model.find('objectTranslation', `${object}-fr`);
    const sections = all(layout.root, 'layoutSections').flatMap((section) => text(section, 'label') ?? []);
    const own = sections.filter((section) => !PLATFORM_SECTIONS.includes(section) && section !== 'Quo');
    if (!translation) return own.length > 0 ? [problem(layout.file, `has no French translation of ${object}`)] : [];
    const block = all(translation.root, 'layouts').find((one) => text(one, 'layout') === title);
    const french = new Map(
        all(block ?? translation.root, 'sections').map((one) => [text(one, 'section') ?? '', text(one, 'label')])
    );
    const found = own.flatMap((section) =>
        checkPair(translation.file, `the section ${section}`, section, french.get(section))
    );
    for (const section of french.keys()) {
        if (!sections.includes(section))
            found.push(problem(translation.file, `translates the section ${section}, which is not there`));
    }
    return found;
}

/** A translation of an object or of a layout that is not there is refused by the platform. */
function checkOrphans(model: PackageModel, translation: Component): Problem[] {
    const object = translation.name.replace(/-\w+$/, '');
    const known = model.find('object', object) !== undefined || [...STANDARD_OBJECTS, 'Activity'].includes(object);
    const found = known ? [] : [problem(translation.file, `translates ${object}, which is not there`)];
    const layouts = all(translation.root, 'layouts').map((one) => text(one, 'layout') ?? '');
    for (const layout of layouts) {
        if (!model.find('layout', `${object}-${layout}`))
            found.push(problem(translation.file, `translates the layout ${layout}, which is not there`));
    }
    return found;
}

/** Objects (singular, plural, gender, name field) and the sections of their layouts, in both languages. */
export function checkObjectTranslations(model: PackageModel): Problem[] {
    const found = model.of('layout').flatMap((layout) => checkLayout(model, layout));
    found.push(...model.of('objectTranslation').flatMap((one) => checkOrphans(model, one)));
    for (const object of model.of('object').filter((one) => CUSTOM.test(one.name))) {
        const translation = model.find('objectTranslation', `${object.name}-fr`);
        found.push(
            ...(translation ? checkObject(object, translation) : [problem(object.file, 'has no French translation')])
        );
    }
    return found;
}
