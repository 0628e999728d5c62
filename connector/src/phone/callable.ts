import { kindOfNumber } from '../domain/people/number.ts';

/** Whether somebody can be called back on it. Not so short codes, and callers who withhold their number. */
export function isCallable(text: string): boolean {
    return kindOfNumber(text) === 'number';
}
