import type { Delivery } from '../sender/delivery.ts';
import { conversationId, stableId } from '../world/identifiers.ts';
import type { Cast } from '../world/cast.ts';
import type { Play } from './play.ts';

type Json = Record<string, unknown>;

/** What `GET /_control/play` answers. `pending` is what may still arrive: not sent yet, or to be tried again. */
export function progressOf(play: Play): Json {
    const by = (status: Delivery['status']): number => play.deliveries.filter((one) => one.status === status).length;
    const untold = play.steps.length - play.told;
    return {
        id: play.id,
        state: play.state,
        instances: play.instances.length,
        activities: play.instances.reduce((sum, one) => sum + Object.keys(one.scenario.activities).length, 0),
        events: play.steps.length,
        told: play.told,
        sent: play.deliveries.length,
        attempts: play.deliveries.reduce((sum, one) => sum + one.attempts.length, 0),
        acknowledged: by('success'),
        pending: by('pending') + by('sending') + (play.state === 'playing' ? untold : 0),
        failed: by('failed'),
        dropped: play.dropped,
        unrouted: play.unrouted,
        deliveries: play.deliveries.map(acknowledgement)
    };
}

function acknowledgement(delivery: Delivery): Json {
    const accepted = delivery.attempts.filter((attempt) => attempt.status === 'success');
    return {
        webhookId: delivery.webhookId,
        id: delivery.id,
        eventId: delivery.eventId,
        eventType: delivery.eventType,
        resourceId: delivery.resourceId,
        status: delivery.status,
        attempts: delivery.attempts.map((attempt) => attempt.responseStatusCode),
        acknowledged: accepted.length > 0,
        acknowledgedAt: accepted[0]?.timestamp ?? null
    };
}

/** What was played: every instance with the ids of its activities, and what its scenario expects of them. */
export function instancesOf(play: Play, castFor: (swaps: Readonly<Record<string, string>>) => Cast): Json[] {
    return play.instances.map(({ name, scenario, key, startMs, swaps }) => {
        const cast = castFor(swaps);
        const activities = Object.entries(scenario.activities).map(([ref, plan]) => {
            const at = new Date(startMs + plan.starts * 1_000).toISOString();
            const others = plan.who.map((who) => cast.number(who));
            const conversation = plan.inbox === null ? null : conversationId(cast.inbox(plan.inbox).id, others);
            return [ref, { id: stableId('AC', `${key}/${ref}`), kind: plan.kind, at, conversation, others }];
        });
        return { scenario: name, name: scenario.name, key, swaps, activities: Object.fromEntries(activities) as Json };
    });
}
