import { z } from 'zod';
import type { CallFact, Instant } from '../../domain/facts.ts';
import { linkFact, partiesFact, type Parties } from './call-facts.ts';
import { toldAt, type Envelope } from './event.ts';
import { direction, instant, key, list, name, parties, seconds, told } from './scalars.ts';

const participants = z
    .object({ workspace: list, external: parties, resolution: name })
    .nullish()
    // `unavailable`: Quo could not look, so its empty lists say nothing.
    .transform((value) => (value?.resolution === 'unavailable' ? undefined : (value ?? undefined)));

const context = z
    .object({ phoneNumberId: name, conversationId: name, userId: name, participants })
    .nullish()
    .transform((value) => value ?? undefined);
const links = z
    .object({ quo: name })
    .nullish()
    .transform((value) => value ?? undefined);

/** The data of a dated event around a resource. */
export const shape = <R extends z.ZodRawShape>(resource: R) =>
    z.object({ resource: z.object(resource), context, links });
export const times = { createdAt: instant, updatedAt: instant };
export const whole = { id: key, direction, ...times, answeredAt: instant, completedAt: instant, duration: seconds };

interface Around {
    readonly context?: z.infer<typeof context>;
    readonly links?: z.infer<typeof links>;
}

/** Every call event also says who takes part, and where it is in Quo. */
export function around(callId: string, at: Instant, data: Around, parties: Parties = {}): readonly CallFact[] {
    const { participants: sides, ...ids } = data.context ?? {};
    const sidesTold = sides ? { external: sides.external, workspace: sides.workspace, sidesKnown: true } : parties;
    return [...partiesFact(callId, at, { ...ids, ...sidesTold }), ...linkFact(callId, at, data.links?.quo)];
}

export const ringing = (
    callId: string,
    at: Instant,
    direction?: 'incoming' | 'outgoing',
    startedAt?: Instant
): CallFact => told({ callId, at, kind: 'ringing', direction, startedAt });

type Whole = z.infer<z.ZodObject<typeof whole>>;

export const ended = (call: Whole, at: Instant, rest: Partial<Extract<CallFact, { kind: 'ended' }>>): CallFact =>
    told({
        callId: call.id,
        at,
        kind: 'ended',
        direction: call.direction,
        startedAt: call.createdAt,
        answeredAt: call.answeredAt,
        completedAt: call.completedAt,
        duration: call.duration,
        ...rest
    });

export const at = (resource: { readonly updatedAt?: Instant | undefined }, event: Envelope): Instant =>
    toldAt(resource.updatedAt, event);
