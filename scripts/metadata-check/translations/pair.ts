import { problem, type Problem } from 'salesforce-metadata/problem.ts';
import { frenchFaults } from './french.ts';
import { SAME_IN_BOTH } from './same-in-both.ts';

/** Parts of a text that are no words: {0}, signs and numbers. */
function words(text: string): string {
    return text
        .replaceAll(/\{[^}]*\}/g, '')
        .replaceAll(/[^\p{L}]+/gu, ' ')
        .trim();
}

/** What is put in at run time, in order of its name: a text that loses one loses what it was to say. */
function places(text: string): string {
    return [...text.matchAll(/\{[^}]*\}/g)]
        .map(([place]) => place)
        .sort()
        .join(' ');
}

/**
 * Compares an English text with its French one.
 *
 * @param what what the text is, for the message: `the label of Quo_Key__c`
 */
export function checkPair(file: string, what: string, english: string, french: string | undefined): Problem[] {
    if (french === undefined || french.trim() === '') return [problem(file, `${what} has no French text`)];
    const found = frenchFaults(french).map((fault) => problem(file, `${what}: ${fault}, in "${french}"`));
    if (places(english) !== places(french)) {
        found.push(
            problem(file, `${what} puts in ${places(french) || 'nothing'} instead of ${places(english) || 'nothing'}`)
        );
    }
    if (english === french && words(english) !== '' && !SAME_IN_BOTH.has(words(english).toLowerCase())) {
        found.push(problem(file, `${what} is the same in both languages: "${french}"`));
    }
    return found;
}
