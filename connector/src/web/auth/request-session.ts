import { randomBytes } from 'node:crypto';
import type { Request, Response } from 'express';
import { z } from 'zod';
import type { ErrorNote } from '../../errors/errors.ts';
import { isLanguage, type Language } from '../../locales/catalogue.ts';
import type { Pending, SessionStore, SignedIn, Standing, User } from '../../contracts/auth.ts';
import { formToken, tokenMark } from './constant-time.ts';
import { cookieOf, cookies, setCookie } from './cookies.ts';
import { browserLanguage } from '../language.ts';

const HOUR = 3_600_000;
const MINUTE = 60_000;
/** Nobody stays signed in for longer, whatever they do … */
const SIGNED_IN_FOR = 8 * HOUR;
/** … nor after they have done nothing for so long. */
const IDLE_FOR = HOUR;
/** A busy user costs one statement in so many minutes. */
const PROLONG_EVERY = 5 * MINUTE;
/** Rights are looked at again so often … */
const LOOK_AGAIN_EVERY = 5 * MINUTE;
/** … and whoever's nobody could confirm for so long has none: what Salesforce does not answer keeps nobody in. */
const PROOF_HOLDS = 10 * MINUTE;
const SIGN_IN_TAKES = 10 * MINUTE;

/** Pages that keep themselves fresh say so: nobody did anything. */
const UNATTENDED = 'x-unattended';

/** One request to the console: by whom, in which language, with which session. */
export interface RequestSession {
    readonly user?: User | undefined;
    readonly pending?: Pending | undefined;
    readonly language: Language;
    /** For the hidden field of every form. */
    readonly formToken: string;
    /** Why somebody is signed out whom this session was of. */
    readonly ended?: ErrorNote | undefined;
    /** What the last change came to, shown once. */
    readonly flash?: Flash | undefined;
}

interface Flash {
    /** A failure, or what an admin should know. */
    readonly notes: readonly ErrorNote[];
    /** Something went well; the page knows what. */
    readonly done?: string | undefined;
    /** A count that belongs to it. */
    readonly count?: number | undefined;
}

export interface RequestSessionDeps {
    readonly sessions: SessionStore;
    /** What somebody who came through Salesforce may do by now. */
    readonly again: (user: User) => Promise<Standing>;
    /** Whoever came in with another one than this is signed out. */
    readonly adminToken?: string | undefined;
    /** Milliseconds since the epoch. */
    readonly nowMs: () => number;
    /** Shared by all processes. */
    readonly formKey: string;
    readonly isSecure: () => boolean;
}

const Note = z.custom<ErrorNote>((value) => typeof value === 'object' && value !== null && 'code' in value);

const Stored = z.object({
    ended: Note.optional(),
    user: z
        .object({
            actor: z.string(),
            admin: z.union([z.literal('all'), z.array(z.string())]),
            viewer: z.array(z.string()).optional(),
            member: z.array(z.string()),
            identity: z.object({ userId: z.string(), organizationId: z.string() }).optional()
        })
        .optional(),
    /** When they signed in. */
    signedInAt: z.number().optional(),
    /** When Salesforce last told the user's rights. */
    lookedAt: z.number().optional(),
    /** Of the admin token that they came in with. */
    tokenMark: z.string().optional(),
    pending: z
        .object({
            purpose: z.enum(['sign-in', 'connect']),
            loginUrl: z.string(),
            state: z.string(),
            codeVerifier: z.string(),
            connection: z.string().optional(),
            to: z.string().optional(),
            withOwnRights: z.boolean().optional()
        })
        .optional(),
    flash: z
        .object({
            notes: z.array(Note),
            done: z.string().optional(),
            count: z.number().optional()
        })
        .optional()
});

/** Reads and changes the sessions of browsers. */
export interface RequestSessions {
    of(request: Request, response: Response): Promise<RequestSession>;
    /** Who is signed in, and since when, without beginning a session. */
    seen(request: Request): Promise<{ readonly user: User; readonly sinceMs: number } | undefined>;
    /** A new session with a new token, whatever the browser sent: a planted token is worth nothing. */
    signIn(request: Request, response: Response, signedIn: SignedIn): Promise<void>;
    signOut(request: Request, response: Response): Promise<void>;
    /** On every process, whoever it is. @returns how many sessions were ended */
    signEverybodyOut(): Promise<number>;
    keepPending(request: Request, response: Response, pending: Pending): Promise<void>;
    /** Taken once: a second answer to the same question finds nothing. */
    takePending(request: Request): Promise<Pending | undefined>;
    /** For the next page of this session. */
    tell(request: Request, flash: Flash): Promise<void>;
    speak(response: Response, language: Language): void;
}

