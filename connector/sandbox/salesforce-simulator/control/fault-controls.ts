import { OrgError } from '../org-error.ts';
import { answerError } from '../api/dispatch.ts';
import type { Fault } from './faults.ts';
import type { Control } from './controls.ts';
import { listOf } from './list-of.ts';

const REFUSALS: Readonly<Record<string, readonly [number, string, string]>> = {
    '503': [503, 'SERVER_UNAVAILABLE', 'The server is unavailable to handle the request.'],
    '500': [
        500,
        'UNKNOWN_EXCEPTION',
        'An unexpected error occurred. Please include this ErrorId if you contact support: 1234-5678'
    ],
    '401': [401, 'INVALID_SESSION_ID', 'Session expired or invalid'],
    'request-limit': [403, 'REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.']
};
const PLAIN = new Set(['latency', 'timeout-before', 'timeout-after', 'truncate']);

/** Things that go wrong, on request. */
export const faultControls: readonly Control[] = [
    {
        at: 'POST /faults',
        does:
            'kind: latency | timeout-before | timeout-after | truncate (with ms), or 503 | 500 | 401 | request-limit. ' +
            'times (1), skip (0), and which requests: method, path (a part of the address), token (a part of the header).',
        run: (live, body) => {
            const number = (name: string, implied: number): number =>
                typeof body[name] === 'number' ? body[name] : implied;
            const text = (name: string): Record<string, string> =>
                typeof body[name] === 'string' ? { [name]: body[name] } : {};
            live.faults.add({
                fault: readFault(body),
                times: number('times', 1),
                skip: number('skip', 0),
                ...text('method'),
                ...text('path'),
                ...text('token')
            });
        }
    },
    { at: 'GET /faults', does: 'Faults that still wait for a request.', run: (live) => live.faults.pending() },
    {
        at: 'DELETE /faults',
        does: 'Forgets every fault, lock and record failure.',
        run: (live) => {
            live.faults.clear();
            live.org().state.locks.release();
            live.org().state.recordFaults.length = 0;
        }
    },
    {
        at: 'POST /locks',
        does: 'Holds the records of ids: a write that needs one fails with UNABLE_TO_LOCK_ROW, times (1) times each.',
        run: (live, body) => {
            for (const id of listOf(body.ids))
                live.org().state.locks.hold(id, typeof body.times === 'number' ? body.times : 1);
        }
    },
    {
        at: 'POST /record-failures',
        does: 'Writes of object fail with errorCode and message, times (1) times; where names a field and the value it must have.',
        run: (live, body) => {
            const {
                object,
                errorCode = 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
                message = 'a trigger refused it',
                times = 1,
                where = {}
            } = body;
            live.org().state.recordFaults.push({
                object: String(object),
                errorCode: String(errorCode),
                message: String(message),
                times: Number(times),
                where: where as Record<string, unknown>
            });
        }
    }
];

function readFault(body: Record<string, unknown>): Fault {
    const kind = String(body.kind);
    if (PLAIN.has(kind)) return { kind, ...(typeof body.ms === 'number' ? { ms: body.ms } : {}) } as Fault;
    const refusal = REFUSALS[kind];
    if (!refusal) throw new Error(`Unknown kind of fault: ${kind}.`);
    return { kind: 'answer', answer: answerError(new OrgError(...refusal)) };
}
