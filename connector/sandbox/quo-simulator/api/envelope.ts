import { randomUUID } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';
import { Refusal } from './refusal.ts';

const TITLES: Record<number, string> = {
    400: 'Bad Request',
    401: 'Unauthorized',
    403: 'Forbidden',
    404: 'Not Found',
    409: 'Conflict',
    413: 'Payload Too Large',
    429: 'Too Many Requests',
    500: 'Internal Server Error',
    503: 'Service Unavailable'
};
const DOCS = 'https://quo.com/docs';

/** Which of its two error shapes v1 speaks: its description says `spec`, what it answered in 2026 was `live`. */
export type V1Errors = 'live' | 'spec';

/** The last handler: every refusal becomes the error body of the surface that was asked. */
export function answerErrors(v1Errors: () => V1Errors) {
    return (error: unknown, request: Request, response: Response, next: NextFunction): void => {
        if (response.headersSent) return next(error);
        const refusal = asRefusal(error);
        const v1 = request.path.startsWith('/v1/');
        response.status(refusal.status).json(v1 ? v1Body(refusal, v1Errors()) : datedBody(refusal));
    };
}

function asRefusal(error: unknown): Refusal {
    if (error instanceof Refusal) return error;
    // body-parser's own: not JSON, or too large.
    const { status, message } = error as { status?: unknown; message?: unknown };
    if (typeof status === 'number' && status < 500) return new Refusal(status, String(message));
    return new Refusal(500, error instanceof Error ? error.message : 'Internal error');
}

function datedBody(refusal: Refusal): Record<string, unknown> {
    return {
        title: title(refusal),
        message: refusal.message,
        docs: DOCS,
        trace: randomUUID(),
        ...(refusal.code === undefined ? {} : { code: refusal.code }),
        ...(refusal.faults.length > 0 ? { errors: refusal.faults } : {})
    };
}

function v1Body(refusal: Refusal, shape: V1Errors): Record<string, unknown> {
    const trace = randomUUID();
    if (shape === 'live') return { error: { message: refusal.message, key: refusal.code ?? title(refusal), trace } };
    return {
        message: refusal.message,
        code: refusal.code ?? `00${refusal.status}00`.slice(0, 7),
        status: refusal.status,
        docs: DOCS,
        title: title(refusal),
        trace,
        ...(refusal.faults.length > 0 ? { errors: refusal.faults } : {})
    };
}

function title(refusal: Refusal): string {
    return TITLES[refusal.status] ?? 'Error';
}
