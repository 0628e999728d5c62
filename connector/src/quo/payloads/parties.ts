import { isHiddenNumber } from '../../domain/people/number.ts';

/** A hidden caller is written in several words and cases; they all mean that nobody can be found by it. */
export function partyNumber(number: string): string {
    return isHiddenNumber(number) ? 'anonymous' : number;
}

/** Each party once, in Quo's order; absent stays absent. */
export function partyNumbers(numbers: readonly string[] | undefined): readonly string[] | undefined {
    return numbers && [...new Set(numbers.map(partyNumber))];
}
