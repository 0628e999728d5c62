import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Works } from './runtime.ts';

/**
 * Everything as it is now. The registry writes all its metrics side by side, so one that collected for the others would
 * show them as they were at the last scrape.
 */
export interface Metrics {
    readonly contentType: string;
    metrics(): Promise<string>;
}

/** Numbers for Prometheus, read from the store when they are asked for. Labels carry connections and states only. */
export function metrics(works: Works): Metrics {
    const registry = new Registry();
    collectDefaultMetrics({ register: registry });
    const activities = new Gauge({
        name: 'quo_activities',
        help: 'Calls and conversations by state: total, due now, waiting for more facts, parked.',
        labelNames: ['connection', 'state'],
        registers: [registry]
    });
    const matches = new Gauge({
        name: 'quo_activities_by_match',
        help: 'Written calls and conversations by how their person was found.',
        labelNames: ['connection', 'match'],
        registers: [registry]
    });
    const deliveries = new Gauge({
        name: 'quo_deliveries',
        help: 'Webhook deliveries kept, by what they turned out to be.',
        labelNames: ['connection', 'reading'],
        registers: [registry]
    });
    const oldest = new Gauge({
        name: 'quo_oldest_due_seconds',
        help: 'How long the oldest due activity has been due.',
        labelNames: ['connection'],
        registers: [registry]
    });
    const spent = new Gauge({
        name: 'quo_salesforce_api_calls_24h',
        help: 'Salesforce API calls that the connection spent in the last 24 hours.',
        labelNames: ['connection'],
        registers: [registry]
    });
    return {
        contentType: registry.contentType,
        metrics: async () => {
            for (const connection of works.runtimes.ids())
                await collect(works, connection, { activities, matches, deliveries, oldest, spent });
            return registry.metrics();
        }
    };
}

interface Gauges {
    readonly activities: Gauge<'connection' | 'state'>;
    readonly matches: Gauge<'connection' | 'match'>;
    readonly deliveries: Gauge<'connection' | 'reading'>;
    readonly oldest: Gauge<'connection'>;
    readonly spent: Gauge<'connection'>;
}

async function collect({ store }: Works, connection: string, gauges: Gauges): Promise<void> {
    const [counts, received, used] = await Promise.all([
        store.activities.counts(connection),
        store.deliveries.counts(connection),
        store.allowance.used(connection)
    ]);
    const { total, due, waiting, parked, byMatch, oldestDueMs } = counts;
    for (const [state, value] of Object.entries({ total, due, waiting, parked }))
        gauges.activities.set({ connection, state }, value);
    for (const [match, value] of Object.entries(byMatch)) gauges.matches.set({ connection, match }, value);
    const { ignored, unknown } = received;
    const facts = received.received - ignored - unknown;
    for (const [reading, value] of Object.entries({ facts, ignored, unknown }))
        gauges.deliveries.set({ connection, reading }, value);
    gauges.oldest.set({ connection }, (oldestDueMs ?? 0) / 1_000);
    gauges.spent.set({ connection }, used);
}
