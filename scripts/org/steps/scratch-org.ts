import type { Step } from '../step.ts';

export const EDITIONS: Readonly<Record<string, string>> = {
    enterprise: 'config/project-scratch-def.json',
    developer: 'config/project-scratch-def-developer.json'
};

interface Listed {
    readonly scratchOrgs?: readonly { readonly alias?: string; readonly isExpired?: boolean }[];
}

/**
 * Creates a scratch org, unless one of that alias lives.
 *
 * @param edition `enterprise` or `developer`
 */
export function scratchOrg(alias: string, edition: string, days: string, devHub: string | undefined): Step {
    return {
        says: `Create the scratch org ${alias} (${edition}, ${days} days)`,
        words: [
            ...['org', 'create', 'scratch', '--definition-file', EDITIONS[edition] ?? edition, '--alias', alias],
            ...['--duration-days', days, '--wait', '15', '--set-default'],
            ...(devHub ? ['--target-dev-hub', devHub] : [])
        ],
        told: () => `Open it with: npx sf org open --target-org ${alias}`,
        done: async (sf) => {
            const { result } = await sf(['org', 'list']);
            const orgs = (result as Listed | undefined)?.scratchOrgs ?? [];
            return orgs.some((org) => org.alias === alias && org.isExpired !== true)
                ? `${alias} is there already`
                : undefined;
        }
    };
}
