import type { Answer, Job } from '../facts.ts';
import { comparable } from '../people/duplicates.ts';
import type { Preferences, SonaField } from '../preferences/preferences.ts';
import { SONA_CALL } from '../records/names.ts';

/** What callers tell Sona about themselves, as far as the questions' words say so. */
export interface CallerDetails {
    /** Whole, as far as it is known. */
    readonly name?: string;
    /** Only where the answers tell the two apart. */
    readonly firstName?: string;
    readonly lastName?: string;
    readonly company?: string;
}

const ASKS_COMPANY = /\b(company|business|organi[sz]ation|employer|compagnie|entreprise|societe|organisme|employeur)\b/;
const ASKS_NAME = /\b(name|firstname|lastname|surname|nom|prenom)\b/;
const ASKS_FIRST = /\b(first|given|firstname|prenom)\b/;
/** `nom` beside `prenom` asks for the rest of the name. */
const ASKS_LAST = /\b(last|family|famille|lastname|surname)\b|\bnom\b.*\bprenom\b|\bprenom\b.*\bnom\b/;

/**
 * The name and the company that the caller gave. Questions are the admin's own words: a question that the preferences
 * map to the caller's name comes first, else those that ask for a name, in one question or in two. Asked twice, the last
 * answer counts.
 */
export function callerDetails(jobs: readonly Job[], mapping: Preferences['sonaFields']): CallerDetails {
    const answers = jobs.flatMap((job) => job.answers.map((answer) => ({ job: job.name, ...answer })));
    const mapped = answers.filter(
        (answer) => mappedTo(answer.job, answer.question, mapping)?.field === SONA_CALL.callerName
    );
    const name = lastText(mapped);
    const company = lastText(answers.filter((answer) => ASKS_COMPANY.test(comparable(answer.question))));
    return {
        ...(name === undefined ? askedName(answers) : { name }),
        ...(company === undefined ? {} : { company })
    };
}

/** A question for the whole name answers for the rest of it where the first name was asked for by itself. */
function askedName(answers: readonly Answer[]): Pick<CallerDetails, 'name' | 'firstName' | 'lastName'> {
    const asked = answers.filter(({ question }) => asksName(question));
    const groups = Map.groupBy(asked, ({ question }) => partAsked(comparable(question)));
    const [firstName, last, whole] = (['first', 'last', 'whole'] as const).map((part) =>
        lastText(groups.get(part) ?? [])
    );
    const isWhole = whole !== undefined && (firstName === undefined || holds(whole, firstName));
    const lastName = last ?? (isWhole ? undefined : whole);
    if (firstName !== undefined && lastName !== undefined)
        return { name: `${firstName} ${lastName}`, firstName, lastName };
    const name = whole ?? lastName ?? firstName;
    return name === undefined ? {} : { name };
}

function partAsked(question: string): 'first' | 'last' | 'whole' {
    const [isFirst, isLast] = [ASKS_FIRST.test(question), ASKS_LAST.test(question)];
    return isFirst === isLast ? 'whole' : isFirst ? 'first' : 'last';
}

function holds(name: string, part: string): boolean {
    return ` ${comparable(name)} `.includes(` ${comparable(part)} `);
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
