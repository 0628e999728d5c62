import { isErrorCode, type ErrorNote } from '../errors/errors.ts';
import type { Receipt } from './receive.ts';
import { KEYS, type KeyValueStore } from '../contracts/key-value.ts';

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
        const key =
            status === 401 || status === 400 ? KEYS.webhookRefused : status < 300 ? KEYS.webhookArrived : undefined;
        if (key === undefined) return;
        const one = JSON.stringify([connection, key.name]);
        // A clock that is set back must not keep us silent for as long as it jumped.
        if (Math.abs(nowMs() - (noted.get(one) ?? 0)) < NOTE_EVERY) return;
        noted.set(one, nowMs());
        memory.set(connection, key, 'code' in receipt ? receipt.code : receipt.outcome).catch(() => noted.delete(one));
    };
}

export async function lastHeard(memory: KeyValueStore, connection: string): Promise<HeardOf> {
    const [arrived, refused] = await Promise.all([
        memory.get(connection, KEYS.webhookArrived),
        memory.get(connection, KEYS.webhookRefused)
    ]);
    return {
        ...(arrived && { arrived: { ageMs: arrived.ageMs } }),
        // A version before this one kept a word of its own.
        ...(refused &&
            isErrorCode(refused.value) && { refused: { ageMs: refused.ageMs, note: { code: refused.value } } })
    };
}
