import type { ErrorNote } from '../errors/errors.ts';

/** Sessions of the console, kept where every process finds them. The browser alone knows the token. */
export interface SessionStore {
    create(session: {
        readonly connection?: string;
        readonly data: Readonly<Record<string, unknown>>;
        readonly forMs: number;
    }): Promise<string>;
    read(
        token: string
    ): Promise<
        | { readonly data: Readonly<Record<string, unknown>>; readonly expiresInMs: number; readonly ageMs: number }
        | undefined
    >;
    update(token: string, change: { readonly data: Readonly<Record<string, unknown>> }): Promise<boolean>;
    prolong(token: string, forMs: number): Promise<void>;
    delete(token: string): Promise<void>;
    /** @returns how many there were */
    deleteEverybody(): Promise<number>;
}

/** Who is signed in, and to what. */
export interface User {
    /** As the audit log names them: a username of Salesforce, or `admin token`. */
    readonly actor: string;
    /** Connections that they look after. */
    readonly admin: 'all' | readonly string[];
    /** Connections whose health and activities they may look at; absent: none. */
    readonly viewer?: readonly string[] | undefined;
    /** Connections whose org they belong to: they may listen to recordings. */
    readonly member: readonly string[];
    /** Of who came through Salesforce: whose rights there are looked at again from time to time. */
    readonly identity?: { readonly userId: string; readonly organizationId: string } | undefined;
}

/** Whether somebody looks after this connection. */
export function isAdminOf(user: User | undefined, connection: string): boolean {
    return user !== undefined && (user.admin === 'all' || user.admin.includes(connection));
}

/** Whether somebody may look at how this connection is doing. */
export function isViewerOf(user: User | undefined, connection: string): boolean {
    return isAdminOf(user, connection) || user?.viewer?.includes(connection) === true;
}

/** Whether somebody belongs to this connection's org. */
export function isMemberOf({ member }: User, connection: string): boolean {
    return member.includes(connection);
}

/** What is kept between the two halves of a sign-in at Salesforce; never leaves the server. */
export interface Pending {
    readonly purpose: 'sign-in' | 'connect';
    readonly loginUrl: string;
    readonly state: string;
    readonly codeVerifier: string;
    /** Which connection is being connected. */
    readonly connection?: string | undefined;
    /** The local path to go to afterwards. */
    readonly to?: string | undefined;
    /** Their own token is asked what they may do: nobody else could be. */
    readonly withOwnRights?: boolean | undefined;
}

/** Who came in, and when Salesforce last said what they may do, in milliseconds since the epoch. */
export interface SignedIn {
    readonly user: User;
    readonly provenAtMs: number;
}

/** What a session is worth by now. */
export type Standing =
    | ({ readonly state: 'valid' } & SignedIn)
    /** They may do nothing any more: the note says why. */
    | { readonly state: 'ended'; readonly note: ErrorNote }
    /** Nobody can be asked; what was proven before holds for ten minutes. */
    | { readonly state: 'unknown' };

/** Signing in with Salesforce. Failures are errors that carry a note. */
export interface SignInUseCases {
    /** Whether the external client app is known. */
    hasApp(): Promise<boolean>;
    /** @param typed production, sandbox, a My Domain or its address */
    begin(
        typed: string,
        wanted: Pick<Pending, 'purpose' | 'connection' | 'to' | 'withOwnRights'>
    ): Promise<{ readonly pending: Pending; readonly url: string }>;
    /**
     * Who came back. Their token is used for that alone, and revoked.
     *
     * @returns `undefined`: nobody could tell what they may do; they are to come again, with `withOwnRights`
     */
    whoIs(query: URLSearchParams, pending: Pending): Promise<SignedIn | undefined>;
    /** What a user may do by now. */
    again(user: User): Promise<Standing>;
    /** Connects the org whose user came back. */
    connect(query: URLSearchParams, pending: Pending): Promise<void>;
}

/** The note that an error carries, whatever its class: `CodedError`, `OrgUnavailable`. */
export function noteIn(error: unknown): ErrorNote | undefined {
    if (!(error instanceof Error) || !('note' in error)) return undefined;
    const { note } = error;
    return typeof note === 'object' && note !== null && 'code' in note ? (note as ErrorNote) : undefined;
}

export type Audit = (
    connection: string,
    entry: { readonly actor: string; readonly action: string; readonly detail?: Readonly<Record<string, unknown>> }
) => Promise<void>;

/** Attempts that a caller may make. */
interface Limit {
    /** Counts one attempt. @returns false once there were too many */
    take(caller: string): Promise<boolean>;
    /** Whether this process knows, without asking anybody, that the caller has had all of theirs. */
    isSpent(caller: string): boolean;
    /** What the caller did was right: their attempts do not count. */
    forgive(caller: string): Promise<void>;
}

/** @param attempts allowed within `seconds`, to each caller, by the name of the door */
export type LimitOf = (name: string, attempts: number, seconds: number) => Limit;
