import { CodedError } from '../errors/errors.ts';

/** Quo's own domains; seen in captures: `m.openph.one`. Each stands for its subdomains too. */
export const QUO_MEDIA_HOSTS: readonly string[] = ['quo.com', 'openphone.com', 'openphone.co', 'openph.one'];

const LOOPBACK = new Set(['127.0.0.1', '[::1]', 'localhost']);

/**
 * The address of a recording, if it is one that we fetch from: HTTPS on an allowed host and the usual port. Whatever a
 * webhook or an answer says, nothing inside the network of this machine can be reached through it.
 *
 * @param apiUrl where Quo's API is: only when that is this machine itself (a simulated Quo), plain HTTP to it is allowed
 * @throws {CodedError} `QUO-RECORDING-HOST`
 */
export function mediaAddress(text: string, hosts: readonly string[], apiUrl: string): URL {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url === undefined) throw new CodedError('QUO-RECORDING-HOST', 'not an address');
    const api = new URL(apiUrl);
    if (LOOPBACK.has(api.hostname) && url.protocol === 'http:' && url.host === api.host) return url;
    const allowed = hosts.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`));
    if (!allowed || url.protocol !== 'https:' || url.port !== '' || url.username !== '' || url.password !== '') {
        throw new CodedError('QUO-RECORDING-HOST', `${url.protocol}//${url.host}`);
    }
    return url;
}
