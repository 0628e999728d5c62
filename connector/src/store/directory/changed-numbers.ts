import type { Person } from '../../domain/people/person.ts';

/**
 * The numbers that now find somebody else, or somebody who is matched in another way: numbers that a person gained or
 * lost, and all of a person's numbers when a trait that matching reads changed. An edited title or a newer activity
 * changes nothing: our own Tasks would otherwise set off their own rendering.
 *
 * @param before the same people as they were known; those not known before are absent
 * @param after the same people as they are now; those gone are absent
 */
export function changedNumbers(before: readonly Person[], after: readonly Person[]): readonly string[] {
    const old = new Map(before.map((person) => [person.id, person]));
    const now = new Map(after.map((person) => [person.id, person]));
    const changed = new Set<string>();
    for (const id of new Set([...old.keys(), ...now.keys()])) {
        const was = old.get(id);
        const is = now.get(id);
        const had = numbersOf(was);
        const has = numbersOf(is);
        const same = was !== undefined && is !== undefined && traits(was) === traits(is);
        for (const number of [...had, ...has]) {
            if (!same || had.has(number) !== has.has(number)) changed.add(number);
        }
    }
    return [...changed].sort();
}

function numbersOf(person: Person | undefined): ReadonlySet<string> {
    return new Set(person?.numbers.map(({ e164 }) => e164));
}

function traits({ object, name, accountId, personContactId, isConverted }: Person): string {
    return JSON.stringify([object, name, accountId, personContactId, isConverted ?? false]);
}
