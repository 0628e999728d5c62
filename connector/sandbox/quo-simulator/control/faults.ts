import type { RequestHandler, Response } from 'express';
import { z } from 'zod';
import { Refusal } from '../api/refusal.ts';

export const Fault = z.strictObject({
    /** An HTTP status, or `reset`: the connection is cut without an answer. Absent: only slow. */
    answer: z.union([z.int().min(400).max(599), z.literal('reset')]).optional(),
    /** The request is carried out all the same, and only its answer is lost or another. */
    isApplied: z.boolean().default(false),
    latencyMs: z.int().min(0).default(0),
    /** How many requests it meets. */
    count: z.int().min(1).default(1),
    /** Only requests whose path starts with this. */
    path: z.string().default('/'),
    method: z.string().optional()
});
export type Fault = z.infer<typeof Fault>;

/** Trouble that was ordered, oldest first; each meets `count` requests and is gone. */
export interface Faults {
    add(fault: Fault): void;
    list(): readonly Fault[];
    clear(): void;
    readonly handler: RequestHandler;
}

export function createFaults(): Faults {
    let faults: Fault[] = [];
    const take = (method: string, path: string): Fault | undefined => {
        const fault = faults.find((one) => path.startsWith(one.path) && (one.method ?? method) === method);
        if (!fault) return undefined;
        const left = { ...fault, count: fault.count - 1 };
        faults = faults.flatMap((one) => (one !== fault ? [one] : left.count > 0 ? [left] : []));
        return fault;
    };
    return {
        add: (fault) => void faults.push(fault),
        list: () => faults,
        clear() {
            faults = [];
        },
        handler: (request, response, next) => {
            const fault = take(request.method, request.path);
            if (!fault) {
                next();
                return;
            }
            const { answer } = fault;
            setTimeout(() => {
                if (fault.isApplied) loseAnswer(response, answer ?? 'reset');
                if (answer === undefined || fault.isApplied) next();
                else if (answer === 'reset') response.socket?.destroy();
                else next(new Refusal(answer, 'The service is not available right now'));
            }, fault.latencyMs);
        }
    };
}

/** Whatever the answer would have been: another status without a body, or none at all. */
function loseAnswer(response: Response, answer: number | 'reset'): void {
    const end = response.end.bind(response) as () => Response;
    response.end = (() => {
        if (answer === 'reset') response.socket?.destroy();
        else {
            response.statusCode = answer;
            for (const name of response.getHeaderNames()) response.removeHeader(name);
            end();
        }
        return response;
    }) as typeof response.end;
}
