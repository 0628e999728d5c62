import fs from 'node:fs';
import path from 'node:path';

/** What a version can be: Salesforce's own two types of second-generation package. */
export type PackageType = 'managed' | 'unlocked';

interface Project {
    readonly packageDirectories: readonly Readonly<Record<string, unknown>>[];
    readonly replacements?: readonly { readonly filename: string }[];
    readonly packageAliases?: Readonly<Record<string, string>>;
    readonly [key: string]: unknown;
}

/** Each type is a package of its own, with its own id and versions. */
export const PACKAGES: Readonly<Record<PackageType, string>> = {
    managed: 'Quo for Salesforce',
    unlocked: 'Quo for Salesforce (unlocked)'
};

const FILE = 'sfdx-project.json';
/** The folder of the external client app, beside everything else. */
const APP = 'force-app/client-app';
/** What the CLI reads to make a version, beside the project file. */
const PARTS = ['force-app', 'config', '.forceignore'];

export function readProject(root: string): Project {
    return JSON.parse(fs.readFileSync(path.join(root, FILE), 'utf8')) as Project;
}

/**
 * Copies the project to make one version from: a package is everything under its one folder, so that a version with the
 * external client app and one without it want two projects.
 *
 * @param hasApp whether the version carries the app
 */
export function copyProject(root: string, folder: string, type: PackageType, hasApp: boolean): void {
    for (const part of PARTS)
        fs.cpSync(path.join(root, part), path.join(folder, part), {
            recursive: true,
            filter: (file) => hasApp || path.relative(root, file).split(path.sep).join('/') !== APP
        });
    const { packageDirectories, replacements = [], ...rest } = readProject(root);
    const project = {
        ...rest,
        ...(type === 'unlocked' && { namespace: '' }),
        packageDirectories: packageDirectories.map((one) => ({
            ...(type === 'managed' ? one : withoutAncestor(one)),
            package: PACKAGES[type]
        })),
        replacements: replacements.filter(({ filename }) => fs.existsSync(path.join(folder, filename)))
    };
    fs.writeFileSync(path.join(folder, FILE), `${JSON.stringify(project, null, 4)}\n`);
}

/** Only versions of managed packages have ancestors (Salesforce DX Developer Guide, project configuration). */
function withoutAncestor(directory: Readonly<Record<string, unknown>>): Record<string, unknown> {
    return Object.fromEntries(Object.entries(directory).filter(([key]) => !key.startsWith('ancestor')));
}

/** Takes over the ids of packages and versions that the CLI wrote into the copy. */
export function keepAliases(root: string, folder: string): void {
    const project = readProject(root);
    const packageAliases = { ...project.packageAliases, ...readProject(folder).packageAliases };
    fs.writeFileSync(path.join(root, FILE), `${JSON.stringify({ ...project, packageAliases }, null, 4)}\n`);
}
