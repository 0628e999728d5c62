import { Histogram } from 'prom-client';
import type { QuoLane } from '../../contracts/quo/budget.ts';

/** How long requests to Quo waited for their turn, since this process began. */
export interface RequestWaits {
    observe(this: void, connection: string, lane: QuoLane, waitedMs: number): void;
    /** Forgets connections that are gone. */
    keepOnly(connections: readonly string[]): void;
    readonly histogram: Histogram;
}

/** Quo takes ten requests a second, so a turn that comes within one of them is soon. */
const SECONDS = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300];
const LANES: readonly QuoLane[] = ['ringing', 'just-in-time', 'calls', 'full'];

export function requestWaits(): RequestWaits {
    const histogram = new Histogram({
        name: 'quo_request_wait_seconds',
        help: 'How long requests to Quo waited for their turn; lane ringing: contacts of callers while it rings.',
        labelNames: ['connection', 'lane'],
        buckets: SECONDS,
        registers: []
    });
    const observed = new Set<string>();
    return {
        histogram,
        observe(connection, lane, waitedMs) {
            observed.add(connection);
            histogram.observe({ connection, lane }, waitedMs / 1_000);
        },
        keepOnly(connections) {
            for (const connection of observed) {
                if (connections.includes(connection)) continue;
                for (const lane of LANES) histogram.remove({ connection, lane });
                observed.delete(connection);
            }
        }
    };
}
