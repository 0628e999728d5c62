import type { Fact } from '../../domain/facts.ts';
import { isFirm, isIgnored } from '../../domain/people/matching.ts';
import { matchNumber } from '../../domain/people/number-match.ts';
import { kindOfNumber } from '../../domain/people/number.ts';
import type { Person } from '../../domain/people/person.ts';
import type { ContactSyncEngineDeps } from './deps.ts';

/** The outside numbers of calls that ring and of texts that arrive. */
export function callingNumbers(facts: readonly Fact[]): readonly string[] {
    const ringing = new Set(facts.flatMap((fact) => (fact.kind === 'ringing' ? [fact.callId] : [])));
    const numbers = facts.flatMap((fact) => {
        if (fact.kind === 'parties' && ringing.has(fact.callId)) return fact.external ?? [];
        return fact.kind === 'message' && fact.direction === 'incoming' && fact.from !== undefined ? [fact.from] : [];
    });
    return [...new Set(numbers)].filter((number) => kindOfNumber(number) === 'number');
}

/**
 * Whom Salesforce knows under these numbers, by the rules by which calls are matched: a person's own choice first, never
 * a guess. A number that several people could have shows nobody.
 */
export async function callersOf(parts: ContactSyncEngineDeps, numbers: readonly string[]): Promise<readonly Person[]> {
    const { connection, directory } = parts;
    const preferences = parts.preferences();
    const asked = numbers.filter((number) => !isIgnored(number, preferences));
    if (asked.length === 0) return [];
    const [people, choices] = await Promise.all([
        directory.lookup(connection, asked),
        directory.choices(connection, asked)
    ]);
    const ids = new Set<string>();
    const found: Person[] = [];
    for (const number of asked) {
        const choice = choices.get(number);
        if (choice?.record === 'ignore') continue;
        const match = isFirm(choice) ? undefined : matchNumber(number, people.get(number) ?? []);
        if (match?.person) found.push(match.person);
        const id = (match?.status ?? 'unmatched') === 'unmatched' ? choice?.record : match?.accountId;
        if (id !== undefined) ids.add(id);
    }
    const byId = ids.size === 0 ? [] : [...(await directory.people(connection, [...ids])).values()];
    return [...new Map([...found, ...byId].map((person) => [person.id, person])).values()];
}
