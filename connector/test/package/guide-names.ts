import fs from 'node:fs';
import path from 'node:path';
import { packagedFields } from '../../../scripts/metadata-check/fields.ts';
import { loadPackage, type PackageModel } from 'salesforce-metadata/package-model.ts';
import { ROOT } from 'salesforce-metadata/source-tree.ts';
import { all, deep, texts } from 'salesforce-metadata/xml.ts';
import { PACKAGE } from './corrupt.ts';

export type Language = 'en' | 'fr';

/** Names that are Salesforce's own, as its screens show them in each language. A guide that uses another one adds it. */
const SALESFORCE: Readonly<Record<Language, readonly string[]>> = {
    en: [
        'Access unique user identifiers (openid)',
        'Admin approved users',
        'Delete',
        'Local',
        'Manage Users',
        'Manage user data via APIs (api)',
        'Name',
        'Packaged',
        'Perform requests at any time (refresh_token, offline_access)',
        'Policies',
        'Related To',
        'Run As'
    ],
    fr: [
        'Gérer les utilisateurs',
        'Utilisateurs approuvés par l’administrateur',
        'Supprimer',
        'Nom',
        'Local',
        'Packaged',
        'Politiques',
        'Associé à',
        'Exécuter en tant que'
    ]
};
/** Licences, profiles and names of languages, which Salesforce does not translate. */
const LICENCES = [
    'Français',
    'Salesforce Integration',
    'Salesforce API Integration',
    'Minimum Access - API Only Integrations'
];

const model: PackageModel = loadPackage(PACKAGE);

/** What has one name for everybody: pages, components, layouts, folders, the app, what API names are shown of. */
function untranslated(): readonly string[] {
    const labelled = (
        ['flexipage', 'js', 'compactLayout', 'app', 'eca', 'permissionsetgroup', 'flow', 'notiftype'] as const
    ).flatMap((kind) => model.of(kind).flatMap(({ root }) => [...texts(root, 'masterLabel'), ...texts(root, 'label')]));
    const folders = (['reportFolder', 'dashboardFolder'] as const).flatMap((kind) =>
        model.of(kind).flatMap(({ root }) => texts(root, 'name'))
    );
    const layouts = model.of('layout').map(({ name }) => name.slice(name.indexOf('-') + 1));
    const sites = loadPackage(PACKAGE, 'unpackaged/').of('cspTrustedSite');
    return [...labelled, ...folders, ...layouts, ...sites.map(({ name }) => name)];
}

/** The half of `Texts by rep · Textos par personne` that a language reads; a name of one half is everybody's. */
function halves(language: Language): readonly string[] {
    const named = [
        ...model.of('report').flatMap(({ root }) => texts(root, 'name')),
        ...model.of('dashboard').flatMap(({ root }) => texts(root, 'title')),
        ...model.of('listView').flatMap(({ root }) => texts(root, 'label'))
    ];
    return named.flatMap((name) => name.split(' · ').at(language === 'en' ? 0 : -1) ?? []);
}

function english(): readonly string[] {
    const fields = packagedFields(model).flatMap(({ label, root }) => [label, ...texts(root, 'relationshipLabel')]);
    const objects = model.of('object').flatMap(({ root }) => [...texts(root, 'label'), ...texts(root, 'pluralLabel')]);
    return [...fields, ...objects, ...model.of('tab').flatMap(({ root }) => texts(root, 'label'))];
}

function french(): readonly string[] {
    const fields = model
        .of('fieldTranslation')
        .flatMap(({ root }) => [...texts(root, 'label'), ...texts(root, 'relationshipLabel')]);
    const objects = model.of('objectTranslation').flatMap(({ root }) => deep(root, 'value').map((one) => one.text));
    const tabs = model.of('translation').flatMap(({ root }) => all(root, 'customTabs'));
    return [...fields, ...objects, ...tabs.flatMap((tab) => texts(tab, 'label'))];
}

/** Everything that an admin meets under a name of ours, in one language. */
export function namesIn(language: Language): ReadonlySet<string> {
    const own = language === 'en' ? english() : french();
    return new Set([...own, ...halves(language), ...untranslated(), ...SALESFORCE[language], ...LICENCES]);
}

/** What the connector says in one language, as its source. */
const WORDS = path.join(ROOT, 'connector/src/locales');
export function saidByConsole(name: string, language: Language): boolean {
    const sources = fs.globSync(path.join(WORDS, language, '**/*.ts'));
    return sources.some((file) => fs.readFileSync(file, 'utf8').includes(`'${name}'`));
}

/** The names in a guide: what stands in italics and begins with a capital, outside code. */
export function namesOf(guide: string): readonly string[] {
    const prose = guide.replaceAll(/^```[^]*?^```/gm, '').replaceAll(/`[^`\n]*`/g, '');
    return [...prose.matchAll(/(?<!\w)_(\p{Lu}[^\n]*?)_(?!\w)/gu)].map(([, name]) => name ?? '');
}

/** API names in a guide: `Quo_Listen`. */
export function apiNamesOf(guide: string): readonly string[] {
    return [...guide.matchAll(/\bQuo_\w*[A-Za-z0-9]/g)].map(([name]) => name);
}

/** API names of the components that an admin meets, in the package and beside it. */
export function apiNames(): ReadonlySet<string> {
    const components = [...model.components, ...loadPackage(PACKAGE, 'unpackaged/').components];
    return new Set(components.map(({ name }) => name.split(/[./]/).at(-1) ?? ''));
}
