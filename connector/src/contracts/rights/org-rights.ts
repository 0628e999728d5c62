/**
 * What an org lets one of its users do here: look after the connection, look at how it is doing, listen to recordings.
 * A right that comes through a permission set group counts like one that is assigned alone.
 */
export type OrgRight = 'admin' | 'viewer' | 'listener';

/** A user of an org, as the org tells it now. */
export interface OrgUserRights {
    /** False for who is deactivated, frozen, or no user of the org. */
    readonly isActive: boolean;
    /** Empty unless `isActive`. */
    readonly rights: readonly OrgRight[];
}
