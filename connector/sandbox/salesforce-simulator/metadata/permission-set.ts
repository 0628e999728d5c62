import type { Qualify } from './custom-field.ts';
import { all, isTrue, trimmed, type Element } from 'salesforce-metadata/xml.ts';

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
    /** Developer names of the custom permissions that it grants. */
    readonly customPermissions: readonly string[];
}

/** Reads a `PermissionSet` file. */
export function readPermissionSet(xml: Element, name: string, qualify: Qualify): PermissionSet {
    const objects = all(xml, 'objectPermissions').map((grant): [string, ObjectAccess] => [
        qualify(trimmed(grant, 'object') ?? ''),
        {
            read: isTrue(grant, 'allowRead'),
            create: isTrue(grant, 'allowCreate'),
            edit: isTrue(grant, 'allowEdit'),
            delete: isTrue(grant, 'allowDelete')
        }
    ]);
    const fields = all(xml, 'fieldPermissions').map((grant): [string, FieldAccess] => [
        (trimmed(grant, 'field') ?? '').split('.').map(qualify).join('.'),
        { read: isTrue(grant, 'readable'), edit: isTrue(grant, 'editable') }
    ]);
    const objectsWith = (right: string): ReadonlySet<string> =>
        new Set(
            all(xml, 'objectPermissions')
                .filter((grant) => isTrue(grant, right))
                .map((grant) => qualify(trimmed(grant, 'object') ?? ''))
        );
    const userPermissions = all(xml, 'userPermissions')
        .filter((grant) => isTrue(grant, 'enabled'))
        .map((grant) => trimmed(grant, 'name') ?? '');
    return {
        name,
        label: trimmed(xml, 'label') ?? name,
        description: trimmed(xml, 'description') ?? '',
        objects: new Map(objects),
        fields: new Map(fields),
        viewAll: objectsWith('viewAllRecords'),
        modifyAll: objectsWith('modifyAllRecords'),
        userPermissions: new Set(userPermissions),
        customPermissions: all(xml, 'customPermissions')
            .filter((grant) => isTrue(grant, 'enabled'))
            .map((grant) => trimmed(grant, 'name') ?? '')
    };
}
