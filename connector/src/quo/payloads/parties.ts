const HIDDEN = new Set(['anonymous', 'restricted', 'blocked', 'unknown', 'unavailable', 'private']);

/** Quo writes a hidden caller in several words and cases; they all mean that nobody can be found by it. */
export function partyNumber(number: string): string {
    return HIDDEN.has(number.toLowerCase()) ? 'anonymous' : number;
}

/** Each party once, in Quo's order; absent stays absent. */
export function partyNumbers(numbers: readonly string[] | undefined): readonly string[] | undefined {
    return numbers && [...new Set(numbers.map(partyNumber))];
}
