import type { Component, PackageModel } from 'salesforce-metadata/package-model.ts';
import { problem, type Problem } from 'salesforce-metadata/problem.ts';
import { STANDARD_TABS } from '../standard.ts';
import { all, text, texts } from 'salesforce-metadata/xml.ts';

/** An icon of a tab: `Custom71: Headset`. */
const MOTIF = /^Custom\d{1,3}: [A-Z][\w ]+$/;

function checkApp(model: PackageModel, app: Component): Problem[] {
    const found = texts(app.root, 'tabs')
        .filter((tab) => !STANDARD_TABS.includes(tab) && !model.find('tab', tab))
        .map((tab) => problem(app.file, `shows the tab ${tab}, which is not there`));
    for (const override of all(app.root, 'actionOverrides')) {
        const page = text(override, 'content') ?? '';
        if (!model.find('flexipage', page)) found.push(problem(app.file, `names the page ${page}, which is not there`));
    }
    return found;
}

function checkTab(model: PackageModel, tab: Component): Problem[] {
    const page = text(tab.root, 'flexiPage');
    if (!MOTIF.test(text(tab.root, 'motif') ?? '')) return [problem(tab.file, 'has no icon that Salesforce knows')];
    if (text(tab.root, 'customObject') === 'true') {
        return model.find('object', tab.name)
            ? []
            : [problem(tab.file, `is the tab of ${tab.name}, which is not there`)];
    }
    if (page && !model.find('flexipage', page))
        return [problem(tab.file, `opens the page ${page}, which is not there`)];
    return text(tab.root, 'label') ? [] : [problem(tab.file, 'has no label')];
}

/** The app's tabs and pages exist, and so does what each tab opens. */
export function checkApps(model: PackageModel): Problem[] {
    return [
        ...model.of('app').flatMap((app) => checkApp(model, app)),
        ...model.of('tab').flatMap((tab) => checkTab(model, tab))
    ];
}
