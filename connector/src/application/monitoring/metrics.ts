import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { errorData } from '../../log.ts';
import { budgetOf } from '../../pipeline/api-budget.ts';
import type { PipelineContext } from '../../pipeline/pipeline-context.ts';
import type { RequestWaits } from './request-waits.ts';

/**
 * Everything as it is now. The registry writes all its metrics side by side, so one that collected for the others would
 * show them as they were at the last scrape.
 */
export interface Metrics {
    readonly contentType: string;
    metrics(): Promise<string>;
}

/** Numbers for Prometheus, read from the store when they are asked for. Labels carry connections and states only. */
export function metrics(pipeline: PipelineContext, waits: RequestWaits): Metrics {
    const registry = new Registry();
    registry.registerMetric(waits.histogram);
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
    const gauges = { activities, matches, deliveries, oldest, spent, ...limits(registry) };
    const isUp = new Gauge({
        name: 'quo_store_up',
        help: '1 while the database answers; without it, only what this process knows by itself is told.',
        registers: [registry]
    });
    return {
        contentType: registry.contentType,
        metrics: async () => {
            // A connection that is gone is not told for ever.
            for (const gauge of Object.values(gauges)) gauge.reset();
            waits.keepOnly(pipeline.connections.ids());
            isUp.set((await collectAll(pipeline, gauges)) ? 1 : 0);
            return registry.metrics();
        }
    };
}

function limits(registry: Registry) {
    const labelNames = ['connection'] as const;
    return {
        gaps: new Gauge({
            name: 'quo_gaps',
            help: 'Times of which Quo does not tell everything, and that nobody acknowledged.',
            labelNames,
            registers: [registry]
        }),
        budget: new Gauge({
            name: 'quo_salesforce_api_budget',
            help: 'Salesforce API calls that the connection may spend in 24 hours.',
            labelNames,
            registers: [registry]
        }),
        paused: new Gauge({
            name: 'quo_connection_paused',
            help: '1 while writing to Salesforce waits, for the budget or for a person; receiving goes on.',
            labelNames,
            registers: [registry]
        })
    };
}

/** @returns false when the store could not be asked */
async function collectAll(pipeline: PipelineContext, gauges: Gauges): Promise<boolean> {
    try {
        for (const { id, pausedBecause } of await pipeline.store.connections.list()) {
            gauges.gaps.set({ connection: id }, 0);
            gauges.paused.set({ connection: id }, pausedBecause === undefined ? 0 : 1);
            const connection = pipeline.connections.get(id);
            if (connection === undefined) continue;
            gauges.budget.set({ connection: id }, budgetOf(connection));
            await collect(pipeline, id, gauges);
        }
        for (const { connection, count } of await pipeline.store.gaps.count()) gauges.gaps.inc({ connection }, count);
        return true;
    } catch (error) {
        pipeline.log.warn('metrics not read', errorData(error));
        return false;
    }
}

interface Gauges {
    readonly activities: Gauge<'connection' | 'state'>;
    readonly matches: Gauge<'connection' | 'match'>;
    readonly deliveries: Gauge<'connection' | 'reading'>;
    readonly oldest: Gauge<'connection'>;
    readonly spent: Gauge<'connection'>;
    readonly budget: Gauge<'connection'>;
    readonly paused: Gauge<'connection'>;
    readonly gaps: Gauge<'connection'>;
}

async function collect({ store }: PipelineContext, connection: string, gauges: Gauges): Promise<void> {
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
