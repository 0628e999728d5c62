import { z } from 'zod';
import type { Fact, Instant } from '../../domain/facts.ts';
import { instant, name } from './scalars.ts';

/** What all three families have around their data. */
export const envelope = z.object({
    id: name,
    apiVersion: name,
    type: z.string().min(1),
    createdAt: instant,
    data: z.looseObject({})
});

export type Envelope = z.infer<typeof envelope>;

/** A signed delivery whose shape we do not know; the message says where, never what. */
export class UnknownShape extends Error {}

/** Turns one event's data into facts. @throws {z.ZodError | UnknownShape} */
export type EventReader = (event: Envelope) => readonly Fact[];

/** Event type → how it is read. */
export type EventTable = Readonly<Record<string, EventReader>>;

/** Builds a reader from the shape of `data` and what it means. */
export function reader<S extends z.ZodType>(
    shape: S,
    facts: (data: z.infer<S>, event: Envelope) => readonly Fact[]
): EventReader {
    return (event) => facts(shape.parse(event.data), event);
}

/** When Quo told it: the resource's own time where it has one, else the event's. @throws {UnknownShape} */
export function toldAt(updatedAt: Instant | undefined, event: Pick<Envelope, 'createdAt'>): Instant {
    const at = updatedAt ?? event.createdAt;
    if (at === undefined) throw new UnknownShape('no time: neither createdAt nor updatedAt');
    return at;
}
