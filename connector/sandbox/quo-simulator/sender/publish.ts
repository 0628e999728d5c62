import { randomUUID } from 'node:crypto';
import { bodyOf } from '../events/body.ts';
import { resourceId, type QuoEvent, type Scenery } from '../events/event.ts';
import type { Family } from '../world/records.ts';
import type { World } from '../world/world.ts';
import type { Delivery } from './delivery.ts';
import type { Sender, Sending } from './sender.ts';
import { isSubscribed } from './subscriptions.ts';

interface Publishing extends Sending {
    /** The family that a scenario wrote the event for. */
    readonly family?: Family;
    readonly play?: string;
}

interface Published {
    /** One for each webhook that is told; perhaps none. */
    readonly deliveries: Delivery[];
    /** Resolves when each had its first attempt. */
    readonly attempted: Promise<unknown>;
}

export type Publish = (event: QuoEvent, publishing?: Publishing) => Published;

/** Tells every webhook that is subscribed, each in its own form. */
export function createPublish(world: World, sender: Sender, scenery: Scenery, now: () => number): Publish {
    return (event, publishing = {}) => {
        const deliveries: Delivery[] = [];
        const attempts: Promise<unknown>[] = [];
        for (const webhook of world.webhooks.values()) {
            if (!isSubscribed(webhook, event, publishing.family ?? '2026-03-30')) continue;
            const body = bodyOf(event, webhook.family, scenery);
            if (body === undefined) continue;
            const delivery = newDelivery({
                webhookId: webhook.id,
                eventId: event.id,
                resourceId: resourceId(event),
                eventType: event.type,
                body: Buffer.from(JSON.stringify(body)),
                createdAt: new Date(now()).toISOString(),
                play: publishing.play ?? null
            });
            deliveries.push(delivery);
            attempts.push(sender.send(delivery, publishing));
        }
        return { deliveries, attempted: Promise.all(attempts) };
    };
}

export function newDelivery(
    about: Pick<Delivery, 'webhookId' | 'eventId' | 'resourceId' | 'eventType' | 'body' | 'createdAt' | 'play'>
): Delivery {
    const id = `msg_${randomUUID().replaceAll('-', '')}`;
    return { ...about, id, status: 'pending', nextAttemptAt: null, attempts: [] };
}
