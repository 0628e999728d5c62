import type { ObjectAccess } from '../metadata/permission-set.ts';
import type { SObject } from '../schema/types.ts';

type May = (permission: string) => boolean;
type Granted = (object: string) => ObjectAccess;

export const EVERYTHING: ObjectAccess = { read: true, create: true, edit: true, delete: true };

const GRANTED = new Set(['Account', 'Contact', 'Lead', 'Opportunity']);
/** User permissions that open an object: to look at, and to change. */
const BY_PERMISSION: Readonly<Record<string, readonly [read: string, write: string]>> = {
    Task: ['ActivitiesAccess', 'EditTask'],
    TaskRelation: ['ActivitiesAccess', 'EditTask'],
    TaskWhoRelation: ['ActivitiesAccess', 'EditTask'],
    Event: ['ActivitiesAccess', 'EditEvent'],
    UserRole: ['ViewRoles', 'ManageRoles'],
    Profile: ['ViewSetup', 'ManageProfilesPermissionsets'],
    PermissionSet: ['ViewSetup', 'ManageProfilesPermissionsets'],
    PermissionSetAssignment: ['ViewSetup', 'AssignPermissionSets']
};

/**
 * What a user may do to a standard object whose profile grants nothing. Activities follow user permissions, contact
 * roles the opportunity that they are part of; users, groups and settings are seen by everybody.
 */
export function standardAccess(object: SObject, granted: Granted, may: May): ObjectAccess {
    if (GRANTED.has(object.name)) return granted(object.name);
    if (object.name === 'OpportunityContactRole') {
        const { read, edit } = granted('Opportunity');
        return { read, create: edit, edit, delete: edit };
    }
    const permissions = BY_PERMISSION[object.name];
    if (!permissions) return EVERYTHING;
    const [read, write] = [may(permissions[0]), may(permissions[1])];
    return { read, create: read && write, edit: read && write, delete: read && write };
}

/** Whether field-level security closes the standard fields of an object until a permission set opens them. */
export function isBusinessField(object: SObject): boolean {
    return GRANTED.has(object.name) || object.name === 'Task' || object.name === 'Event';
}
