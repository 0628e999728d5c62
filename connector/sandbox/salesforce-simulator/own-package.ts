import { fileURLToPath } from 'node:url';
import type { OrgOptions } from './options.ts';

/** A folder of this repository, beside its package.json. */
const folder = (name: string): string => fileURLToPath(new URL(`../../../${name}`, import.meta.url));

/**
 * This repository's own package as its guide sets it up: installed, and the user whom the app works as on the API-only
 * profile with its two permission sets, nothing more, in a role above everybody whose role is below the top.
 */
export function ownPackage(): Required<Pick<OrgOptions, 'packages' | 'metadata' | 'runAs'>> {
    return {
        packages: [folder('force-app')],
        metadata: [folder('unpackaged')],
        runAs: {
            username: 'integration@simulated.org',
            profile: 'Minimum Access - API Only Integrations',
            permissionSets: ['Quo_Integration', 'Quo_Integration_Standard'],
            role: 'CEO'
        }
    };
}
