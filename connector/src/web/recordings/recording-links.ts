import { createHmac, timingSafeEqual } from 'node:crypto';

/** Which recording of which call: `n` counts from 1. */
export interface RecordingRef {
    readonly connection: string;
    readonly callId: string;
    readonly n: number | 'voicemail';
}

/** What an address that plays in place stands on: it plays for so many days from the call, while this generation lasts. */
interface InPlace {
    /** The day of the call, UTC, in days since 1970. */
    readonly day: number;
    readonly generation: string;
}

/** What a link leads to. */
export interface ReadLink {
    readonly ref: RecordingRef;
    /** Absent: the link plays for people who sign in, or for whoever has it, as the connection's admin chose. */
    readonly inPlace?: InPlace;
}

/** Lasting links to recordings: Quo's own expire, so what is written in Salesforce leads through the connector. */
export interface RecordingLinks {
    /**
     * The same recording always has the same link, so that a record is not rewritten for it. At most 255 characters.
     *
     * @param inPlace for the field that only listeners read
     */
    url(ref: RecordingRef, inPlace?: InPlace): string;
    /** @returns what it leads to, or `undefined` when the link was not made with this key */
    read(
        path: { readonly call: string; readonly n: string },
        query: Readonly<Record<string, unknown>>
    ): ReadLink | undefined;
}

const DAY_MS = 86_400_000;

/** The day that a call's life in place is counted from. @param startedAt ISO 8601 */
export function dayOf(startedAt: string): number {
    return Math.floor(Date.parse(startedAt) / DAY_MS);
}

/**
 * @param publicUrl how browsers reach the connector, without trailing slash; known once it listens
 * @param key changing it ends every link that was ever written
 */
export function recordingLinks(publicUrl: () => string, key: string): RecordingLinks {
    // What plays in place is signed with it: nothing can be added to a link of the other kind, or taken from one of this.
    const sign = ({ connection, callId, n }: RecordingRef, inPlace?: InPlace): string =>
        createHmac('sha256', key)
            .update(JSON.stringify([connection, callId, n, ...(inPlace ? [inPlace.day, inPlace.generation] : [])]))
            .digest('base64url');
    return {
        url(ref, inPlace) {
            const query = new URLSearchParams({
                c: ref.connection,
                ...(inPlace && { d: String(inPlace.day), g: inPlace.generation }),
                s: sign(ref, inPlace)
            });
            return `${publicUrl()}/recordings/${encodeURIComponent(ref.callId)}/${ref.n}?${query.toString()}`;
        },
        read({ call, n }, query) {
            const { c, s } = query;
            if (typeof c !== 'string' || typeof s !== 'string' || !/^(voicemail|[1-9]\d{0,2})$/.test(n))
                return undefined;
            const ref: RecordingRef = { connection: c, callId: call, n: n === 'voicemail' ? n : Number(n) };
            const inPlace = inPlaceIn(query);
            const expected = Buffer.from(sign(ref, inPlace));
            const given = Buffer.from(s);
            if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
            return { ref, ...(inPlace && { inPlace }) };
        }
    };
}

function inPlaceIn({ d, g }: Readonly<Record<string, unknown>>): InPlace | undefined {
    if (typeof d !== 'string' || typeof g !== 'string' || !/^\d{1,7}$/.test(d)) return undefined;
    return { day: Number(d), generation: g };
}
