import type { Candidate } from './match.ts';
import type { Person } from './person.ts';

/** Names compare without case, accents and punctuation: `Éric  Côté` and `eric cote` are one name. */
export function comparable(text: string): string {
    return text
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim();
}

/** People with one number and one name, as one group each, the one with the latest activity first. */
export function byName(people: readonly Person[]): readonly (readonly [Person, ...Person[]])[] {
    const groups = Map.groupBy(people, (person) => comparable(person.name) || person.id);
    return [...groups.values()].map((group) => group.toSorted(livelier) as [Person, ...Person[]]);
}

export function candidate(person: Person): Candidate {
    return { id: person.id, object: person.object, name: person.name };
}

/** Groups of more than one, for the list of duplicates. */
export function duplicatesIn(people: readonly Person[]): readonly (readonly Candidate[])[] {
    return byName(people)
        .filter((group) => group.length > 1)
        .map((group) => group.map(candidate));
}

/** Latest activity first; then latest change; then the older record, so that every process decides alike. */
function livelier(a: Person, b: Person): number {
    return (
        descending(a.lastActivityDate, b.lastActivityDate) ||
        descending(a.modifiedAt, b.modifiedAt) ||
        (a.id < b.id ? -1 : 1)
    );
}

function descending(a = '', b = ''): number {
    return a === b ? 0 : a > b ? -1 : 1;
}
