import { createHash } from 'node:crypto';
import { activityKeyOf, type Fact } from '../../domain/facts.ts';

/** Makes hashes of what could be found out by trying: see `pseudonymWith`. */
type Keyed = (connection: string, what: string) => string;

/** A fact as the table takes it. */
export interface FactRecord {
    readonly activity_key: string;
    /** Equal for equal facts, whatever the order of their keys and however often they are told. */
    readonly id: string;
    /** What versions before sealed words gave it as id. */
    readonly old_id: string;
    /** Keyed hashes of the numbers that take part, of both sides: a text or an answer that names a number is another's. */
    readonly numbers: readonly string[];
    /** `none`: kept, but no activity follows from it. */
    readonly activity: 'call' | 'messages' | 'none';
    readonly kind: Fact['kind'];
    readonly body: Fact;
}

export function factRecord(keyed: Keyed, connection: string, fact: Fact): FactRecord {
    const oldId = createHash('sha256').update(canonical(fact)).digest('base64url').slice(0, 22);
    const activity = fact.kind === 'contact' ? 'none' : fact.kind === 'message' ? 'messages' : 'call';
    const numbers = [...new Set(takingPart(fact))].map((number) => keyed(connection, number));
    return {
        ...{ activity_key: factKey(fact), id: factId(keyed, oldId), old_id: oldId },
        ...{ activity, kind: fact.kind, numbers, body: fact }
    };
}

/** The row of `activities` that it belongs to; contacts have none. */
export function factKey(fact: Fact): string {
    return fact.kind === 'contact' ? `contact_${fact.contactId}` : activityKeyOf(fact);
}

/** Everything else of a fact can be known; from a hash without a key, the number in it would be found by trying. */
export function factId(keyed: Keyed, oldId: string): string {
    return `k${keyed('fact', oldId).slice(0, 24)}`;
}

export function takingPart(fact: Fact): readonly string[] {
    const { external, from, to, callerNumber, phoneNumbers } = fact as Partial<Record<string, unknown>>;
    return [external, from, to, callerNumber, phoneNumbers].flat().filter((one) => typeof one === 'string');
}

/** JSON with the keys of every object in order. */
function canonical(value: unknown): string {
    return JSON.stringify(value, (_key, inner: unknown) =>
        inner !== null && typeof inner === 'object' && !Array.isArray(inner)
            ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
            : inner
    );
}
