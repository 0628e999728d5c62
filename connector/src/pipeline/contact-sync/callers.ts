import type { Fact, MessageFact } from '../../domain/facts.ts';
import { isFirm, isIgnored } from '../../domain/people/matching.ts';
import { matchNumber } from '../../domain/people/number-match.ts';
import { kindOfNumber } from '../../domain/people/number.ts';
import type { Person } from '../../domain/people/person.ts';
import type { ContactSyncEngineDeps } from './deps.ts';

/** The outside numbers that one delivery is about. Each stands in the first list that it belongs to, and in no other. */
export interface CallingNumbers {
    /** Of calls that ring, or just began. */
    readonly ringing: readonly string[];
    /** Of texts, whichever way they went. */
    readonly texting: readonly string[];
    /** Of calls that were missed or are over. */
    readonly over: readonly string[];
}

export function callingNumbers(facts: readonly Fact[]): CallingNumbers {
    const found = { ringing: new Set<string>(), texting: new Set<string>(), over: new Set<string>() };
    for (const fact of facts) {
        if (fact.kind === 'message') for (const number of otherSide(fact)) found.texting.add(number);
        if (fact.kind !== 'parties') continue;
        const stage = stageOf(facts.filter((one) => 'callId' in one && one.callId === fact.callId));
        if (stage !== undefined) for (const number of fact.external ?? []) found[stage].add(number);
    }
    const seen = new Set<string>();
    const numbers = (all: ReadonlySet<string>): readonly string[] => {
        const further = [...all].filter((number) => kindOfNumber(number) === 'number' && !seen.has(number));
        for (const number of further) seen.add(number);
        return further;
    };
    return { ringing: numbers(found.ringing), texting: numbers(found.texting), over: numbers(found.over) };
}

/** Undefined for a summary and its like, which say nothing of how the call goes. */
function stageOf(facts: readonly Fact[]): 'ringing' | 'over' | undefined {
    const kinds = new Set(facts.map(({ kind }) => kind));
    if (kinds.has('ended') || kinds.has('missed')) return 'over';
    return kinds.has('ringing') ? 'ringing' : undefined;
}

function otherSide({ direction, from, to }: MessageFact): readonly string[] {
    return direction === 'outgoing' ? (to ?? []) : from === undefined ? [] : [from];
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
