import type { Sf } from '../sf.ts';
import type { Step } from '../step.ts';
import { PACKAGES, type PackageType } from '../version-project.ts';

interface Version {
    readonly SubscriberPackageVersionId?: string;
    readonly Tag?: string;
    readonly IsReleased?: boolean | string;
}

/** A version that is to be made. */
export interface VersionPlan {
    readonly type: PackageType;
    /** Whether the external client app is in it. */
    readonly hasApp: boolean;
    /** Whether sfdx-project.json holds the package's id. */
    readonly isRegistered: boolean;
    /** Goes into the version's tag; a version of the same commit is not made twice. */
    readonly commit: string;
    readonly devHub?: string | undefined;
    /** Flags of the pages that the installation shows. */
    readonly pages: readonly string[];
    /** The copy of the project to make it from, and what to do with what the CLI wrote there. */
    readonly folder: string;
    readonly keep: () => void;
}

async function versions(sf: Sf, more: readonly string[]): Promise<readonly Version[]> {
    const { result } = await sf(['package', 'version', 'list', ...more]);
    return Array.isArray(result) ? (result as Version[]) : [];
}

function devHub(alias: string | undefined): readonly string[] {
    return alias ? ['--target-dev-hub', alias] : [];
}

/** Two versions of one commit differ by the app that is in them or not. */
function tagOf({ commit, hasApp, type }: VersionPlan): string {
    return type === 'managed' && !hasApp ? `${commit}-no-app` : commit;
}

function registerStep({ type, devHub: alias, folder, keep }: VersionPlan): Step {
    return {
        says: `Register the ${type} package "${PACKAGES[type]}" (its id goes into sfdx-project.json)`,
        folder,
        words: [
            ...['package', 'create', '--name', PACKAGES[type], '--path', 'force-app'],
            ...['--package-type', type === 'managed' ? 'Managed' : 'Unlocked'],
            ...(type === 'unlocked' ? ['--no-namespace'] : []),
            ...['--description', 'Quo calls, texts and what Sona handled, in Salesforce.', ...devHub(alias)]
        ],
        after: keep
    };
}

/** Registers the package, the first time, and makes a version of the commit. */
export function createVersion(plan: VersionPlan): readonly Step[] {
    const hub = devHub(plan.devHub);
    const name = PACKAGES[plan.type];
    const tag = tagOf(plan);
    const make: Step = {
        says: `Make a version of commit ${plan.commit}, in a copy of the project ${plan.hasApp ? 'that links the client app to the Dev Hub’s' : 'without the client app'}`,
        folder: plan.folder,
        ...(plan.hasApp && { fills: 'app' as const }),
        words: [
            ...['package', 'version', 'create', '--package', name, '--installation-key-bypass', '--code-coverage'],
            ...['--definition-file', 'config/project-scratch-def.json', '--tag', tag, '--wait', '60'],
            ...[...plan.pages, ...hub]
        ],
        done: async (sf) => {
            const same = (await versions(sf, ['--packages', name, ...hub])).find((version) => version.Tag === tag);
            return same ? `${same.SubscriberPackageVersionId ?? 'a version'} was made of this commit` : undefined;
        },
        after: plan.keep,
        told: ({ result }) => {
            const id = (result as { SubscriberPackageVersionId?: string } | undefined)?.SubscriberPackageVersionId;
            return id
                ? `Install it with: npx sf package install --package ${id}, or https://login.salesforce.com/packaging/installPackage.apexp?p0=${id}`
                : '';
        }
    };
    return plan.isRegistered ? [make] : [registerStep(plan), make];
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
