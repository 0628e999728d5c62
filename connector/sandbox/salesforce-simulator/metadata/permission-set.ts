import type { Qualify } from './custom-field.ts';
import { allOf, isTrue, textOf, type Xml } from './xml.ts';

export interface ObjectAccess {
    readonly read: boolean;
    readonly create: boolean;
    readonly edit: boolean;
    readonly delete: boolean;
}

export interface FieldAccess {
    readonly read: boolean;
    readonly edit: boolean;
}

/** What a profile or a permission set grants: by object name, and by the names of field permissions. */
export interface Grants {
    readonly objects: ReadonlyMap<string, ObjectAccess>;
    readonly fields: ReadonlyMap<string, FieldAccess>;
    /** Objects of which every record may be seen, and changed, whoever owns it. */
    readonly viewAll: ReadonlySet<string>;
    readonly modifyAll: ReadonlySet<string>;
    /** `EditTask`, `ViewSetup`… */
    readonly userPermissions: ReadonlySet<string>;
}

export interface PermissionSet extends Grants {
    readonly name: string;
    readonly label: string;
    readonly description: string;
}

/** Reads a `PermissionSet` file. */
export function readPermissionSet(xml: Xml, name: string, qualify: Qualify): PermissionSet {
    const objects = allOf(xml, 'objectPermissions').map((grant): [string, ObjectAccess] => [
        qualify(textOf(grant, 'object') ?? ''),
        {
            read: isTrue(grant, 'allowRead'),
            create: isTrue(grant, 'allowCreate'),
            edit: isTrue(grant, 'allowEdit'),
            delete: isTrue(grant, 'allowDelete')
        }
    ]);
    const fields = allOf(xml, 'fieldPermissions').map((grant): [string, FieldAccess] => [
        (textOf(grant, 'field') ?? '').split('.').map(qualify).join('.'),
        { read: isTrue(grant, 'readable'), edit: isTrue(grant, 'editable') }
    ]);
    const all = (right: string): ReadonlySet<string> =>
        new Set(
            allOf(xml, 'objectPermissions')
                .filter((grant) => isTrue(grant, right))
                .map((grant) => qualify(textOf(grant, 'object') ?? ''))
        );
    const userPermissions = allOf(xml, 'userPermissions')
        .filter((grant) => isTrue(grant, 'enabled'))
        .map((grant) => textOf(grant, 'name') ?? '');
    return {
        name,
        label: textOf(xml, 'label') ?? name,
        description: textOf(xml, 'description') ?? '',
        objects: new Map(objects),
        fields: new Map(fields),
        viewAll: all('viewAllRecords'),
        modifyAll: all('modifyAllRecords'),
        userPermissions: new Set(userPermissions)
    };
}
