import { isIPv4 } from 'node:net';
import type { Request, RequestHandler } from 'express';

/** What proxies add to what they hand on. */
const HANDED_ON = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'] as const;

/** To whoever calls from elsewhere, or through a proxy on this machine, there is no such address. */
export const thisMachineOnly: RequestHandler = (request, response, next) => {
    if (isFromHere(request)) next();
    else response.status(404).json({ outcome: 'not-found' });
};

function isFromHere({ socket, headers }: Request): boolean {
    const address = (socket.remoteAddress ?? '').replace(/^::ffff:/i, '');
    const isLoopback = address === '::1' || (isIPv4(address) && address.startsWith('127.'));
    return isLoopback && HANDED_ON.every((name) => headers[name] === undefined);
}
