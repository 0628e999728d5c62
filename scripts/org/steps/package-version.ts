import type { Sf } from '../sf.ts';
import type { Step } from '../step.ts';

export const PACKAGE = 'Quo for Salesforce';

interface Version {
    readonly SubscriberPackageVersionId?: string;
    readonly Tag?: string;
    readonly IsReleased?: boolean | string;
}

async function versions(sf: Sf, hub: readonly string[]): Promise<readonly Version[]> {
    const { result } = await sf(['package', 'version', 'list', '--packages', PACKAGE, ...hub]);
    return Array.isArray(result) ? (result as Version[]) : [];
}

function devHub(alias: string | undefined): readonly string[] {
    return alias ? ['--target-dev-hub', alias] : [];
}

/**
 * Registers the package and makes a version of the commit given.
 *
 * @param known whether sfdx-project.json holds the package's id
 * @param commit goes into the version's tag; a version of the same commit is not made twice
 */
export function createVersion(known: boolean, commit: string, alias?: string): readonly Step[] {
    const hub = devHub(alias);
    const register: Step = {
        says: `Register the managed package "${PACKAGE}" (its id goes into sfdx-project.json)`,
        words: [
            ...['package', 'create', '--name', PACKAGE, '--package-type', 'Managed', '--path', 'force-app'],
            ...['--description', 'Quo calls, texts and what Sona handled, in Salesforce.', ...hub]
        ]
    };
    const make: Step = {
        says: `Make a version of commit ${commit}`,
        fills: true,
        words: [
            ...['package', 'version', 'create', '--package', PACKAGE, '--installation-key-bypass', '--code-coverage'],
            ...['--definition-file', 'config/project-scratch-def.json', '--tag', commit, '--wait', '60', ...hub]
        ],
        done: async (sf) => {
            const same = (await versions(sf, hub)).find((version) => version.Tag === commit);
            return same ? `${same.SubscriberPackageVersionId ?? 'a version'} was made of this commit` : undefined;
        },
        told: ({ result }) => {
            const id = (result as { SubscriberPackageVersionId?: string } | undefined)?.SubscriberPackageVersionId;
            return id ? `Install it with: npx sf package install --package ${id}` : '';
        }
    };
    return known ? [make] : [register, make];
}

/**
 * Promotes a version, which cannot be undone: its fields' names, types and uniqueness are fixed for good.
 *
 * @param confirmed whether somebody said so
 */
export function promoteVersion(id: string, confirmed: boolean, alias?: string): Step {
    const hub = devHub(alias);
    return {
        says: `Promote ${id}: this cannot be undone`,
        ...(!confirmed && { wants: '--yes' }),
        words: ['package', 'version', 'promote', '--package', id, '--no-prompt', ...hub],
        done: async (sf) => {
            const found = (await versions(sf, hub)).find((version) => version.SubscriberPackageVersionId === id);
            return found && String(found.IsReleased) === 'true' ? `${id} is released already` : undefined;
        },
        // Without an ancestor the CLI refuses the next version, or makes one that nobody can upgrade to.
        told: () =>
            'Now write into sfdx-project.json, beside "package": "ancestorVersion": "HIGHEST", and a higher "versionNumber".'
    };
}