export function requestSessions(parts: RequestSessionDeps): RequestSessions {
    const { sessions, formKey, isSecure } = parts;
    const jar = () => cookies(isSecure());
    const tokenOf = (request: Request) => cookieOf(request, jar().session);
    const give = (response: Response, token: string) =>
        setCookie(response, jar().session, token, { ...jar().options, maxAge: SIGNED_IN_FOR });
    const { stored, change } = keeping(parts, tokenOf);
    return {
        async of(request, response) {
            let token = tokenOf(request);
            const session = await stored(request);
            if (session?.flash !== undefined && request.method === 'GET') await change(request, { flash: undefined });
            if (token === undefined) give(response, (token = randomBytes(32).toString('base64url')));
            return { ...session, language: languageOf(request, jar().language), formToken: formToken(formKey, token) };
        },
        async seen(request) {
            const { user, signedInAt = 0 } = (await stored(request)) ?? {};
            return user && { user, sinceMs: signedInAt };
        },
        async signIn(request, response, signedIn) {
            const before = tokenOf(request);
            if (before !== undefined) await sessions.delete(before);
            const { admin } = signedIn.user;
            const connection = (admin === 'all' ? [] : admin)[0] ?? '';
            give(response, await sessions.create({ connection, data: begun(parts, signedIn), forMs: IDLE_FOR }));
        },
        async signOut(request, response) {
            const token = tokenOf(request);
            if (token !== undefined) await sessions.delete(token);
            response.clearCookie(jar().session, jar().options);
        },
        signEverybodyOut: () => sessions.deleteEverybody(),
        async keepPending(request, response, pending) {
            if ((await stored(request))?.user !== undefined) await change(request, { pending });
            else give(response, await sessions.create({ data: { pending }, forMs: SIGN_IN_TAKES }));
        },
        async takePending(request) {
            const session = await stored(request);
            if (session?.pending !== undefined) await change(request, { pending: undefined });
            return session?.pending;
        },
        tell: async (request, flash) => void (await change(request, { flash })),
        speak: (response, language) =>
            setCookie(response, jar().language, language, { ...jar().options, maxAge: 365 * 24 * HOUR })
    };
}

type Kept = z.infer<typeof Stored>;

function begun(parts: RequestSessionDeps, { user, provenAtMs }: SignedIn): Readonly<Record<string, unknown>> {
    const mark = user.identity === undefined ? markOf(parts) : undefined;
    return {
        user,
        signedInAt: parts.nowMs(),
        lookedAt: provenAtMs,
        ...(mark !== undefined && { tokenMark: mark })
    };
}

function markOf({ formKey, adminToken }: RequestSessionDeps): string | undefined {
    return adminToken === undefined ? undefined : tokenMark(formKey, adminToken);
}

function keeping(parts: RequestSessionDeps, tokenOf: (request: Request) => string | undefined) {
    const { sessions, again, nowMs } = parts;
    /** Nobody any more, and the page to sign in says why. */
    const end = async (token: string, note: ErrorNote): Promise<Kept> => {
        const kept = { ended: note };
        await sessions.update(token, { data: kept });
        return kept;
    };
    const lookedAgain = async (token: string, kept: Kept): Promise<Kept> => {
        const { user, lookedAt = 0 } = kept;
        if (user === undefined) return kept;
        if (user.identity === undefined)
            return kept.tokenMark !== undefined && kept.tokenMark === markOf(parts)
                ? kept
                : end(token, { code: 'WEB-TOKEN-CHANGED' });
        // Either way: a clock that was set back makes no proof younger.
        const age = Math.abs(nowMs() - lookedAt);
        if (age < LOOK_AGAIN_EVERY) return kept;
        const now = await again(user);
        if (now.state === 'ended') return end(token, now.note);
        if (now.state === 'unknown')
            return age < PROOF_HOLDS ? kept : end(token, { code: 'WEB-RIGHTS-UNPROVEN', seen: user.actor });
        if (now.provenAtMs === lookedAt) return kept;
        const fresh = { ...kept, user: now.user, lookedAt: now.provenAtMs };
        await sessions.update(token, { data: fresh });
        return fresh as Kept;
    };
    const stored = async (request: Request): Promise<Kept | undefined> => {
        const token = tokenOf(request);
        const session = token === undefined ? undefined : await sessions.read(token);
        const data = Stored.safeParse(session?.data);
        if (token === undefined || session === undefined || !data.success) return undefined;
        const until = Math.min(IDLE_FOR, SIGNED_IN_FOR - session.ageMs);
        const isTheirs = data.data.user !== undefined && request.headers[UNATTENDED] === undefined;
        if (isTheirs && until - session.expiresInMs > PROLONG_EVERY) await sessions.prolong(token, until);
        return lookedAgain(token, data.data);
    };
    type Changed = Partial<Omit<Kept, 'flash'>> & { readonly flash?: Flash | undefined };
    const change = async (request: Request, changed: Changed): Promise<boolean> => {
        const [session, token] = [await stored(request), tokenOf(request)];
        if (session === undefined || token === undefined) return false;
        return sessions.update(token, { data: { ...session, ...changed } });
    };
    return { stored, change };
}

/** What was chosen, else the browser's. */
function languageOf(request: Request, name: string): Language {
    const chosen = cookieOf(request, name);
    return chosen !== undefined && isLanguage(chosen) ? chosen : browserLanguage(request);
}
