import { createHmac, timingSafeEqual } from 'node:crypto';

/** Which recording of which call: `n` counts from 1. */
export interface RecordingRef {
    readonly connection: string;
    readonly callId: string;
    readonly n: number | 'voicemail';
}

/** Lasting links to recordings: Quo's own expire, so what is written in Salesforce leads through the connector. */
export interface RecordingLinks {
    /** The same recording always has the same link, so that a record is not rewritten for it. At most 255 characters. */
    url(ref: RecordingRef): string;
    /** @returns the recording, or `undefined` when the link was not made with this key */
    read(
        path: { readonly call: string; readonly n: string },
        query: Readonly<Record<string, unknown>>
    ): RecordingRef | undefined;
}

/**
 * @param publicUrl how browsers reach the connector, without trailing slash; known once it listens
 * @param key changing it ends every link that was ever written
 */
export function recordingLinks(publicUrl: () => string, key: string): RecordingLinks {
    const sign = ({ connection, callId, n }: RecordingRef): string =>
        createHmac('sha256', key)
            .update(JSON.stringify([connection, callId, n]))
            .digest('base64url');
    return {
        url(ref) {
            const query = new URLSearchParams({ c: ref.connection, s: sign(ref) });
            return `${publicUrl()}/recordings/${encodeURIComponent(ref.callId)}/${ref.n}?${query.toString()}`;
        },
        read({ call, n }, { c, s }) {
            if (typeof c !== 'string' || typeof s !== 'string' || !/^(voicemail|[1-9]\d{0,2})$/.test(n))
                return undefined;
            const ref: RecordingRef = { connection: c, callId: call, n: n === 'voicemail' ? n : Number(n) };
            const expected = Buffer.from(sign(ref));
            const given = Buffer.from(s);
            return given.length === expected.length && timingSafeEqual(given, expected) ? ref : undefined;
        }
    };
}
