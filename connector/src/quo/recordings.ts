import { z } from 'zod';
import type { Recordings, SoundPart } from '../contracts/quo.ts';
import { CodedError } from '../errors/errors.ts';
import type { QuoClient } from './client.ts';
import { mediaAddress, QUO_MEDIA_HOSTS } from './media-address.ts';
import { dataOf, everyPage } from './page.ts';
import { notFoundAsUndefined } from './not-found-as-undefined.ts';
import { restCall, restRecording, type RestRecording } from './rest-call.ts';

export interface RecordingsOptions {
    /** Where Quo's API is. */
    readonly apiUrl: string;
    /** Hosts that recordings may be fetched from, each with its subdomains. Default: Quo's. */
    readonly hosts?: readonly string[];
    readonly fetch?: typeof fetch;
    /** Until the first byte; what follows takes as long as it is listened to. */
    readonly timeoutMs?: number;
}

/** Somebody pressed play and waits. */
const LISTENING = { lane: 'just-in-time' } as const;
const REDIRECTS_AT_MOST = 3;
const RANGE = /^bytes=\d{0,15}-\d{0,15}$/;
/** An entity tag, or an HTTP date. */
const VERSION = /^(?:W\/)?"[\x21\x23-\x7e]{0,200}"$|^[A-Z][a-z]{2}, [\w :]{10,40}$/;
const PLAYABLE = new Set([200, 206, 416]);

/** Recordings and voicemails, fetched from Quo at the moment somebody listens. */
export function recordings(client: QuoClient, options: RecordingsOptions): Recordings {
    const checked = (url: string): URL => mediaAddress(url, options.hosts ?? QUO_MEDIA_HOSTS, options.apiUrl);

    async function address(callId: string, n: number | 'voicemail', signal?: AbortSignal): Promise<URL | undefined> {
        const asked = { client, callId, signal };
        const url = n === 'voicemail' ? await voicemailUrl(asked) : await recordingUrl(asked, n);
        return url === undefined ? undefined : checked(url);
    }

    async function open(callId: string, n: number | 'voicemail', part?: SoundPart, signal?: AbortSignal) {
        let url = await address(callId, n, signal);
        for (let redirects = 0; url !== undefined && redirects <= REDIRECTS_AT_MOST; redirects += 1) {
            const response = await fetchSound(url, part, signal, options);
            if (PLAYABLE.has(response.status)) return unpacked(response);
            await response.body?.cancel();
            if (response.status === 404 || response.status === 410) return undefined;
            const location = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null;
            if (location === null) throw new CodedError('QUO-SERVER', `recording → ${response.status}`);
            // A redirect may lead to another of Quo's hosts, and to no other.
            url = checked(new URL(location, url).href);
        }
        if (url === undefined) return undefined;
        throw new CodedError('QUO-SERVER', 'recording → redirects without end');
    }

    return { address, open };
}

async function fetchSound(
    url: URL,
    part: SoundPart | undefined,
    signal: AbortSignal | undefined,
    options: RecordingsOptions
): Promise<Response> {
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(), options.timeoutMs ?? 15_000);
    try {
        return await (options.fetch ?? fetch)(url, {
            // Unpacked, its length would be another than what is told, and a small answer could grow without end.
            headers: { accept: 'audio/*, */*;q=0.5', 'accept-encoding': 'identity', ...rangeHeaders(part) },
            redirect: 'manual',
            signal: signal ? AbortSignal.any([signal, late.signal]) : late.signal
        });
    } catch (error) {
        signal?.throwIfAborted();
        throw new CodedError('QUO-UNREACHABLE', `recording at ${url.host}`, { cause: error });
    } finally {
        clearTimeout(timer);
    }
}

async function unpacked(response: Response): Promise<Response> {
    const encoding = response.headers.get('content-encoding') ?? 'identity';
    if (encoding === 'identity') return response;
    await response.body?.cancel();
    throw new CodedError('QUO-ANSWER', 'recording: compressed');
}

function rangeHeaders(part: SoundPart | undefined): Record<string, string> {
    if (part === undefined || !RANGE.test(part.range)) return {};
    const { range, ifRange } = part;
    if (ifRange === undefined) return { range };
    // Of an unknown version the whole is wanted.
    return VERSION.test(ifRange) ? { range, 'if-range': ifRange } : {};
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
