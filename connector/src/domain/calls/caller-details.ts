import type { Answer, Job } from '../facts.ts';
import { comparable } from '../people/duplicates.ts';
import type { Preferences, SonaField } from '../preferences/preferences.ts';
import { SONA_CALL } from '../records/names.ts';

/** What callers tell Sona about themselves, as far as the questions' words say so. */
export interface CallerDetails {
    readonly name?: string;
    readonly company?: string;
}

const ASKS_COMPANY = /\b(company|business|organi[sz]ation|employer|compagnie|entreprise|societe|organisme|employeur)\b/;
const ASKS_NAME = /\b(name|nom|prenom)\b/;

/**
 * The name and the company that the caller gave. Questions are the admin's own words: a question that the preferences
 * map to the caller's name comes first, else one that asks for a name. Asked twice, the last answer counts.
 */
export function callerDetails(jobs: readonly Job[], mapping: Preferences['sonaFields']): CallerDetails {
    const answers = jobs.flatMap((job) => job.answers.map((answer) => ({ job: job.name, ...answer })));
    const mapped = answers.filter(
        (answer) => mappedTo(answer.job, answer.question, mapping)?.field === SONA_CALL.callerName
    );
    const name = lastText(mapped) ?? lastText(answers.filter((answer) => asksName(answer.question)));
    const company = lastText(answers.filter((answer) => ASKS_COMPANY.test(comparable(answer.question))));
    return { ...(name === undefined ? {} : { name }), ...(company === undefined ? {} : { company }) };
}

/** The field of `Sona_Call__c` that an answer goes to; job and question compare without case and punctuation. */
export function mappedTo(job: string, question: string, mapping: Preferences['sonaFields']): SonaField | undefined {
    return mapping.findLast(
        (one) => comparable(one.job) === comparable(job) && comparable(one.question) === comparable(question)
    );
}

function asksName(question: string): boolean {
    const words = comparable(question);
    return ASKS_NAME.test(words) && !ASKS_COMPANY.test(words);
}

function lastText(answers: readonly Answer[]): string | undefined {
    const texts = answers.map((answer) => (typeof answer.value === 'string' ? answer.value.trim() : ''));
    return texts.findLast((text) => text !== '');
}
