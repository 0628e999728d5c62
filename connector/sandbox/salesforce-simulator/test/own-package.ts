import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { OrgOptions } from '../options.ts';
import { runAsSchema } from '../seed/run-as.ts';

/** A folder of this repository, beside its package.json. */
const folder = (name: string): string => fileURLToPath(new URL(`../../../../${name}`, import.meta.url));

const RUN_AS = new URL('../../integration-user.json', import.meta.url);

/**
 * This repository's own package as its guide sets it up: installed, and the user whom the app works as on the API-only
 * profile with its two permission sets, nothing more, in a role above everybody whose role is below the top.
 */
export function ownPackage(): Required<Pick<OrgOptions, 'packages' | 'metadata' | 'runAs'>> {
    return {
        packages: [folder('force-app')],
        metadata: [folder('unpackaged')],
        runAs: runAsSchema.parse(JSON.parse(readFileSync(RUN_AS, 'utf8')))
    };
}
