import type { FieldAccess, ObjectAccess, PermissionSet } from '../metadata/permission-set.ts';
import type { Field, SObject } from '../schema/types.ts';

/** What one session may see and do. */
export interface Access {
    /** The same for sessions with the same rights. */
    readonly name: string;
    object(object: SObject): ObjectAccess;
    field(object: SObject, field: Field): FieldAccess;
}

const EVERYTHING: ObjectAccess = { read: true, create: true, edit: true, delete: true };
const NOTHING: ObjectAccess = { read: false, create: false, edit: false, delete: false };
const OPEN: FieldAccess = { read: true, edit: true };
const CLOSED: FieldAccess = { read: false, edit: false };

/** An administrator with "Modify All Data". */
export const unrestricted: Access = { name: 'unrestricted', object: () => EVERYTHING, field: () => OPEN };

/**
 * A user whose profile grants the standard objects and fields, and whose permission sets grant everything custom.
 * A packaged permission set can grant no more than that.
 */
export function accessOf(permissionSets: readonly PermissionSet[]): Access {
    return {
        name: permissionSets.map((set) => set.name).join(','),
        object: (object) => {
            if (!object.custom) return EVERYTHING;
            const grants = permissionSets.flatMap((set) => set.objects.get(object.name) ?? []);
            return grants.reduce(
                (sum, grant) => ({
                    read: sum.read || grant.read,
                    create: sum.create || grant.create,
                    edit: sum.edit || grant.edit,
                    delete: sum.delete || grant.delete
                }),
                NOTHING
            );
        },
        field: (object, field) => {
            if (!field.custom || !field.permissionable) return OPEN;
            const grants = permissionSets.flatMap((set) => set.fields.get(`${object.name}.${field.name}`) ?? []);
            return grants.reduce(
                (sum, grant) => ({ read: sum.read || grant.read, edit: sum.edit || grant.edit }),
                CLOSED
            );
        }
    };
}
