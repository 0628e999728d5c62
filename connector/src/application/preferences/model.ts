import type { Pairing } from '../../domain/people/ownership.ts';
import type { Preferences } from '../../domain/preferences/preferences.ts';
import type { Inbox, OrgUser, QuoUser } from '../../domain/workspace.ts';
import type { OrgFields, OrgQueue } from '../../contracts/org-administration.ts';

export type { FillableField, OrgField, OrgFields } from '../../contracts/org-administration.ts';

/** Everything that an admin chooses for a connection. */
export interface CurrentPreferences {
    readonly preferences: Preferences;
    /** The preferences file of the environment decides, and the console only shows. */
    readonly isFixed: boolean;
    readonly retentionDays: number;
    readonly recordingsNeedSignIn: boolean;
    readonly recordingsInPlaceDays: number;
    readonly rehearsingSince?: string | undefined;
}

/** Who and what there is to choose among, as far as it is known. */
export interface PreferenceOptions {
    readonly inboxes: readonly Inbox[];
    readonly quoUsers: readonly QuoUser[];
    readonly orgUsers: readonly OrgUser[];
    /** That can own Tasks; absent while the org could not be asked. */
    readonly orgQueues?: readonly OrgQueue[];
    /** Everybody in Quo with their Salesforce user, with what is saved. */
    readonly pairings: readonly Pairing[];
    /** Absent while the org could not be asked. */
    readonly fields?: OrgFields;
    /** What callers were asked by Sona lately. */
    readonly questions: readonly SonaQuestion[];
}

export interface SonaQuestion {
    readonly job: string;
    readonly question: string;
}

/** Why a value of the form cannot be saved. */
export interface Fault {
    /** Which preference, from the outside inwards: `users.US1`, `sonaFields.0.field`. */
    readonly at: string;
    readonly why: 'value' | 'inactive' | 'nobody' | 'incomplete' | 'no-field' | 'no-closed' | 'no-record';
    readonly seen: string;
}

/** One record as it would be in Salesforce. */
export interface RecordPreview {
    readonly activityKey: string;
    readonly object: string;
    /** What a person reads first: the Subject of a Task, the title of a Sona record. */
    readonly title: string;
    /** The same as it was written last. */
    readonly was?: string;
    readonly description: string;
    readonly does: 'create' | 'update' | 'nothing';
    /** The name of who owns it; absent: the integration user. */
    readonly owner?: string;
    readonly who?: string;
    /** Why, in the chosen language. */
    readonly why?: string;
}

/** What rendering again would come to. */
export interface RerenderPreview {
    readonly days: number;
    /** Calls and conversations of these days. */
    readonly activities: number;
    /** Of these, the newest, which were looked at. */
    readonly looked: number;
    /** One for each record of those. */
    readonly recordPreviews: readonly RecordPreview[];
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
    readonly recordingsInPlaceDays?: number;
}

/** What an admin chooses. Failures are errors that carry a note. */
export interface PreferenceUseCases {
    chosen(id: string): Promise<CurrentPreferences | undefined>;
    options(id: string): Promise<PreferenceOptions>;
    /** @returns the whole, with defaults; checked, not saved */
    read(preferences: unknown): Preferences;
    /** What is wrong with it, value by value. */
    faults(id: string, saving: Saving): Promise<readonly Fault[]>;
    /**
     * @returns whether everybody is to be put into Quo from now on: that is not saved, because it is confirmed where it is
     * told what it takes
     */
    save(id: string, saving: Saving): Promise<{ readonly asksForEverybody: boolean }>;
    /** The newest call that would be logged, drawn with these choices; `undefined` before the first call. */
    recordPreview(id: string, preferences: Preferences): Promise<RecordPreview | undefined>;
    /** What rendering the last days again would change; nothing is written. */
    rerenderPreview(id: string, days: number): Promise<RerenderPreview>;
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
    rehearsal(
        id: string
    ): Promise<{ readonly recordPreviews: readonly RecordPreview[]; readonly leads: readonly string[] }>;
}
