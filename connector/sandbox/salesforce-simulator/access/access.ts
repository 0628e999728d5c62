import type { FieldAccess, Grants, ObjectAccess } from '../metadata/permission-set.ts';
import { permissionName } from '../schema/field-security.ts';
import type { Field, SObject } from '../schema/types.ts';
import { EVERYTHING, standardAccess } from './standard-access.ts';

/** What a user may see and do, whatever the record: objects, fields, user permissions. */
export interface Access {
    /** The same for users with the same rights. */
    readonly name: string;
    object(object: SObject): ObjectAccess;
    field(object: SObject, field: Field): FieldAccess;
    /** Whether every record of the object may be seen, or changed, whoever owns it. */
    all(object: SObject, what: 'view' | 'modify'): boolean;
    /** A user permission such as `ViewSetup`. */
    may(permission: string): boolean;
}

const OPEN: FieldAccess = { read: true, edit: true };
const CLOSED: FieldAccess = { read: false, edit: false };

/** An administrator with "Modify All Data", for whom the package was installed. */
export const unrestricted: Access = {
    name: 'unrestricted',
    object: () => EVERYTHING,
    field: () => OPEN,
    all: () => true,
    may: () => true
};

/**
 * What a profile and permission sets grant together: each adds, none takes away.
 *
 * @param name the same for the same grants
 */
export function accessOf(name: string, grants: readonly Grants[]): Access {
    const may = (permission: string): boolean => grants.some((one) => one.userPermissions.has(permission));
    const all = (object: SObject, what: 'view' | 'modify'): boolean =>
        may('ModifyAllData') ||
        grants.some(({ modifyAll }) => modifyAll.has(object.name)) ||
        (what === 'view' && (may('ViewAllData') || grants.some(({ viewAll }) => viewAll.has(object.name))));
    const granted = (object: string): ObjectAccess => {
        if (may('ModifyAllData')) return EVERYTHING;
        const own = grants.flatMap((one) => one.objects.get(object) ?? []);
        const any = (right: keyof ObjectAccess): boolean => own.some((grant) => grant[right]);
        const read = any('read') || may('ViewAllData');
        return { read, create: any('create'), edit: any('edit'), delete: any('delete') };
    };
    const fieldAccess = (object: SObject, field: Field): FieldAccess => {
        if (!field.permissionable) return OPEN;
        const key = permissionName(object.name, field);
        return grants
            .flatMap((one) => one.fields.get(key) ?? [])
            .reduce((sum, grant) => ({ read: sum.read || grant.read, edit: sum.edit || grant.edit }), CLOSED);
    };
    // Every value of every record asks: each answer is worked out once.
    const fields = new WeakMap<Field, FieldAccess>();
    const objects = new WeakMap<SObject, ObjectAccess>();
    const everyRecord = { view: new WeakMap<SObject, boolean>(), modify: new WeakMap<SObject, boolean>() };
    return {
        name,
        may,
        all: (object, what) => remember(everyRecord[what], object, () => all(object, what)),
        object: (object) =>
            remember(objects, object, () =>
                object.custom ? granted(object.name) : standardAccess(object, granted, may)
            ),
        field: (object, field) => remember(fields, field, () => fieldAccess(object, field))
    };
}

function remember<Key extends object, Value>(known: WeakMap<Key, Value>, key: Key, work: () => Value): Value {
    const found = known.get(key);
    if (found !== undefined) return found;
    const value = work();
    known.set(key, value);
    return value;
}
