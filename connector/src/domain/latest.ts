import { canonicalJson } from './canonical-json.ts';
import type { Instant } from './facts.ts';

/**
 * Facts in the order in which they were told, each once; told at the same instant, by their canonical text. Whatever
 * order they arrived in, this one is the same.
 */
export function inTellingOrder<F extends { readonly at: Instant }>(facts: readonly F[]): readonly F[] {
    // One alone is in order; most messages are told once, and there may be thousands.
    if (facts.length < 2) return facts;
    const byText = new Map(facts.map((fact) => [`${fact.at} ${canonicalJson(fact)}`, fact]));
    return [...byText.keys()].sort().map((text) => byText.get(text) as F);
}

/** The last told value of one field; a field that is absent was not told, and never hides one that was. */
export function newest<F, K extends keyof F>(facts: readonly F[], field: K): F[K] | undefined {
    return facts.findLast((fact) => fact[field] !== undefined)?.[field];
}

/** The last told value of each of these fields; fields that nobody told are absent. */
export function newestOf<F, K extends keyof F>(facts: readonly F[], fields: readonly K[]): Partial<Pick<F, K>> {
    const told: Partial<Pick<F, K>> = {};
    for (const field of fields) {
        const value = newest(facts, field);
        if (value !== undefined) told[field] = value;
    }
    return told;
}
