import fs from 'node:fs';
import path from 'node:path';
import { ComponentSet, MetadataConverter } from '@salesforce/source-deploy-retrieve';
import { problem, type Problem } from 'salesforce-metadata/problem.ts';
import type { SourceTree } from 'salesforce-metadata/source-tree.ts';
import { zipNames } from './zip-names.ts';

/** A deployment takes these from the environment (sfdx-project.json); which files it sends does not depend on them. */
const STAND_INS = {
    QUO_CONNECTOR_URL: 'https://quo.example.com',
    QUO_CONTACT_EMAIL: 'quo@example.com',
    QUO_OAUTH_LINK: '<oauthLink>of the Dev Hub</oauthLink>',
    QUO_ORG_SCOPED_APP: '<orgScopedExternalApp>of the Dev Hub</orgScopedExternalApp>'
};

/**
 * What `sf` would send to an org for a source folder.
 *
 * @returns the names in the zip, without the folder that the converter puts first
 * @throws {Error} when a file is of no kind that Salesforce knows
 */
export async function deployedFiles(root: string, folder = 'force-app'): Promise<readonly string[]> {
    for (const [name, value] of Object.entries(STAND_INS)) process.env[name] ??= value;
    const components = ComponentSet.fromSource({ fsPaths: [path.join(root, folder)] });
    const { zipBuffer } = await new MetadataConverter().convert(components, 'metadata', { type: 'zip' });
    if (!zipBuffer) throw new Error(`Nothing under ${folder} could be converted.`);
    return zipNames(zipBuffer);
}

/** Folders that are deployed on their own, each with its command. */
const FOLDERS = [
    'force-app',
    'unpackaged/integration-user',
    'unpackaged/page-activation',
    'unpackaged/queue',
    'unpackaged/trusted-site'
];

/**
 * The files that Salesforce's own library knows as components, in every folder that is deployed.
 *
 * @returns paths from the root, with `/` between folders
 * @throws {Error} when a file is of no kind that Salesforce knows
 */
export function resolvedFiles(root: string): ReadonlySet<string> {
    const found = new Set<string>();
    for (const folder of FOLDERS.filter((one) => fs.existsSync(path.join(root, one)))) {
        const components = ComponentSet.fromSource({ fsPaths: [path.join(root, folder)] }).getSourceComponents();
        for (const component of components) {
            for (const { xml } of [component, ...component.getChildren()]) {
                if (xml) found.add(path.relative(root, xml).split(path.sep).join('/'));
            }
        }
    }
    return found;
}

/** Every metadata file belongs to a component, or the CLI leaves it out without a word. */
export function checkResolved(files: ReadonlySet<string>, tree: SourceTree): Problem[] {
    return [...tree.keys()]
        .filter((file) => file.endsWith('-meta.xml') && !files.has(file))
        .map((file) => problem(file, 'belongs to no component: a deployment leaves it out'));
}

/** Files of the tree that must be in the zip, by what stands for them there. */
function expected(tree: SourceTree): ReadonlyMap<string, string> {
    const wanted = new Map<string, string>([['package.xml', 'package.xml']]);
    for (const file of tree.keys()) {
        const script = /\/(lwc\/[^/]+\/.+)\.ts$/.exec(file);
        if (script && !file.includes('/__tests__/')) wanted.set(`${script[1]}.js`, file);
        const translation = /\/(translations\/.+\.translation|labels\/.+\.labels)-meta\.xml$/.exec(file);
        if (translation?.[1]) wanted.set(translation[1], file);
        const object = /\/(objectTranslations)\/([^/]+)\//.exec(file);
        if (object) wanted.set(`objectTranslations/${object[2]}.objectTranslation`, file);
    }
    return wanted;
}

/** The zip holds the built script of every component, every translation, and neither TypeScript nor tests. */
export function checkDeployment(names: readonly string[], tree: SourceTree): Problem[] {
    const found: Problem[] = [];
    for (const [name, file] of expected(tree)) {
        if (names.includes(name)) continue;
        const why = name.endsWith('.js') ? 'is not built: run npm run build:lwc' : 'is left out of the deployment';
        found.push(problem(file, why));
    }
    for (const name of names) {
        if (name.endsWith('.ts')) found.push(problem(name, 'is TypeScript, which an org does not take'));
        if (name.includes('__tests__')) found.push(problem(name, 'is a test, which an org does not take'));
    }
    return found;
}
