/** A Quo phone number, as people see it in the app. */
export interface Inbox {
    /** `PN…` */
    readonly id: string;
    readonly name: string;
    readonly number: string;
    readonly symbol?: string | undefined;
}

/** A person of the Quo workspace. Sona (`SYU…`) is none. */
export interface QuoUser {
    /** `US…` */
    readonly id: string;
    readonly email?: string | undefined;
    readonly firstName?: string | undefined;
    readonly lastName?: string | undefined;
}

/** A Salesforce user who can own a Task. */
export interface OrgUser {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly username?: string;
    readonly isActive: boolean;
}

/** What the org calls a task that is done, and how it ranks tasks: read from the org, because admins rename them. */
export interface TaskValues {
    /** Absent: none of the statuses is closed. */
    readonly closedStatus?: string;
    readonly priority: string;
    /** Every status that a task may have, in the org's order. */
    readonly statuses: readonly string[];
}

export interface TaskPicklists extends TaskValues {
    /** Of the record types that were asked for, by id. */
    readonly recordTypes?: Readonly<Record<string, TaskValues>>;
}

/** Sona is a system actor; Quo's API answers 400 when asked for it as a user. */
export function isSona(actorId: string | undefined): boolean {
    return actorId !== undefined && actorId.startsWith('SY');
}
