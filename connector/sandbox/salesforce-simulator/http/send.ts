import type { Response } from 'express';
import type { Answer } from '../api/exchange.ts';

/** Writes an answer. */
export function send(response: Response, answer: Answer): void {
    const { type, content } = bodyOf(answer);
    response.status(answer.status).set(answer.headers ?? {});
    if (content === undefined) {
        response.end();
        return;
    }
    response.set('Content-Type', type).end(content);
}

/** The bytes of an answer's body and their type; `undefined` when it has none. */
export function bodyOf(answer: Answer): { type: string; content: string | undefined } {
    if (answer.text) return answer.text;
    const content = answer.body === undefined ? undefined : JSON.stringify(answer.body);
    return { type: 'application/json;charset=UTF-8', content };
}
