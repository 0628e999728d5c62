import type { FieldAccess, ObjectAccess, PermissionSet } from '../metadata/permission-set.ts';
import type { Field, SObject } from '../schema/types.ts';
import { EVERYTHING, isBusinessField, standardAccess } from './standard-access.ts';

/** What one session may see and do. */
export interface Access {
    /** The same for sessions with the same rights. */
    readonly name: string;
    object(object: SObject): ObjectAccess;
    field(object: SObject, field: Field): FieldAccess;
    /** Whether every record of the object may be seen, or changed, whoever owns it. */
    all(object: SObject, what: 'view' | 'modify'): boolean;
    /** A user permission such as `ViewSetup`. */
    may(permission: string): boolean;
}

/** `standard`: the profile grants the standard objects. `minimum`: it grants nothing but the API. */
export type Profile = 'standard' | 'minimum';

const OPEN: FieldAccess = { read: true, edit: true };
const CLOSED: FieldAccess = { read: false, edit: false };

/** An administrator with "Modify All Data". */
export const unrestricted: Access = {
    name: 'unrestricted',
    object: () => EVERYTHING,
    field: () => OPEN,
    all: () => true,
    may: () => true
};

/**
 * A user whose permission sets grant everything custom. What is standard the profile grants, which a packaged permission
 * set cannot; under the profile `minimum`, permission sets must grant that too.
 */
export function accessOf(permissionSets: readonly PermissionSet[], profile: Profile = 'standard'): Access {
    const may = (permission: string): boolean =>
        profile === 'standard' || permissionSets.some(({ userPermissions }) => userPermissions.has(permission));
    const granted = (name: string): ObjectAccess => {
        const grants = permissionSets.flatMap((set) => set.objects.get(name) ?? []);
        const any = (right: keyof ObjectAccess): boolean => grants.some((grant) => grant[right]);
        return { read: any('read'), create: any('create'), edit: any('edit'), delete: any('delete') };
    };
    return {
        name: [profile, ...permissionSets.map((set) => set.name)].join(','),
        may,
        all: (object, what) =>
            permissionSets.some(
                ({ viewAll, modifyAll, userPermissions }) =>
                    modifyAll.has(object.name) ||
                    userPermissions.has('ModifyAllData') ||
                    (what === 'view' && (viewAll.has(object.name) || userPermissions.has('ViewAllData')))
            ),
        object: (object) => {
            if (object.custom) return granted(object.name);
            return profile === 'standard' ? EVERYTHING : standardAccess(object, granted, may);
        },
        field: (object, field) => {
            const isGuarded = field.custom || (profile === 'minimum' && isBusinessField(object));
            if (!isGuarded || !field.permissionable) return OPEN;
            const grants = permissionSets.flatMap((set) => set.fields.get(`${object.name}.${field.name}`) ?? []);
            return grants.reduce(
                (sum, grant) => ({ read: sum.read || grant.read, edit: sum.edit || grant.edit }),
                CLOSED
            );
        }
    };
}
