import { createHmac, timingSafeEqual } from 'node:crypto';

/** Which recording of which call: `n` counts from 1. */
export interface RecordingRef {
    readonly connection: string;
    readonly callId: string;
    readonly n: number | 'voicemail';
}

/** Twenty-two characters: 128 bits. */
const PROOF = 22;
/** Of a field for addresses. */
const LONGEST = 255;

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
     * @param inPlace for the field that only listeners read: by its parameters `d`, `g` and `p` the page plays the other
     * recordings of the call in place too
     * @param offset for the page alone: seconds from the beginning of the first recording
     */
    url(ref: RecordingRef, inPlace?: InPlace, offset?: number): string;
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
    const proof = ({ connection, callId }: RecordingRef, { day, generation }: InPlace): string =>
        createHmac('sha256', key)
            .update(JSON.stringify(['recordings in place', connection, callId, day, generation]))
            .digest('base64url')
            .slice(0, PROOF);
    return {
        url(ref, inPlace, offset) {
            const path = `${publicUrl()}/recordings/${encodeURIComponent(ref.callId)}/${ref.n}`;
            const whole = (proven: string | undefined): string => {
                const query = new URLSearchParams({
                    c: ref.connection,
                    ...(inPlace && { d: String(inPlace.day), g: inPlace.generation }),
                    s: sign(ref, inPlace),
                    ...(proven !== undefined && { p: proven }),
                    ...(offset !== undefined && { o: String(offset) })
                });
                return `${path}?${query.toString()}`;
            };
            const url = whole(inPlace && proof(ref, inPlace));
            // Behind a very long host name, the first recording's own address matters more than the others'.
            return url.length <= LONGEST ? url : whole(undefined);
        },
        read({ call, n }, query) {
            const { c, s } = query;
            if (typeof c !== 'string' || typeof s !== 'string' || !/^(voicemail|[1-9]\d{0,2})$/.test(n))
                return undefined;
            const ref: RecordingRef = { connection: c, callId: call, n: n === 'voicemail' ? n : Number(n) };
            const inPlace = inPlaceIn(query);
            if (isEqual(s, sign(ref, inPlace))) return { ref, ...(inPlace && { inPlace }) };
            // The link of a description with what proves, in the field of its Task, that the call plays in place.
            const isProven = inPlace !== undefined && isEqual(query['p'], proof(ref, inPlace));
            return isProven && isEqual(s, sign(ref)) ? { ref, inPlace } : undefined;
        }
    };
}

function inPlaceIn({ d, g }: Readonly<Record<string, unknown>>): InPlace | undefined {
    if (typeof d !== 'string' || typeof g !== 'string' || !/^\d{1,7}$/.test(d)) return undefined;
    return { day: Number(d), generation: g };
}

/** In a time that says nothing of how much is right. */
export function isEqual(given: unknown, expected: string): boolean {
    if (typeof given !== 'string') return false;
    const [a, b] = [Buffer.from(given), Buffer.from(expected)];
    return a.length === b.length && timingSafeEqual(a, b);
}
