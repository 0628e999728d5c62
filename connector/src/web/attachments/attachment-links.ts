import { createHmac } from 'node:crypto';
import { isEqual } from '../recordings/recording-links.ts';

/** Which attachment of which text: `n` counts from 1, in Quo's order. */
export interface AttachmentRef {
    readonly connection: string;
    readonly messageId: string;
    readonly n: number;
    /** The key of the Task that the text stands in. */
    readonly task: string;
}

/** What shows the attachments of one Task in place: for so many days from its beginning, while this generation lasts. */
interface InPlace {
    /** The day of the Task, UTC, in days since 1970. */
    readonly day: number;
    readonly generation: string;
}

/** What a link leads to. */
export interface ReadAttachment {
    readonly connection: string;
    readonly messageId: string;
    readonly n: number;
    /** Absent: the link is for people who sign in, or for whoever has it, as the connection's admin chose. */
    readonly inPlace?: InPlace;
}

/** Lasting links to photos and files of texts. */
export interface AttachmentLinks {
    /**
     * The same attachment always has the same link.
     *
     * @param inPlace for the field that only listeners read: the page adds the parameters `d`, `g` and `p` of that one link
     * to every other link with the same `w`, so that one field is enough for a Task
     */
    url(ref: AttachmentRef, inPlace?: InPlace): string;
    /** @returns what it leads to, or `undefined` when the link was not made with this key */
    read(
        path: { readonly message: string; readonly n: string },
        query: Readonly<Record<string, unknown>>
    ): ReadAttachment | undefined;
}

/** 128 bits each: a field of 255 characters holds both signatures beside the ids. */
const SIGNATURE = 22;
/** Twelve bytes: no two Tasks of a connection share a mark. */
const MARK = 16;

/**
 * @param publicUrl how browsers reach the connector, without trailing slash; known once it listens
 * @param key changing it ends every link that was ever written
 */
export function attachmentLinks(publicUrl: () => string, key: string): AttachmentLinks {
    // What is signed begins with what it is for: no signature of one kind is one of another, or of a recording's.
    const sign = (...what: readonly (string | number)[]): string =>
        createHmac('sha256', key).update(JSON.stringify(what)).digest('base64url');
    const markOf = (connection: string, task: string): string => sign('task', connection, task).slice(0, MARK);
    const link = (connection: string, messageId: string, n: number, mark: string): string =>
        sign('attachment', connection, messageId, n, mark).slice(0, SIGNATURE);
    const proof = (connection: string, mark: string, { day, generation }: InPlace): string =>
        sign('attachments in place', connection, mark, day, generation).slice(0, SIGNATURE);
    return {
        url({ connection, messageId, n, task }, inPlace) {
            const mark = markOf(connection, task);
            const query = new URLSearchParams({
                ...{ c: connection, w: mark, s: link(connection, messageId, n, mark) },
                ...(inPlace && {
                    d: String(inPlace.day),
                    g: inPlace.generation,
                    p: proof(connection, mark, inPlace)
                })
            });
            return `${publicUrl()}/attachments/${encodeURIComponent(messageId)}/${n}?${query.toString()}`;
        },
        read({ message, n }, query) {
            const { c, w, s } = query;
            if (typeof c !== 'string' || typeof w !== 'string' || !/^[1-9]\d{0,2}$/.test(n)) return undefined;
            if (!isEqual(s, link(c, message, Number(n), w))) return undefined;
            const ref = { connection: c, messageId: message, n: Number(n) };
            if (query['p'] === undefined) return ref;
            const inPlace = inPlaceIn(query);
            if (inPlace === undefined || !isEqual(query['p'], proof(c, w, inPlace))) return undefined;
            return { ...ref, inPlace };
        }
    };
}

function inPlaceIn({ d, g }: Readonly<Record<string, unknown>>): InPlace | undefined {
    if (typeof d !== 'string' || typeof g !== 'string' || !/^\d{1,7}$/.test(d)) return undefined;
    return { day: Number(d), generation: g };
}
