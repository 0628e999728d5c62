/** A user that an app works as, as an admin sets one up. */
export interface RunAs {
    readonly username: string;
    readonly profile: string;
    readonly permissionSets: readonly string[];
    /** Developer name of the role; without one, the user stands above nobody. */
    readonly role?: string;
}
