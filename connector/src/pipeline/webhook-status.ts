import { isErrorCode, type ErrorNote } from '../errors/errors.ts';
import type { Receipt } from './receive.ts';
import type { KeyValueStore } from '../contracts/store.ts';

const ARRIVED = 'webhook-arrived';
const REFUSED = 'webhook-refused';
/** A busy webhook is not worth a row each time. */
const NOTE_EVERY = 2_000;

export interface HeardOf {
    readonly arrived?: { readonly ageMs: number };
    readonly refused?: { readonly ageMs: number; readonly note: ErrorNote };
}

/** Notes what came of deliveries, so that the console can show that they arrive; at most every two seconds. */
export function hearing(memory: KeyValueStore, nowMs: () => number): (connection: string, receipt: Receipt) => void {
    const noted = new Map<string, number>();
    return (connection, receipt) => {
        const { status } = receipt;
        const name = status === 401 || status === 400 ? REFUSED : status < 300 ? ARRIVED : undefined;
        if (name === undefined) return;
        const key = JSON.stringify([connection, name]);
        if (nowMs() - (noted.get(key) ?? 0) < NOTE_EVERY) return;
        noted.set(key, nowMs());
        memory
            .remember(connection, name, 'code' in receipt ? receipt.code : receipt.outcome)
            .catch(() => noted.delete(key));
    };
}

export async function lastHeard(memory: KeyValueStore, connection: string): Promise<HeardOf> {
    const [arrived, refused] = await Promise.all([
        memory.recall<string>(connection, ARRIVED),
        memory.recall<string>(connection, REFUSED)
    ]);
    return {
        ...(arrived && { arrived: { ageMs: arrived.ageMs } }),
        // A version before this one kept a word of its own.
        ...(refused &&
            isErrorCode(refused.value) && { refused: { ageMs: refused.ageMs, note: { code: refused.value } } })
    };
}
