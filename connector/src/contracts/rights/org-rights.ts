/**
 * What an org lets one of its users do here: look after the connection, look at how it is doing. Who may listen is asked
 * by another question: `OrgListeners`.
 * A right that comes through a permission set group counts like one that is assigned alone.
 */
export type OrgRight = 'admin' | 'viewer';

/** A user of an org, as the org tells it now. */
export interface OrgUserRights {
    /** False for who is deactivated, frozen, or no user of the org. */
    readonly isActive: boolean;
    /** Empty unless `isActive`. */
    readonly rights: readonly OrgRight[];
}
