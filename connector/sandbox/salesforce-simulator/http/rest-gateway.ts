import type { Request, Response } from 'express';
import { savingBy, type Headers } from '../api/caller-headers.ts';
import { OrgError } from '../org-error.ts';
import type { Session } from '../oauth/sessions.ts';
import { isOffered } from '../api/versions.ts';
import { answerError } from '../api/dispatch.ts';
import type { Answer, Exchange } from '../api/exchange.ts';
import { findSession } from './bearer.ts';
import type { LiveOrg } from './live-org.ts';
import { requireAcceptable, requireMediaType } from './media.ts';
import { bodyOf, send } from './send.ts';

/** Answers one REST request: faults asked for, session, limits, resource, and the header that counts the calls. */
export async function answerRest(live: LiveOrg, request: Request, response: Response): Promise<void> {
    const fault = live.faults.take(request.method, request.originalUrl, request.get('authorization') ?? '');
    if (fault?.kind === 'latency') await live.wait(fault.ms ?? 0);
    if (fault?.kind === 'timeout-before') return hangUp(live, response, fault.ms);
    const answer = fault?.kind === 'answer' ? fault.answer : decide(live, request);
    if (fault?.kind === 'timeout-after') return hangUp(live, response, fault.ms);
    const { usage } = live.org();
    const counted: Answer = {
        ...answer,
        headers: { 'Sforce-Limit-Info': `api-usage=${usage.used()}/${usage.max}`, ...answer.headers }
    };
    if (fault?.kind === 'truncate') {
        truncate(response, counted);
        return;
    }
    send(response, counted);
}

async function hangUp(live: LiveOrg, response: Response, ms: number | undefined): Promise<void> {
    await live.wait(ms ?? 0);
    response.socket?.destroy();
}

/** Announces the whole body and sends half of it. */
function truncate(response: Response, answer: Answer): void {
    const { type, content = '' } = bodyOf(answer);
    const bytes = Buffer.from(content);
    response.status(answer.status).set({ 'Content-Type': type, 'Content-Length': String(bytes.length) });
    response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.socket?.destroy());
}

function decide(live: LiveOrg, request: Request): Answer {
    try {
        const session = findSession(live, request);
        const exchange = toExchange(live, request, session);
        const { usage } = live.org();
        if (usage.used() >= usage.max)
            throw new OrgError(403, 'REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.');
        usage.count(`${exchange.method} ${exchange.path.split('/').slice(0, 3).join('/') || '/'}`);
        return live.dispatch()(exchange);
    } catch (error) {
        if (error instanceof OrgError) return answerError(error);
        return answerError(
            new OrgError(500, 'UNKNOWN_EXCEPTION', `An unexpected error occurred: ${String((error as Error).stack)}`)
        );
    }
}

function toExchange(live: LiveOrg, request: Request, session: Session): Exchange {
    const version = /^v(\d+\.0)$/.exec(String(request.params.version))?.[1] ?? '';
    if (!isOffered(version, live.org().state.settings.apiVersion)) {
        throw new OrgError(404, 'NOT_FOUND', 'The requested resource does not exist');
    }
    const [path, query] = splitOnce(request.url, '?');
    const parameters = new URLSearchParams(query);
    // Clients that cannot send PATCH name it in the address of a POST.
    const override = request.method === 'POST' ? parameters.get('_HttpMethod') : null;
    const method = (override ?? request.method).toUpperCase();
    const body = Buffer.isBuffer(request.body) ? request.body.toString('utf8') : '';
    requireAcceptable(request, path);
    requireMediaType(request, path, method, body);
    const headers = request.headers as Headers;
    return {
        method,
        path: path === '/' ? '' : path,
        version,
        base: `/services/data/v${version}`,
        query: parameters,
        headers,
        body,
        bytes: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
        caller: {
            userId: session.userId,
            access: live.sessions.accessFor(session, live.org().state),
            ...savingBy(headers, path, parameters)
        },
        accessToken: session.accessToken,
        origin: live.origin()
    };
}

function splitOnce(text: string, mark: string): [string, string] {
    const index = text.indexOf(mark);
    return index < 0 ? [text, ''] : [text.slice(0, index), text.slice(index + 1)];
}
