import type { Sf } from '../sf.ts';
import type { Step } from '../step.ts';
import { literal, queried } from './query.ts';

/** Roles that nobody stands above, for whoever named one that is not there. Portals have roles of their own. */
const TOP =
    "SELECT DeveloperName FROM UserRole WHERE ParentRoleId = null AND PortalType = 'None' ORDER BY DeveloperName";

/**
 * Gives a user a role: whoever has it may see and change what the roles below it own.
 *
 * @param role its developer name
 */
export function giveRole(role: string, org: string, user: string): Step {
    const words = (roleId: string): readonly string[] => [
        ...['data', 'update', 'record', '--sobject', 'User', '--where', `Username=${literal(user)}`],
        ...['--values', `UserRoleId=${literal(roleId)}`, '--target-org', org]
    ];
    return {
        says: `Give ${user} the role ${role}`,
        words: words(`id of ${role}`),
        done: async (sf) => {
            const soql = `SELECT Id FROM User WHERE Username = ${literal(user)} AND UserRole.DeveloperName = ${literal(role)}`;
            return (await queried(sf, org, soql)).length > 0 ? `${user} has the role ${role} already` : undefined;
        },
        finish: async (sf) => words(await roleId(sf, org, role))
    };
}

async function roleId(sf: Sf, org: string, role: string): Promise<string> {
    const [found] = await queried(sf, org, `SELECT Id FROM UserRole WHERE DeveloperName = ${literal(role)}`);
    if (found) return String(found['Id']);
    const top = (await queried(sf, org, TOP)).map((row) => String(row['DeveloperName']));
    const known = top.length > 0 ? ` Nobody stands above ${top.join(', ')}.` : '';
    throw new Error(`There is no role ${role}.${known}`);
}
