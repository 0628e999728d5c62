import type { CheckLine } from '../../contracts/org-administration.ts';
import type { KeyProgress } from '../../contracts/stored-values.ts';
import type { ErrorNote } from '../../errors/errors.ts';

export type { CheckLine } from '../../contracts/org-administration.ts';
export type { KeyProgress } from '../../contracts/stored-values.ts';

/** A connection as its admins see it. No secret is in it. */
export interface ConnectionView {
    readonly id: string;
    readonly name: string;
    readonly isFromEnvironment: boolean;
    readonly salesforce?: {
        readonly organization?: string | undefined;
        readonly username?: string | undefined;
        /** Where records open. */
        readonly instanceUrl?: string | undefined;
        readonly loginUrl: string;
    };
    readonly quo?: { readonly name?: string | undefined; readonly organizationId?: string | undefined };
    readonly webhook: { readonly url: string; readonly isOurs: boolean; readonly keys: number };
    readonly pausedBecause?: ErrorNote | undefined;
    /** Until it is tried again. */
    readonly pausedForMs?: number | undefined;
    readonly rehearsingSince?: string | undefined;
    /** Both halves are there. */
    readonly isWhole: boolean;
    /** Calls and conversations that need a person; told in the list alone. */
    readonly parked?: number;
    /** Since the last event of Quo's; told in the list alone. */
    readonly heardMsAgo?: number;
}

/** What was heard of Quo's deliveries. */
export interface Heard {
    /** Since the last one with a good signature. */
    readonly arrivedMsAgo?: number;
    /** Why the last one was refused, when that is newer. */
    readonly refused?: ErrorNote | undefined;
    /** A test event was asked for and has not arrived. */
    readonly isWaiting: boolean;
}

/** Making, testing and ending connections. Failures are errors that carry a note. */
export interface ConnectionUseCases {
    list(): Promise<readonly ConnectionView[]>;
    get(id: string): Promise<ConnectionView | undefined>;
    /** @returns its id */
    add(name: string): Promise<string>;
    /** The external client app that people sign in through. */
    app(): Promise<{ readonly clientId?: string | undefined; readonly isFixed: boolean; readonly callbackUrl: string }>;
    keepApp(app: { readonly clientId: string; readonly clientSecret?: string | undefined }): Promise<void>;
    /** Tests a key, which may take a minute when it is young; resolves early, `keyProgress` tells the rest. */
    tryKey(id: string, key: string): Promise<void>;
    keyProgress(id: string): Promise<KeyProgress | undefined>;
    makeWebhook(id: string): Promise<void>;
    /** @returns how many keys are known now */
    keepWebhookKey(id: string, key: string): Promise<number>;
    dropOldWebhookKeys(id: string): Promise<void>;
    sendTest(id: string): Promise<void>;
    heard(id: string): Promise<Heard>;
    check(id: string): Promise<void>;
    /** `undefined`: never checked. */
    checks(id: string): Promise<{ readonly ageMs: number; readonly lines: readonly CheckLine[] } | undefined>;
    /** Ends a pause now; where its cause is still there, it begins anew after one try. */
    resume(id: string): Promise<void>;
    /** @returns what could not be told to the platforms; everything here is erased all the same */
    disconnect(id: string): Promise<readonly ErrorNote[]>;
    /**
     * Erases a connection that is disconnected, for good; the audit log stays.
     *
     * @param typed its name, typed to confirm
     * @returns how many rows were erased
     */
    remove(id: string, typed: string): Promise<number>;
}
