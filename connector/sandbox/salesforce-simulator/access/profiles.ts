import { STANDARD_PROFILES, type StandardProfile } from 'salesforce-metadata/standard-profiles.ts';
import type { FieldAccess, Grants, ObjectAccess } from '../metadata/permission-set.ts';

/** The profile whose users may do everything. */
export const ADMINISTRATOR = 'System Administrator';
/** The profile of people who nobody gave another one. */
export const STANDARD_USER = 'Standard User';
/** The names of the profiles that this org has. */
const PROFILE_NAMES: readonly string[] = [...STANDARD_PROFILES.keys()];

/** @throws {Error} for a profile that the org does not have */
export function requireProfile(name: string): string {
    if (STANDARD_PROFILES.has(name)) return name;
    throw new Error(`Unknown profile: ${JSON.stringify(name)}. There are ${PROFILE_NAMES.join(', ')}.`);
}

/** What a profile grants. Packaged objects and fields are no part of a standard profile. @throws {Error} when there is none */
export function profileGrants(name: string): Grants {
    const profile = STANDARD_PROFILES.get(requireProfile(name)) as StandardProfile;
    const objects = Object.entries(profile.objects);
    const having = (letter: string): ReadonlySet<string> =>
        new Set(objects.filter(([, letters]) => letters.includes(letter)).map(([object]) => object));
    return {
        objects: new Map(objects.map(([object, letters]) => [object, objectAccess(letters)])),
        fields: new Map([
            ...profile.readable.map((field): [string, FieldAccess] => [field, { read: true, edit: false }]),
            ...profile.editable.map((field): [string, FieldAccess] => [field, { read: true, edit: true }])
        ]),
        viewAll: having('V'),
        modifyAll: having('M'),
        userPermissions: new Set(profile.userPermissions)
    };
}

function objectAccess(letters: string): ObjectAccess {
    const has = (letter: string): boolean => letters.includes(letter);
    return { read: has('R'), create: has('C'), edit: has('E'), delete: has('D') };
}
