import { requireProfile } from '../access/profiles.ts';
import type { OrgState } from '../org-state.ts';
import { idOf, type Row } from '../records/row.ts';
import { assignProfileSet } from '../access/profile-sets.ts';
import { findRow, rowNamed, type Insert } from './insert.ts';
import { assignGroup } from './permission-set-group.ts';
import type { RunAs } from './run-as.ts';
import { userValues } from './user-values.ts';

/** What an admin decides about a user; what is left out stays as it is. */
export type UserSetUp = Pick<RunAs, 'username'> &
    Partial<RunAs> & {
        /** Developer names of permission set groups. */
        readonly permissionSetGroups?: readonly string[];
        readonly active?: boolean;
        readonly frozen?: boolean;
    };

/**
 * Gives a user a profile, a role and these permission sets alone; makes the user when there is none of that name.
 *
 * @returns the user's id
 * @throws {Error} for a profile, a role or a permission set that the org does not have
 */
export function setUpUser(
    state: OrgState,
    insert: Insert,
    { username, profile, role, permissionSets, permissionSetGroups = [], active, frozen }: UserSetUp
): string {
    const values: Row = {
        ...(profile === undefined ? {} : { ProfileId: rowNamed(state, 'Profile', 'Name', requireProfile(profile)).Id }),
        ...(role === undefined ? {} : { UserRoleId: rowNamed(state, 'UserRole', 'DeveloperName', role).Id }),
        ...(active === undefined ? {} : { IsActive: active })
    };
    const sets = permissionSets?.map((name) => idOf(rowNamed(state, 'PermissionSet', 'Name', name)));
    const known = findRow(state, 'User', 'Username', username);
    const id = known ? idOf(known) : insert('User', { ...newUser(state, username), ...values });
    const user = rowNamed(state, 'User', 'Id', id);
    const users = state.schema.object('User');
    if (users) state.tables.of(users).change(user, values);
    assignProfileSet(state, user);
    if (sets) {
        takeSetsAway(state, id);
        for (const PermissionSetId of sets) insert('PermissionSetAssignment', { PermissionSetId, AssigneeId: id });
    }
    for (const group of permissionSetGroups) assignGroup(state, insert, id, group);
    if (frozen !== undefined) freeze(state, insert, id, frozen);
    return id;
}

/** Frozen is still active (Object Reference, UserLogin). */
function freeze(state: OrgState, insert: Insert, UserId: string, IsFrozen: boolean): void {
    const known = findRow(state, 'UserLogin', 'UserId', UserId);
    const object = state.schema.object('UserLogin');
    if (known && object) state.tables.of(object).change(known, { IsFrozen });
    else insert('UserLogin', { UserId, IsFrozen, IsPasswordLocked: false });
}

/** All but the one of the profile. */
function takeSetsAway(state: OrgState, userId: string): void {
    const assignments = state.schema.object('PermissionSetAssignment');
    const table = assignments && state.tables.of(assignments);
    for (const one of [...(table?.all() ?? [])]) {
        const set = rowNamed(state, 'PermissionSet', 'Id', String(one.PermissionSetId));
        if (one.AssigneeId === userId && set.IsOwnedByProfile !== true) table?.erase(one);
    }
}

/** `quo.integration@acme.com` is Quo Integration. */
function newUser(state: OrgState, username: string): Row {
    const own = username.split('@')[0] as string;
    const [first = '', ...others] = own.split('.').map((part) => part.charAt(0).toUpperCase() + part.slice(1));
    return {
        ...userValues(state, username, { first, last: others.join(' ') || 'User' }),
        Alias: own.slice(0, 8),
        CommunityNickname: own.slice(0, 40)
    };
}
