import type { Sf } from '../sf.ts';
import type { Step } from '../step.ts';
import { literal } from './query.ts';

interface Rows {
    readonly records?: readonly { readonly PermissionSet?: { readonly Name?: string } }[];
}

async function assigned(sf: Sf, org: string, user: string): Promise<readonly string[]> {
    const query = `SELECT PermissionSet.Name FROM PermissionSetAssignment WHERE Assignee.Username = ${literal(user)}`;
    const { result } = await sf(['data', 'query', '--query', query, '--target-org', org]);
    return ((result as Rows | undefined)?.records ?? []).flatMap((row) => row.PermissionSet?.Name ?? []);
}

async function username(sf: Sf, org: string, user: string | undefined): Promise<string> {
    if (user) return user;
    const { result } = await sf(['org', 'display', '--target-org', org]);
    return (result as { username?: string } | undefined)?.username ?? '';
}

/** One step for each permission set: the CLI refuses a whole list when one of them is assigned already. */
export function assignPermissionSets(names: readonly string[], org: string, user?: string): readonly Step[] {
    return names.map((name) => ({
        says: `Assign the permission set ${name} to ${user ?? `the default user of ${org}`}`,
        words: [
            ...['org', 'assign', 'permset', '--name', name, '--target-org', org],
            ...(user ? ['--on-behalf-of', user] : [])
        ],
        done: async (sf) => {
            const has = await assigned(sf, org, await username(sf, org, user));
            return has.includes(name) ? `${name} is assigned already` : undefined;
        }
    }));
}
