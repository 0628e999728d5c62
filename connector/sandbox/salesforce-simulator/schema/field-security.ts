import { hasFieldSecurity } from 'salesforce-metadata/field-security.ts';

/** A field as far as it decides what permissions call it. */
interface Named {
    readonly name: string;
    readonly custom?: unknown;
    readonly compoundFieldName?: unknown;
}

/** Whether field-level security covers a field. Standard fields are as real orgs have them, custom ones as declared. */
export function isPermissionable(object: string, field: Named & { readonly permissionable?: unknown }): boolean {
    if (field.custom === true) return field.permissionable === true;
    const [owner = '', name = ''] = permissionName(object, field).split('.');
    return hasFieldSecurity(owner, name);
}

/**
 * What field permissions call a field: the parts of an address by the address, and a person account's field by the
 * contact's (Salesforce Help, Account Fields: it "inherits the same security setting from the Contact field").
 */
export function permissionName(object: string, { name, custom, compoundFieldName }: Named): string {
    if (custom === true) return `${object}.${name}`;
    const isPart = typeof compoundFieldName === 'string' && compoundFieldName !== 'Name';
    const own = isPart ? compoundFieldName : name;
    return object === 'Account' && /^Person[A-Z]/.test(own)
        ? `Contact.${own.slice('Person'.length)}`
        : `${object}.${own}`;
}
