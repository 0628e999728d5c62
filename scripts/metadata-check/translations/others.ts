import type { Component, PackageModel } from 'salesforce-metadata/package-model.ts';
import { problem, type Problem } from 'salesforce-metadata/problem.ts';
import { all, text, type Element } from 'salesforce-metadata/xml.ts';
import { checkPair } from './pair.ts';

interface Texts {
    readonly [what: string]: string | undefined;
}

function compare(file: string, element: string, english: ReadonlyMap<string, Texts>, translations: Element): Problem[] {
    const translated = all(translations, element).map((one): [string, Element] => [text(one, 'name') ?? '', one]);
    const french = new Map(translated);
    const found: Problem[] = translated
        .filter(([name, one]) => french.get(name) !== one)
        .map(([name]) => problem(file, `translates ${name} twice`));
    for (const [name, texts] of english) {
        const one = french.get(name);
        if (!one) found.push(problem(file, `lacks <${element}> for ${name}`));
        for (const [what, value] of one ? Object.entries(texts) : []) {
            if (value !== undefined && one)
                found.push(...checkPair(file, `the ${what} of ${name}`, value, text(one, what)));
        }
    }
    for (const name of french.keys()) {
        if (!english.has(name)) found.push(problem(file, `translates ${name}, which is not there`));
    }
    return found;
}

function labels(model: PackageModel): ReadonlyMap<string, Texts> {
    return new Map(
        model
            .of('labels')
            .flatMap((file) => all(file.root, 'labels'))
            .map((label) => [text(label, 'fullName') ?? '', { label: text(label, 'value') }])
    );
}

function byName(components: readonly Component[], texts: (root: Element) => Texts): ReadonlyMap<string, Texts> {
    return new Map(components.map((component) => [component.name, texts(component.root)]));
}

function checkSections(model: PackageModel, file: string, translations: Element): Problem[] {
    return model.of('reportType').flatMap((type) => {
        const translated = all(translations, 'reportTypes').find((one) => text(one, 'name') === type.name);
        const english = new Map(
            all(type.root, 'sections').map((one) => [
                text(one, 'masterLabel') ?? '',
                { label: text(one, 'masterLabel') }
            ])
        );
        return translated ? compare(file, 'sections', english, translated) : [];
    });
}

/** Labels, app, tabs and report types: each in French, and nothing translated that is not there. */
export function checkOtherTranslations(model: PackageModel): Problem[] {
    const french = model.find('translation', 'fr');
    if (!french) return [problem('force-app', 'translations/fr.translation-meta.xml is missing')];
    const { file, root } = french;
    const tabs = model.of('tab').filter((tab) => text(tab.root, 'label') !== undefined);
    return [
        ...compare(file, 'customLabels', labels(model), root),
        ...compare(
            file,
            'customApplications',
            byName(model.of('app'), (app) => ({ label: text(app, 'label'), description: text(app, 'description') })),
            root
        ),
        ...compare(
            file,
            'customTabs',
            byName(tabs, (tab) => ({ label: text(tab, 'label') })),
            root
        ),
        ...compare(
            file,
            'reportTypes',
            byName(model.of('reportType'), (type) => ({
                label: text(type, 'label'),
                description: text(type, 'description')
            })),
            root
        ),
        ...checkSections(model, file, root)
    ];
}
