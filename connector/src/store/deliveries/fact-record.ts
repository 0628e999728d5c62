import { createHash } from 'node:crypto';
import { activityKeyOf, type Fact } from '../../domain/facts.ts';

/** A fact as the table takes it. */
export interface FactRecord {
    readonly activity_key: string;
    /** Equal for equal facts, whatever the order of their keys and however often they are told. */
    readonly id: string;
    /** `none`: kept, but no activity follows from it. */
    readonly activity: 'call' | 'messages' | 'none';
    readonly kind: Fact['kind'];
    readonly body: Fact;
}

export function factRecord(fact: Fact): FactRecord {
    const id = createHash('sha256').update(canonical(fact)).digest('base64url').slice(0, 22);
    if (fact.kind === 'contact') {
        return { activity_key: `contact_${fact.contactId}`, id, activity: 'none', kind: fact.kind, body: fact };
    }
    const activity = fact.kind === 'message' ? 'messages' : 'call';
    return { activity_key: activityKeyOf(fact), id, activity, kind: fact.kind, body: fact };
}

/** JSON with the keys of every object in order. */
function canonical(value: unknown): string {
    return JSON.stringify(value, (_key, inner: unknown) =>
        inner !== null && typeof inner === 'object' && !Array.isArray(inner)
            ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
            : inner
    );
}
