import type { Request, Response as Answer } from 'express';
import type { LimitOf } from '../../contracts/auth.ts';
import type { Verdict, Wish } from '../../contracts/rights/listening.ts';
import { errorData, type Log } from '../../log.ts';
import { explain } from './explain.ts';

/** What an address of ours leads to. */
export type Asked = Pick<Wish, 'connection' | 'quoId' | 'inPlace'>;

/** For whom it plays or is shown, and how they came. */
export type Heard = Extract<Verdict, { plays: true }>;

export interface GuardDeps {
    /** Whether it is given to whoever asks: asked at every request, and again while one lasts. */
    readonly verdict: (request: Request, asked: Asked) => Promise<Verdict>;
    /** How often one caller may ask: each time costs a request to Quo, whose pace everything else shares. */
    readonly asks: ReturnType<LimitOf>;
    readonly log: Log;
    /** As the log says it when it could not be given. */
    readonly refused: string;
}

/** What a kind of address leads to, and how that is given. */
export interface Given<Link> {
    readonly asked: (link: Link) => Asked;
    /** Answers, for whom the verdict lets it be given. */
    readonly give: (request: Request, response: Answer, link: Link, heard: Heard) => Promise<void>;
}

/**
 * Stands before everything that Quo keeps of a call or a text: a right that the org is asked for.
 *
 * @param link `undefined`: it was not made here
 */
type Guard<Link> = (request: Request, response: Answer, link: Link | undefined) => Promise<void>;

export function guard<Link>(deps: GuardDeps, { asked, give }: Given<Link>): Guard<Link> {
    return async (request, response, link) => {
        if (link === undefined) {
            explain(request, response, 403, 'WEB-RECORDING-LINK');
            return;
        }
        if (!(await deps.asks.take(request.ip ?? ''))) {
            explain(request, response, 429, 'WEB-RECORDING-OFTEN');
            return;
        }
        const { connection, quoId } = asked(link);
        const verdict = await deps.verdict(request, asked(link));
        response.setHeader('cache-control', 'no-store');
        if (!verdict.plays) {
            refuse(request, response, verdict.code);
            return;
        }
        try {
            await give(request, response, link, verdict);
        } catch (error) {
            if (response.destroyed) return;
            deps.log.warn(deps.refused, { connection, call: quoId, ...errorData(error) });
            if (!response.headersSent) explain(request, response, 502, 'WEB-RECORDING-QUO');
            else response.destroy();
        }
    };
}

/** Without a code, they must sign in first. */
function refuse(request: Request, response: Answer, code: Extract<Verdict, { plays: false }>['code']): void {
    if (code === undefined) return response.redirect(303, `/sign-in?to=${encodeURIComponent(request.originalUrl)}`);
    explain(request, response, code === 'WEB-RECORDING-UNSURE' ? 503 : 403, code);
}
