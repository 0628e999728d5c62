import type { Request, Response as Answer } from 'express';
import { action, sentence, type ErrorCode } from '../../errors/errors.ts';
import { browserLanguage } from '../language.ts';

/** Says why nothing plays and nothing is shown, to whoever opened an address of ours. */
export function explain(
    request: Request,
    response: Answer,
    status: number,
    code: ErrorCode & `WEB-${'RECORDING' | 'ATTACHMENT'}-${string}`
): void {
    const language = browserLanguage(request);
    response
        .status(status)
        .set('cache-control', 'no-store')
        .type('text/plain')
        .send(`${sentence({ code }, language)} ${action({ code }, language)}\n`);
}
