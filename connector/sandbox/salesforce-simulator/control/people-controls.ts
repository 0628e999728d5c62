import { readSharing } from '../access/sharing-models.ts';
import { inserter } from '../seed/insert.ts';
import { addPermissionSetGroup } from '../seed/permission-set-group.ts';
import { setUpUser, type UserSetUp } from '../seed/set-up-user.ts';
import type { Control } from './controls.ts';
import { listOf } from './list-of.ts';

/** Users as an admin sets them up, and what they may do with each other's records. */
export const peopleControls: readonly Control[] = [
    {
        at: 'POST /users',
        does:
            'Gives username a profile, a role (developer name) and permissionSets, these alone, and permissionSetGroups; ' +
            'makes the user when there is none. active and frozen: whether they may sign in.',
        run: (live, body) => {
            const { state, standing } = live.org();
            return { id: setUpUser(state, inserter(state, standing.adminId), userIn(body)) };
        }
    },
    {
        at: 'POST /permission-set-groups',
        does: 'Makes a permission set group of this name (developer name) from permissionSets.',
        run: (live, { name, permissionSets }) => {
            const { state, standing } = live.org();
            const group = { name: String(name), permissionSets: listOf(permissionSets) };
            return { id: addPermissionSetGroup(state, inserter(state, standing.adminId), group) };
        }
    },
    {
        at: 'POST /sharing',
        does:
            'Organization-wide defaults: {"Account": "Private", "Activity": "ControlledByParent", …}. What is not named is ' +
            'as in a new org: activities Private, contacts ControlledByParent, the rest public.',
        run: (live, body) => {
            const { state } = live.org();
            const given = Object.fromEntries(Object.entries(body).map(([name, model]) => [name, String(model)]));
            state.sharing = readSharing(state.schema, given, state.settings.personAccounts);
        }
    }
];

/** @throws {Error} for a user without a name */
function userIn(body: Record<string, unknown>): UserSetUp {
    const { username, profile, role, permissionSets, permissionSetGroups, active, frozen } = body;
    if (typeof username !== 'string') throw new Error('Say which user: username.');
    return {
        username,
        ...(typeof profile === 'string' ? { profile } : {}),
        ...(typeof role === 'string' ? { role } : {}),
        ...(permissionSets === undefined ? {} : { permissionSets: listOf(permissionSets) }),
        ...(permissionSetGroups === undefined ? {} : { permissionSetGroups: listOf(permissionSetGroups) }),
        ...(typeof active === 'boolean' ? { active } : {}),
        ...(typeof frozen === 'boolean' ? { frozen } : {})
    };
}
