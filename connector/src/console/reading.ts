import type { Audit } from '../contracts/auth.ts';

/** Somebody who reads on, or whose page keeps itself fresh, reads once. */
const ONCE_IN_MS = 15 * 60_000;
/** Readings that are remembered; after that the oldest is noted anew. */
const MOST = 2_000;

/** A page on which words of people stand: what was said, written or summed up. */
export interface WordsShown {
    /** Which page: `activity`, `preview`, `rehearsal`. */
    readonly page: string;
    /** Whose words, where they are of one call or conversation. */
    readonly activityKey?: string | undefined;
}

export type NoteReading = (connection: string, actor: string, shown: WordsShown) => Promise<void>;

/** Puts into the audit log who reads people's words, before they are shown; a word of theirs is never in it. */
export function readings(audit: Audit, nowMs: () => number): NoteReading {
    const noted = new Map<string, number>();
    return async (connection, actor, { page, activityKey }) => {
        const key = JSON.stringify([connection, actor, page, activityKey]);
        const now = nowMs();
        // Also of a clock that was set back: a reading is rather noted twice than not at all.
        if (Math.abs(now - (noted.get(key) ?? -Infinity)) < ONCE_IN_MS) return;
        const detail = { page, ...(activityKey !== undefined && { activityKey }) };
        await audit(connection, { actor, action: 'words.read', detail });
        noted.delete(key);
        noted.set(key, now);
        for (const oldest of noted.keys()) if (noted.size > MOST) noted.delete(oldest);
    };
}
