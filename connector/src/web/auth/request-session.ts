import { randomBytes } from 'node:crypto';
import type { Request, Response } from 'express';
import { z } from 'zod';
import type { ErrorNote } from '../../errors/errors.ts';
import { isLanguage, type Language } from '../../locales/catalogue.ts';
import type { Pending, SessionStore, User } from '../../contracts/auth.ts';
import { formToken } from './constant-time.ts';
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
/** Rights that are taken away in Salesforce are gone here after so long. */
const LOOK_AGAIN_EVERY = 10 * MINUTE;
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
    readonly again: (user: User) => Promise<User | undefined>;
    /** Milliseconds since the epoch. */
    readonly nowMs: () => number;
    /** Shared by all processes. */
    readonly formKey: string;
    readonly isSecure: () => boolean;
}

const Stored = z.object({
    user: z
        .object({
            actor: z.string(),
            admin: z.union([z.literal('all'), z.array(z.string())]),
            member: z.array(z.string()),
            identity: z.object({ userId: z.string(), organizationId: z.string() }).optional()
        })
        .optional(),
    /** When they signed in. */
    signedInAt: z.number().optional(),
    /** When the user's rights were looked at. */
    lookedAt: z.number().optional(),
    pending: z
        .object({
            purpose: z.enum(['sign-in', 'connect']),
            loginUrl: z.string(),
            state: z.string(),
            codeVerifier: z.string(),
            connection: z.string().optional(),
            to: z.string().optional()
        })
        .optional(),
    flash: z
        .object({
            notes: z.array(
                z.custom<ErrorNote>((value) => typeof value === 'object' && value !== null && 'code' in value)
            ),
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
    signIn(request: Request, response: Response, user: User): Promise<void>;
    signOut(request: Request, response: Response): Promise<void>;
    keepPending(request: Request, response: Response, pending: Pending): Promise<void>;
    /** Taken once: a second answer to the same question finds nothing. */
    takePending(request: Request): Promise<Pending | undefined>;
    /** For the next page of this session. */
    tell(request: Request, flash: Flash): Promise<void>;
    speak(response: Response, language: Language): void;
}

export function requestSessions(parts: RequestSessionDeps): RequestSessions {
    const { sessions, formKey, isSecure, nowMs } = parts;
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
        async signIn(request, response, user) {
            const before = tokenOf(request);
            if (before !== undefined) await sessions.delete(before);
            const [only] = user.admin === 'all' ? [] : user.admin;
            give(
                response,
                await sessions.create({
                    connection: only ?? '',
                    data: { user, signedInAt: nowMs(), lookedAt: nowMs() },
                    forMs: IDLE_FOR
                })
            );
        },
        async signOut(request, response) {
            const token = tokenOf(request);
            if (token !== undefined) await sessions.delete(token);
            response.clearCookie(jar().session, jar().options);
        },
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

function keeping({ sessions, again, nowMs }: RequestSessionDeps, tokenOf: (request: Request) => string | undefined) {
    const rerenderPreview = async (token: string, kept: Kept): Promise<Kept | undefined> => {
        const { user, lookedAt = 0 } = kept;
        if (user?.identity === undefined || nowMs() - lookedAt < LOOK_AGAIN_EVERY) return kept;
        const now = await again(user);
        if (now === undefined) {
            await sessions.delete(token);
            return undefined;
        }
        const fresh = { ...kept, user: now, lookedAt: nowMs() };
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
        return rerenderPreview(token, data.data);
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
