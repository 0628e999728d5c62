import type { BuiltOrg } from '../build-org.ts';
import { buildSchema } from '../metadata/build-schema.ts';
import { checkPermissionSets } from '../metadata/check-permission-sets.ts';
import { readPackage } from '../metadata/read-package.ts';
import { compileValidationRule } from '../rules/validation-rules.ts';
import { addRecordTypeRows } from '../seed/record-type-rows.ts';
import { addQueues, checkQueues } from '../seed/queues.ts';
import { inserter } from '../seed/insert.ts';
import { addPermissionSets } from '../seed/rights.ts';
import { addTrustedSites } from '../seed/trusted-sites.ts';
import { checkComponents, type Component } from './check-components.ts';
import { unzip } from './unzip.ts';

/** A deploy, done the moment it was asked for. */
export interface Deployment {
    readonly id: string;
    readonly checkOnly: boolean;
    readonly components: readonly Component[];
    readonly at: number;
    readonly userId: string;
}

export function succeeded(deployment: Deployment): boolean {
    return deployment.components.every(({ problems }) => problems.length === 0);
}

/**
 * Deploys an archive: every component is checked, and only when none has a problem does the org change. What is checked
 * only never changes it.
 *
 * @throws {Error} when the bytes are no zip
 */
export async function deploy(org: BuiltOrg, zip: Buffer, checkOnly: boolean, userId: string): Promise<Deployment> {
    const files = unzip(zip);
    const checked = await checkComponents(files);
    const sound = checked.every(({ problems }) => problems.length === 0);
    const components = sound ? apply(org, files, checked, checkOnly ? undefined : userId) : checked;
    return { id: org.state.nextId('0Af'), checkOnly, components, at: org.state.now(), userId };
}

function apply(
    org: BuiltOrg,
    files: ReturnType<typeof unzip>,
    components: readonly Component[],
    userId: string | undefined
): readonly Component[] {
    const { state } = org;
    try {
        const contents = readPackage(files.map(({ path, content }) => ({ path, text: content.toString('utf8') })));
        const packages = [...state.packages, contents];
        const schema = buildSchema(packages, state.settings, state.recordTypeId);
        const rules = contents.validationRules.map((rule) => compileValidationRule(schema, rule));
        checkPermissionSets(schema, contents.permissionSets);
        checkQueues(state, schema, contents.queues);
        if (userId !== undefined) {
            state.packages = packages;
            state.schema = schema;
            state.schemaChangedAt = state.now();
            state.tables.redefine(schema);
            addRecordTypeRows(state, userId);
            state.validationRules = replaceByName(state.validationRules, rules);
            const known = new Set(state.permissionSets.map(({ name }) => name));
            state.permissionSets = replaceByName(state.permissionSets, contents.permissionSets);
            const insert = inserter(state, userId);
            addPermissionSets(
                state,
                contents.permissionSets.filter(({ name }) => !known.has(name)),
                insert
            );
            addQueues(state, insert);
            addTrustedSites(state, insert);
        }
        return components;
    } catch (error) {
        // What one component refers to is missing: the sentence names it, and it stands at the first object.
        const at = components.find(({ type }) => type === 'CustomObject') ?? components[0];
        return components.map((component) =>
            component === at ? { ...component, problems: [(error as Error).message] } : component
        );
    }
}

/** What is deployed under a name takes the place of what had it. */
function replaceByName<Item extends { readonly name: string; readonly object?: string }>(
    known: readonly Item[],
    deployed: readonly Item[]
): Item[] {
    const nameOf = ({ object = '', name }: Item): string => `${object}.${name}`;
    const replaced = new Set(deployed.map(nameOf));
    return [...known.filter((item) => !replaced.has(nameOf(item))), ...deployed];
}
