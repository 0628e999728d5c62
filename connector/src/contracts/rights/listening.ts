import type { User } from '../auth.ts';

/** Something that was ended by hand, and may be let again. */
export interface EndedListening {
    readonly kind: 'call' | 'person';
    /** The id of the call, or of the text, at Quo; the user's id in Salesforce: 15 characters, which its 18 begin with. */
    readonly subject: string;
    /** As people call it. */
    readonly name: string;
    /** Who ended it. */
    readonly actor: string;
    /** ISO 8601. */
    readonly at: string;
}

/** Who holds the right to listen in an org. */
export interface OrgListeners {
    /** Ids of active users; of users known as frozen, none. */
    readonly userIds: readonly string[];
    /** Whether the org tells who is frozen: to users who may manage users alone. */
    readonly seesFrozen: boolean;
}

/** What decides over recordings, beside what Salesforce says. Read at every play, so that an end is one everywhere at once. */
export interface ListeningStore {
    /**
     * What in-place addresses are made with, by connection. One that has none yet is given `fresh`.
     *
     * @param connections ids
     * @param fresh a new generation: a text that was never used before
     */
    generations(connections: readonly string[], fresh: () => string): Promise<ReadonlyMap<string, string>>;
    generation(connection: string): Promise<string | undefined>;
    /** Ends every in-place address that was made before. */
    renew(connection: string, fresh: string): Promise<void>;
    /**
     * Keeps who holds the right by now. Where somebody held it before who no longer does, every in-place address ends:
     * they may have kept some. The first time nobody is missing.
     *
     * @returns `ended`: addresses did
     */
    keepListeners(connection: string, userIds: readonly string[], fresh: string): Promise<'kept' | 'ended'>;
    /** The latest first. */
    ended(connection: string): Promise<readonly EndedListening[]>;
    end(connection: string, what: Omit<EndedListening, 'at'>): Promise<void>;
    /** @returns whether it was ended before */
    letAgain(connection: string, kind: EndedListening['kind'], subject: string): Promise<boolean>;
}

/** What somebody wants to hear or to see, and how they came. */
export interface Wish {
    readonly connection: string;
    /** Of the call, or of the text that a photo came with. */
    readonly quoId: string;
    /** Of an address that plays in place: the day of the call or texts in days since 1970, and what it was made with. */
    readonly inPlace?: { readonly day: number; readonly generation: string } | undefined;
    /** Who is signed in, and since when, in milliseconds since the epoch. */
    readonly signedIn?: { readonly user: User; readonly sinceMs: number } | undefined;
    /** Who looks at the Salesforce page, as the page says: it can take a right away, and gives none. */
    readonly said?: string | undefined;
}

/** Whether it plays. */
export type Verdict =
    | {
          readonly plays: true;
          /** As the audit log names them. */
          readonly listener: string;
          readonly by: 'sign-in' | 'in-place' | 'link';
          /** The user in Salesforce; in place, as the page said. */
          readonly userId?: string | undefined;
      }
    /** They must sign in first. */
    | { readonly plays: false; readonly code?: undefined }
    | { readonly plays: false; readonly code: 'WEB-RECORDING-RIGHT' | 'WEB-RECORDING-ENDED' | 'WEB-RECORDING-UNSURE' };

/** What the page about listening shows. */
export interface ListeningView {
    /** `false`: recordings play for whoever has the link. */
    readonly needsSignIn: boolean;
    readonly inPlaceDays: number;
    /** Whether anybody can sign in at all. */
    readonly hasApp: boolean;
    readonly ended: readonly EndedListening[];
    /** Absent, like the next: the org could not be asked for ten minutes, and nobody listens. */
    readonly listeners?: readonly { readonly id: string; readonly name: string }[];
    readonly seesFrozen?: boolean;
}

/** Failures are errors that carry a note. */
export interface ListeningUseCases {
    /** Lists users by asking the org: one API call. */
    view(connection: string): Promise<ListeningView>;
    /**
     * Nothing of these calls and texts plays or is shown any more, to anybody.
     *
     * @param typed Quo's id of a call or text, or a text with links to recordings and photos, such as a whole Description
     * @returns the ids, separated by commas @throws {CodedError} `WEB-LISTENING-CALL`
     */
    endCall(connection: string, typed: string, actor: string): Promise<string>;
    /**
     * Nothing plays for this person any more, and every address ends that plays in place: they may have kept some.
     *
     * @param typed a username, an email or an id @returns the id @throws {CodedError} `WEB-LISTENING-PERSON`
     */
    endPerson(connection: string, typed: string, actor: string): Promise<string>;
    /** Ends every address that plays in place; those of the last days are written anew. */
    endAll(connection: string, actor: string): Promise<void>;
    letAgain(connection: string, kind: EndedListening['kind'], subject: string): Promise<boolean>;
}
