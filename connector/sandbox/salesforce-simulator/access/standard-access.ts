import type { ObjectAccess } from '../metadata/permission-set.ts';
import type { SObject } from '../schema/types.ts';

type May = (permission: string) => boolean;
type Granted = (object: string) => ObjectAccess;

export const EVERYTHING: ObjectAccess = { read: true, create: true, edit: true, delete: true };

/** Standard objects that profiles and permission sets grant by name. */
const GRANTED = new Set(['Account', 'Contact', 'Lead', 'Opportunity', 'Case']);
/** User permissions that open an object: one of those to look at it, and the one to change it. */
const BY_PERMISSION: Readonly<Record<string, readonly [read: readonly string[], write: string]>> = {
    Task: [['ActivitiesAccess'], 'EditTask'],
    TaskRelation: [['ActivitiesAccess'], 'EditTask'],
    TaskWhoRelation: [['ActivitiesAccess'], 'EditTask'],
    Event: [['ActivitiesAccess'], 'EditEvent'],
    // Object Reference, "Special Access Rules" of each.
    User: [[], 'ManageUsers'],
    Group: [[], 'ManageUsers'],
    GroupMember: [[], 'ManageUsers'],
    QueueSobject: [[], 'ManageUsers'],
    UserRole: [['ViewRoles'], 'ManageRoles'],
    EntityDefinition: [['ViewSetup'], 'ModifyMetadata'],
    CspTrustedSite: [['ViewSetup'], 'CustomizeApplication'],
    Profile: [['ViewSetup', 'ManageProfilesPermissionsets'], 'ManageProfilesPermissionsets'],
    PermissionSet: [
        ['ViewSetup', 'AssignPermissionSets', 'ManageProfilesPermissionsets'],
        'ManageProfilesPermissionsets'
    ],
    CustomPermission: [
        ['ViewSetup', 'ManageSessionPermissionSetActivations', 'AssignPermissionSets'],
        'ManageProfilesPermissionsets'
    ],
    SetupEntityAccess: [
        ['ViewSetup', 'AssignPermissionSets', 'ManageProfilesPermissionsets'],
        'ManageProfilesPermissionsets'
    ],
    PermissionSetGroup: [['ViewSetup'], 'ManageProfilesPermissionsets'],
    PermissionSetGroupComponent: [['ViewSetup'], 'ManageProfilesPermissionsets'],
    UserLogin: [['ManageUsers'], 'ManageUsers'],
    PermissionSetAssignment: [['ViewSetup', 'AssignPermissionSets', 'ManageUsers'], 'AssignPermissionSets']
};

/**
 * What a user may do to a standard object. Activities follow user permissions, contact roles the opportunity that they
 * are part of; users and groups are seen by everybody, and so are settings.
 */
export function standardAccess(object: SObject, granted: Granted, may: May): ObjectAccess {
    if (GRANTED.has(object.name)) return granted(object.name);
    if (object.name === 'OpportunityContactRole') {
        const { read, edit } = granted('Opportunity');
        return { read, create: edit, edit, delete: edit };
    }
    const permissions = BY_PERMISSION[object.name];
    if (!permissions) return EVERYTHING;
    const [readers, writer] = permissions;
    const read = readers.length === 0 || readers.some(may);
    const write = read && may(writer);
    return { read, create: write, edit: write, delete: write };
}
