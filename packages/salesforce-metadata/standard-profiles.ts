import { readFileSync } from 'node:fs';

/** What a profile of every new org grants. */
export interface StandardProfile {
    /** The user licence that it belongs to. */
    readonly licence: string;
    /** Object rights by object: letters of `CREDVM` (create, read, edit, delete, view all, modify all). */
    readonly objects: Readonly<Record<string, string>>;
    readonly userPermissions: readonly string[];
    /** `Object.Field` that may be read and not changed. */
    readonly readable: readonly string[];
    /** `Object.Field` that may be read and changed. */
    readonly editable: readonly string[];
}

const PROFILES = JSON.parse(readFileSync(new URL('data/standard-profiles.json', import.meta.url), 'utf8')) as Readonly<
    Record<string, StandardProfile>
>;

/** The standard profiles by their names, such as `Minimum Access - API Only Integrations`. */
export const STANDARD_PROFILES: ReadonlyMap<string, StandardProfile> = new Map(Object.entries(PROFILES));
