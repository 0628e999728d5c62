import { z } from 'zod';
import type { Recordings, SoundPart } from '../contracts/quo/quo.ts';
import type { QuoClient } from './client.ts';
import { fetchMedia, type MediaOptions } from './fetch-media.ts';
import { mediaAddress, QUO_MEDIA_HOSTS } from './media-address.ts';
import { dataOf, everyPage } from './page.ts';
import { notFoundAsUndefined } from './not-found-as-undefined.ts';
import { restCall, restRecording, type RestRecording } from './rest-call.ts';

/** Somebody pressed play and waits. */
const LISTENING = { lane: 'just-in-time' } as const;
const SOUND = 'audio/*, */*;q=0.5';

/** Recordings and voicemails, fetched from Quo at the moment somebody listens. */
export function recordings(client: QuoClient, options: MediaOptions): Recordings {
    const checked = (url: string): URL => mediaAddress(url, options.hosts ?? QUO_MEDIA_HOSTS, options.apiUrl);

    async function address(callId: string, n: number | 'voicemail', signal?: AbortSignal): Promise<URL | undefined> {
        const asked = { client, callId, signal };
        const url = n === 'voicemail' ? await voicemailUrl(asked) : await recordingUrl(asked, n);
        return url === undefined ? undefined : checked(url);
    }

    async function open(callId: string, n: number | 'voicemail', part?: SoundPart, signal?: AbortSignal) {
        const url = await address(callId, n, signal);
        return url && fetchMedia(url, { ...options, what: 'recording', accept: SOUND, part, signal });
    }

    return { address, open };
}

interface AskedOf {
    readonly client: QuoClient;
    readonly callId: string;
    readonly signal: AbortSignal | undefined;
}

async function recordingUrl({ client, callId, signal }: AskedOf, n: number): Promise<string | undefined> {
    const endpoint = 'GET /calls/{callId}/recordings';
    const all = await notFoundAsUndefined(
        everyPage(client, endpoint, restRecording, { params: { callId }, ...LISTENING, signal })
    );
    return (all ?? []).filter(isPlayable).sort(oldestFirst)[n - 1]?.url;
}

function isPlayable(recording: RestRecording): boolean {
    return recording.url !== undefined && recording.status !== 'deleted';
}

function oldestFirst(a: RestRecording, b: RestRecording): number {
    return (a.startTime ?? '~') < (b.startTime ?? '~') ? -1 : 1;
}

async function voicemailUrl({ client, callId, signal }: AskedOf): Promise<string | undefined> {
    const endpoint = 'GET /calls/{callId}';
    const answer = await notFoundAsUndefined(
        client.send(endpoint, { params: { callId }, query: { include: 'voicemail' }, ...LISTENING, signal })
    );
    if (answer === undefined) return undefined;
    return dataOf(endpoint, z.object({ voicemail: restCall.shape.voicemail }), answer).voicemail?.recordingUrl;
}
