import type { Reading } from '../domain/facts.ts';
import type { ErrorCode } from '../errors/errors.ts';
import { errorData, type Log } from '../log.ts';
import type { Read, Verdict, Verify } from '../contracts/quo/quo.ts';
import type { DeliveryStore } from '../contracts/store.ts';

export type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

type Why = Extract<Verdict, { ok: false }>['why'];

const REFUSALS = {
    unsigned: 'WEBHOOK-UNSIGNED',
    malformed: 'WEBHOOK-MALFORMED',
    stale: 'WEBHOOK-STALE',
    wrong: 'WEBHOOK-WRONG'
} as const satisfies Record<Why, ErrorCode>;

/** What the sender is told. 4xx only for what sending again cannot cure; 5xx only when we failed. */
export type Receipt =
    | { readonly status: 202; readonly outcome: 'stored' }
    | { readonly status: 200; readonly outcome: 'known' }
    | { readonly status: 400; readonly outcome: 'not-json'; readonly code: 'WEBHOOK-NOT-JSON' }
    | { readonly status: 401; readonly outcome: Why; readonly code: (typeof REFUSALS)[Why] }
    | { readonly status: 404; readonly outcome: 'unknown-connection'; readonly code: 'WEBHOOK-CONNECTION' }
    | { readonly status: 503; readonly outcome: 'not-stored' };

export interface Receiving {
    readonly verify: Verify;
    readonly read: Read;
    readonly deliveries: Pick<DeliveryStore, 'accept'>;
    /** The keys of a connection; `undefined` when there is no such connection. */
    readonly keysOf: (connection: string) => readonly string[] | undefined;
    readonly nowMs: () => number;
    readonly log: Log;
    /** Told after a delivery is durable; never awaited. */
    readonly onStored?: (connection: string, reading: Reading) => void;
}

/**
 * Takes one webhook delivery: signature first, then reading, then storing. Answers only after the commit.
 *
 * A signed body that is not JSON is kept too, so that it can be looked at, but refused: Quo would send the same again.
 */
export async function receive(
    parts: Receiving,
    connection: string,
    headers: Headers,
    body: Uint8Array
): Promise<Receipt> {
    const keys = parts.keysOf(connection);
    if (keys === undefined) return { status: 404, outcome: 'unknown-connection', code: 'WEBHOOK-CONNECTION' };
    const verdict = parts.verify(headers, body, keys, parts.nowMs());
    if (!verdict.ok) {
        // Whoever floods us must not fill the log as well: where it came from is the web's to know, and to count.
        return { status: 401, outcome: verdict.why, code: REFUSALS[verdict.why] };
    }
    const reading = readOrExplain(parts.read, body);
    try {
        const { id, scheme } = verdict;
        const kept = await parts.deliveries.accept({ connection, id, scheme, headers: plain(headers), body, reading });
        if (kept === 'stored') parts.onStored?.(connection, reading);
        if (reading.type === NOT_JSON) {
            const code = 'WEBHOOK-NOT-JSON';
            parts.log.warn('delivery refused', { connection, code });
            return { status: 400, outcome: 'not-json', code };
        }
        return kept === 'stored' ? { status: 202, outcome: 'stored' } : { status: 200, outcome: 'known' };
    } catch (error) {
        parts.log.error('delivery not stored', { connection, ...errorData(error) });
        return { status: 503, outcome: 'not-stored' };
    }
}

const NOT_JSON = 'not-json';

function readOrExplain(read: Read, body: Uint8Array): Reading {
    try {
        return read(body);
    } catch (error) {
        if (!(error instanceof SyntaxError)) throw error;
        return { kind: 'unknown', type: NOT_JSON, why: 'The body is not JSON.' };
    }
}

/** Only what replaying needs: the signature, its time and the content type. */
function plain(headers: Headers): Record<string, string> {
    const kept = Object.entries(headers).filter(
        (entry): entry is [string, string] =>
            typeof entry[1] === 'string' && /^(webhook-|openphone-signature$|content-type$|user-agent$)/.test(entry[0])
    );
    return Object.fromEntries(kept);
}
