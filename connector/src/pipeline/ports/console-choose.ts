import type { Preferences } from '../../domain/preferences/preferences.ts';
import type { Inbox, OrgUser, QuoUser } from '../../domain/workspace.ts';

/** Everything that an admin chooses for a connection. */
export interface Chosen {
    readonly preferences: Preferences;
    /** The preferences file of the environment decides, and the console only shows. */
    readonly isFixed: boolean;
    readonly retentionDays: number;
    readonly recordingsNeedSignIn: boolean;
    readonly rehearsingSince?: string;
}

/** Who and what there is to choose among, as far as it is known. */
export interface Offers {
    readonly inboxes: readonly Inbox[];
    readonly quoUsers: readonly QuoUser[];
    readonly orgUsers: readonly OrgUser[];
    /** Quo users whom no Salesforce user matches by email. */
    readonly unmapped: readonly { readonly user: QuoUser; readonly suggestions: readonly OrgUser[] }[];
}

/** One record as it would be in Salesforce. */
export interface Sketch {
    readonly subject: string;
    readonly object: string;
    /** What a person reads first: the Subject of a Task, the title of a Sona record. */
    readonly title: string;
    readonly description: string;
    readonly does: 'create' | 'update' | 'nothing';
    readonly who?: string;
    /** Why, in the chosen language. */
    readonly why?: string;
}

/** Choices as they travel between a sandbox and production. */
export interface Difference {
    readonly key: string;
    readonly now: string;
    readonly then: string;
}

export interface Saving {
    readonly preferences: unknown;
    readonly retentionDays?: number;
    readonly recordingsNeedSignIn?: boolean;
}

/** What an admin chooses. Failures are errors that carry a note. */
export interface Choosing {
    chosen(id: string): Promise<Chosen | undefined>;
    offers(id: string): Promise<Offers>;
    /** @returns the whole, with defaults; checked, not saved */
    read(preferences: unknown): Preferences;
    save(id: string, saving: Saving): Promise<void>;
    /** The newest call that would be logged, drawn with these choices; `undefined` before the first call. */
    sketch(id: string, preferences: Preferences): Promise<Sketch | undefined>;
    /** @returns how many activities are rendered again */
    applyAgain(id: string, days: number): Promise<number>;
    exported(id: string): Promise<string>;
    /** What an import would change. */
    differences(
        id: string,
        text: string
    ): Promise<{ readonly saving: Saving; readonly differences: readonly Difference[] }>;
    rehearse(id: string, on: boolean): Promise<void>;
    /** What would have been written of the newest activities. */
    rehearsal(id: string): Promise<{ readonly sketches: readonly Sketch[]; readonly leads: readonly string[] }>;
}
