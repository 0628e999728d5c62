import type { checkShape } from 'salesforce-metadata/shape.ts';
import { all, parseXml, text, texts, type Element } from 'salesforce-metadata/xml.ts';
import type { ZippedFile } from './unzip.ts';

/** One component of a deployed package, and what is wrong with it. */
export interface Component {
    readonly file: string;
    readonly type: string;
    readonly fullName: string;
    readonly problems: readonly string[];
}

type CheckShape = typeof checkShape;
type Model = Parameters<CheckShape>[0];
type Kind = Model['components'][number]['kind'];
type Catalogue = Parameters<CheckShape>[1];

interface Checker {
    readonly kinds: Readonly<Record<string, { readonly type: string; readonly folder: string }>>;
    readonly check: CheckShape;
    readonly catalogue: Catalogue;
}

let checker: Promise<Checker> | undefined;

/** The package's own metadata check, with Salesforce's types: loaded at the first deploy, as it takes a second. */
async function loadChecker(): Promise<Checker> {
    const [{ KINDS }, shape, { loadCatalogue }] = await Promise.all([
        import('salesforce-metadata/kinds.ts'),
        import('salesforce-metadata/shape.ts'),
        import('salesforce-metadata/wsdl-types.ts')
    ]);
    return { kinds: KINDS, check: shape.checkShape, catalogue: loadCatalogue() };
}

/** Checks every component of an archive in deploy form: one that Salesforce has no type for is a problem too. */
export async function checkComponents(files: readonly ZippedFile[]): Promise<Component[]> {
    checker ??= loadChecker();
    const loaded = await checker;
    return files
        .filter(({ path }) => isComponent(path))
        .map((file) => (DESTRUCTIVE.test(file.path) ? destruction(file) : checkOne(loaded, file)));
}

const DESTRUCTIVE = /(?:^|\/)destructiveChanges(?:Pre|Post)?\.xml$/;

/** What would delete metadata: only a list that names nothing passes. */
function destruction({ path, content }: ZippedFile): Component {
    const root = parseXml(content.toString('utf8'));
    const problems = 'fault' in root ? [root.fault] : doomed(root);
    return { file: path, type: '', fullName: path.split('/').at(-1) as string, problems };
}

function doomed(root: Element): string[] {
    const names = all(root, 'types').flatMap((type) =>
        texts(type, 'members').map((member) => `${text(type, 'name')} ${member}`)
    );
    if (names.length === 0) return [];
    return [`The simulated org deletes no metadata. Destructive changes are refused: ${names.join(', ')}`];
}

const BUNDLE = /(?:^|\/)(?:lwc|aura)\//;
const BUNDLE_FILE = /\.(?:js|html|css|svg|js-meta\.xml)$/;

/** A bundle's scripts and pages belong to its metadata file; the manifest is no component. */
function isComponent(path: string): boolean {
    if (BUNDLE.test(path)) return path.endsWith('.js-meta.xml') || !isBundleFile(path);
    return !path.endsWith('package.xml');
}

function isBundleFile(path: string): boolean {
    return BUNDLE_FILE.test(path) && !path.includes('__tests__');
}

function checkOne({ kinds, check, catalogue }: Checker, { path, content }: ZippedFile): Component {
    const name = (path.split('/').at(-1) as string).replace(/-meta\.xml$/, '');
    const [, own = name, extension = ''] = /^(.+)\.([^.]+)$/.exec(name) ?? [];
    const kind = kindOf(path, extension);
    const known = kinds[kind];
    const fullName = ['reports', 'dashboards'].includes(path.split('/').at(-3) ?? '')
        ? `${path.split('/').at(-2)}/${own}`
        : own;
    if (BUNDLE.test(path) && !isBundleFile(path)) {
        const problems = [`A Lightning web component bundle cannot hold this file: ${path}`];
        return { file: path, type: 'LightningComponentBundle', fullName, problems };
    }
    const root = parseXml(content.toString('utf8'));
    if ('fault' in root) return { file: path, type: known?.type ?? '', fullName, problems: [root.fault] };
    if (!known) {
        const problems = catalogue.has(root.name) ? [] : [`Unknown type name '${root.name}' specified in package.xml`];
        return { file: path, type: root.name, fullName, problems };
    }
    const component = { file: path, kind: kind as Kind, name: own, root };
    const model: Model = {
        tree: new Map(),
        components: [component],
        faults: [],
        of: () => [component],
        find: () => undefined
    };
    const problems = check(model, catalogue).map(({ message }) => message);
    return { file: path, type: known.type, fullName, problems };
}

function kindOf(path: string, extension: string): string {
    if (/reports\/[^/]+-meta\.xml$/.test(path)) return 'reportFolder';
    if (/dashboards\/[^/]+-meta\.xml$/.test(path)) return 'dashboardFolder';
    return extension;
}
