import type { Step } from '../step.ts';

/** Minutes to wait for the org. */
const WAIT = '33';

/** Deploys a folder; the platform compares, so that a second time changes nothing. */
export function deploy(folder: string, org: string, says: string): Step {
    return {
        says,
        words: [
            'project',
            'deploy',
            'start',
            '--source-dir',
            folder,
            '--target-org',
            org,
            '--wait',
            WAIT,
            '--ignore-conflicts'
        ],
        told: ({ result }) => {
            const count = (result as { numberComponentsDeployed?: number } | undefined)?.numberComponentsDeployed;
            return count === undefined ? '' : `${count} components.`;
        }
    };
}

/** All but the external client app, which is for packages: its OAuth settings want a Dev Hub's. */
export const SOURCE = 'force-app/main';

export function deployPackage(org: string): Step {
    return deploy(SOURCE, org, `Deploy the package's source to ${org}`);
}

export function deployIntegrationUser(org: string): Step {
    return deploy(
        'unpackaged/integration-user',
        org,
        `Deploy the part of the integration user's rights that no package carries to ${org}`
    );
}
