import type { SoundPart } from '../contracts/quo/quo.ts';
import { CodedError } from '../errors/errors.ts';
import { mediaAddress, QUO_MEDIA_HOSTS } from './media-address.ts';

export interface MediaOptions {
    /** Where Quo's API is. */
    readonly apiUrl: string;
    /** Hosts that media may be fetched from, each with its subdomains. Default: Quo's. */
    readonly hosts?: readonly string[];
    readonly fetch?: typeof fetch;
    /** Until the first byte; what follows takes as long as it is listened to. */
    readonly timeoutMs?: number;
}

export interface MediaRequest extends MediaOptions {
    /** As errors name it. */
    readonly what: string;
    readonly accept: string;
    readonly part?: SoundPart | undefined;
    readonly signal?: AbortSignal | undefined;
}

const REDIRECTS_AT_MOST = 3;
const RANGE = /^bytes=\d{0,15}-\d{0,15}$/;
/** An entity tag, or an HTTP date. */
const VERSION = /^(?:W\/)?"[\x21\x23-\x7e]{0,200}"$|^[A-Z][a-z]{2}, [\w :]{10,40}$/;
const USABLE = new Set([200, 206, 416]);

/**
 * What Quo keeps at an address that `mediaAddress` let through. A redirect may lead to another of Quo's hosts, and to no other.
 *
 * @returns an answer with status 200, 206 or 416; `undefined` when there is nothing (any more)
 * @throws {CodedError} `QUO-RECORDING-HOST`, `QUO-SERVER`, `QUO-UNREACHABLE`, `QUO-ANSWER`
 */
export async function fetchMedia(from: URL, request: MediaRequest): Promise<Response | undefined> {
    let url = from;
    for (let redirects = 0; redirects <= REDIRECTS_AT_MOST; redirects += 1) {
        const response = await fetchOnce(url, request);
        if (USABLE.has(response.status)) return unpacked(response, request);
        await response.body?.cancel();
        if (response.status === 404 || response.status === 410) return undefined;
        const location = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null;
        if (location === null) throw new CodedError('QUO-SERVER', `${request.what} → ${response.status}`);
        url = mediaAddress(new URL(location, url).href, request.hosts ?? QUO_MEDIA_HOSTS, request.apiUrl);
    }
    throw new CodedError('QUO-SERVER', `${request.what} → redirects without end`);
}

async function fetchOnce(url: URL, { what, accept, part, signal, ...options }: MediaRequest): Promise<Response> {
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(), options.timeoutMs ?? 15_000);
    try {
        return await (options.fetch ?? fetch)(url, {
            // Unpacked, its length would be another than what is told, and a small answer could grow without end.
            headers: { accept, 'accept-encoding': 'identity', ...rangeHeaders(part) },
            redirect: 'manual',
            signal: signal ? AbortSignal.any([signal, late.signal]) : late.signal
        });
    } catch (error) {
        signal?.throwIfAborted();
        throw new CodedError('QUO-UNREACHABLE', `${what} at ${url.host}`, { cause: error });
    } finally {
        clearTimeout(timer);
    }
}

async function unpacked(response: Response, { what }: MediaRequest): Promise<Response> {
    const encoding = response.headers.get('content-encoding') ?? 'identity';
    if (encoding === 'identity') return response;
    await response.body?.cancel();
    throw new CodedError('QUO-ANSWER', `${what}: compressed`);
}

function rangeHeaders(part: SoundPart | undefined): Record<string, string> {
    if (part === undefined || !RANGE.test(part.range)) return {};
    const { range, ifRange } = part;
    if (ifRange === undefined) return { range };
    // Of an unknown version the whole is wanted.
    return VERSION.test(ifRange) ? { range, 'if-range': ifRange } : {};
}
