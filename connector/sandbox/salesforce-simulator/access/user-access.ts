import type { PermissionSet } from '../metadata/permission-set.ts';
import type { OrgState } from '../org-state.ts';
import type { Row } from '../records/row.ts';
import { accessOf, unrestricted, type Access } from './access.ts';
import { ADMINISTRATOR, profileGrants } from './profiles.ts';

/** What a user's profile and the permission sets assigned to them allow. */
export function accessOfUser(state: OrgState, userId: string): Access {
    const profile = String(rowOf(state, 'Profile', rowOf(state, 'User', userId)?.ProfileId)?.Name);
    return accessWith(state.permissionSets, profile, assignedSets(state, userId));
}

/** What a profile and permission sets allow, by their names; sets that the org does not have allow nothing. */
export function accessWith(sets: readonly PermissionSet[], profile: string, names: readonly string[]): Access {
    if (profile === ADMINISTRATOR) return unrestricted;
    const held = sets.filter(({ name }) => names.includes(name));
    const name = [profile, ...held.map((set) => set.name)].join(',');
    const ofSets = known.get(sets) ?? new Map<string, Access>();
    known.set(sets, ofSets);
    const access = ofSets.get(name) ?? accessOf(name, [profileGrants(profile), ...held]);
    ofSets.set(name, access);
    return access;
}

/** Rights are asked at every request and change with a deploy only, which brings another list of sets. */
const known = new WeakMap<readonly PermissionSet[], Map<string, Access>>();

function assignedSets(state: OrgState, userId: string): string[] {
    const assignments = state.schema.object('PermissionSetAssignment');
    if (!assignments) return [];
    return [...state.tables.of(assignments).all()]
        .filter(({ AssigneeId, ExpirationDate }) => AssigneeId === userId && !isPast(ExpirationDate, state.now()))
        .flatMap(({ PermissionSetId, PermissionSetGroupId }) => [
            PermissionSetId,
            ...setsOfGroup(state, PermissionSetGroupId)
        ])
        .map((id) => String(rowOf(state, 'PermissionSet', id)?.Name));
}

function isPast(until: unknown, now: number): boolean {
    return typeof until === 'string' && Date.parse(until) <= now;
}

/** An assignment of a group gives what each of its sets gives. */
function setsOfGroup(state: OrgState, groupId: unknown): unknown[] {
    const components = state.schema.object('PermissionSetGroupComponent');
    if (!components || typeof groupId !== 'string') return [];
    return [...state.tables.of(components).all()]
        .filter(({ PermissionSetGroupId }) => PermissionSetGroupId === groupId)
        .map(({ PermissionSetId }) => PermissionSetId);
}

function rowOf(state: OrgState, name: string, id: unknown): Row | undefined {
    const object = state.schema.object(name);
    return object && typeof id === 'string' ? state.tables.of(object).get(id) : undefined;
}
