import type { OrgState } from '../org-state.ts';
import { isDeleted, type Row } from '../records/row.ts';

/** Everybody whose role stands below that of a user, at any depth. Without a role, one stands above nobody. */
export function usersBelow(state: OrgState, userId: string): ReadonlySet<string> {
    const users = rowsOf(state, 'User');
    const role = users.find(({ Id }) => Id === userId)?.UserRoleId;
    if (typeof role !== 'string') return new Set();
    const below = rolesBelow(state, role);
    return new Set(users.filter(({ UserRoleId }) => below.has(String(UserRoleId))).map(({ Id }) => String(Id)));
}

/**
 * The queues whose records a user has as if they were their own: those of which they are a member and, where the queue
 * grants access using hierarchies (`DoesIncludeBosses`), those of which somebody below them is one.
 */
export function queuesOf(state: OrgState, userId: string, below: ReadonlySet<string>): ReadonlySet<string> {
    const queues = rowsOf(state, 'Group').filter(({ Type }) => Type === 'Queue');
    const mine = queues.filter((queue) => {
        const members = membersOf(state, String(queue.Id));
        return (
            members.has(userId) ||
            (queue.DoesIncludeBosses === true && [...members].some((member) => below.has(member)))
        );
    });
    return new Set(mine.map(({ Id }) => String(Id)));
}

/** Users who are members of a group by themselves, by a group in it, or by their role. */
function membersOf(state: OrgState, groupId: string, passed: readonly string[] = []): ReadonlySet<string> {
    const members = rowsOf(state, 'GroupMember').filter(({ GroupId }) => GroupId === groupId);
    const ids = members.flatMap(({ UserOrGroupId }) => {
        const id = String(UserOrGroupId);
        if (state.schema.ofId(id)?.name !== 'Group') return [id];
        return passed.includes(id) ? [] : [...membersOf(state, id, [...passed, groupId])];
    });
    return new Set([...ids, ...membersByRole(state, groupId)]);
}

/** A group of type Role, or RoleAndSubordinates…, stands for whoever has the role that it is related to. */
function membersByRole(state: OrgState, groupId: string): string[] {
    const group = rowsOf(state, 'Group').find(({ Id }) => Id === groupId);
    const role = group?.RelatedId;
    if (typeof role !== 'string') return [];
    const roles = new Set([role, ...(String(group?.Type).startsWith('RoleAnd') ? rolesBelow(state, role) : [])]);
    return rowsOf(state, 'User')
        .filter(({ UserRoleId }) => roles.has(String(UserRoleId)))
        .map(({ Id }) => String(Id));
}

function rolesBelow(state: OrgState, role: string): ReadonlySet<string> {
    const roles = rowsOf(state, 'UserRole');
    const below = new Set<string>();
    const pending = [role];
    for (let above = pending.pop(); above !== undefined; above = pending.pop()) {
        for (const { Id, ParentRoleId } of roles) {
            const id = String(Id);
            if (ParentRoleId !== above || below.has(id)) continue;
            below.add(id);
            pending.push(id);
        }
    }
    return below;
}

function rowsOf(state: OrgState, name: string): Row[] {
    const object = state.schema.object(name);
    return object ? [...state.tables.of(object).all()].filter((row) => !isDeleted(row)) : [];
}
