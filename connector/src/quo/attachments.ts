import type { Attachments } from '../contracts/quo/quo.ts';
import type { QuoClient } from './client.ts';
import { fetchMedia, type MediaOptions } from './fetch-media.ts';
import { mediaAddress, QUO_MEDIA_HOSTS } from './media-address.ts';
import { notFoundAsUndefined } from './not-found-as-undefined.ts';
import { dataOf } from './page.ts';
import { restMessage } from './rest-message.ts';

const ENDPOINT = 'GET /messages/{messageId}';

/** Photos and files of texts, fetched from Quo at the moment somebody looks: how long its addresses last is not documented. */
export function attachments(client: QuoClient, options: MediaOptions): Attachments {
    return {
        async open(messageId, n, signal) {
            const request = { params: { messageId }, lane: 'just-in-time', signal } as const;
            const answer = await notFoundAsUndefined(client.send(ENDPOINT, request));
            if (answer === undefined) return undefined;
            const told = dataOf(ENDPOINT, restMessage.pick({ media: true }), answer).media?.[n - 1]?.url;
            if (told === undefined) return undefined;
            const url = mediaAddress(told, options.hosts ?? QUO_MEDIA_HOSTS, options.apiUrl);
            return fetchMedia(url, { ...options, what: 'attachment', accept: 'image/*, */*;q=0.5', signal });
        }
    };
}
