import type { Preferences } from '../preferences/preferences.ts';
import { candidate } from './duplicates.ts';
import type { Match, Reason } from './match.ts';
import { matchNumber, type NumberMatch } from './number-match.ts';
import { sameTelephone } from './mobile-digits.ts';
import { isHiddenNumber, kindOfNumber } from './number.ts';
import { relatedObjectOf } from '../objects/catalogue.ts';
import { isRelating, relatedFor, type RelatedChoice } from './related-record.ts';
import { isCompany, isLead, type RelatedRecord, type Person } from './person.ts';

/** What is remembered of a number, beside who has it. */
export interface NumberChoice {
    /** Record id, `ignore`, or `no-lead`: nobody, and no lead is made. */
    readonly record: string;
    readonly relatedId?: string | null;
    /** Absent: a person's choice. What a merge or a conversion left counts only while nobody has the number. */
    readonly by?: 'duplicate-rule' | 'merge' | 'conversion';
    /** The name of who was merged or converted, where it is known. */
    readonly was?: string;
}

/** Whether a choice goes before whoever has the number. */
export function isFirm(choice: NumberChoice | undefined): choice is NumberChoice {
    return choice !== undefined && choice.record !== NO_LEAD && choice.by !== 'merge' && choice.by !== 'conversion';
}

/** Somebody deleted the lead that was made for the number: nobody has it, and no other lead is made. */
export const NO_LEAD = 'no-lead';

export interface MatchInput {
    /** Outside numbers, in Quo's order; `undefined` when Quo has not told. */
    readonly numbers: readonly string[] | undefined;
    /** Both ends are the workspace's. */
    readonly internal: boolean;
    /** Everybody who has one of the numbers, by number. */
    readonly people: ReadonlyMap<string, readonly Person[]>;
    /** What a person chose before, by number: a record id, or `ignore`. */
    readonly choices: ReadonlyMap<string, NumberChoice>;
    /** The chosen records that still exist, by the id that was chosen. */
    readonly chosenPeople: ReadonlyMap<string, Person>;
    /** Open records that they are on. */
    readonly related: readonly RelatedRecord[];
    /** The one that was chosen last for a contact or an account, at any of their numbers. */
    readonly chosenRelated?: ReadonlyMap<string, string>;
    readonly preferences: Preferences;
}

/**
 * Who was on the other end, and why we think so: what a person chose, else contact, else unconverted lead, else
 * account. A record that a person chose and that has gone since is matched anew.
 *
 * Several outside numbers: matched as soon as one is. The first contact stands in WhoId and the other contacts beside
 * it; a Task takes up to fifty contacts or one lead, so a lead stands there only when nobody is a contact. The reason
 * names them all.
 */
export function matchNumbers(input: MatchInput): Match {
    if (input.internal) return nobody({ code: 'internal' });
    const numbers = [...new Set(input.numbers ?? [])];
    if (numbers.length > 0 && numbers.every(isHiddenNumber)) return nobody({ code: 'hidden' });
    const found = numbers.map((number) => ({ number, ...matchOne(number, input) }));
    const [first, ...others] = found;
    if (!first) return nobody({ code: 'not-told' });
    const status = (['matched', 'ambiguous'] as const).find((one) => found.some((match) => match.status === one));
    const lead = found.find((match) => isLead(match.person));
    const main = found.find(hasContact) ?? lead ?? found.find((match) => match.accountId !== undefined) ?? first;
    return {
        status: status ?? 'unmatched',
        ...who(main),
        ...alsoWho(main, found),
        ...related(main.number, main, input),
        reason: others.length === 0 ? first.reason : { code: 'group', parts: found.map((match) => match.reason) },
        duplicates: found.flatMap((match) => match.duplicates)
    };
}

function nobody(reason: Reason): Match {
    return { status: 'unmatched', reason, duplicates: [] };
}

function matchOne(number: string, input: MatchInput): NumberMatch {
    const unmatched = (reason: Reason): NumberMatch => ({ status: 'unmatched', reason, duplicates: [] });
    const kind = kindOfNumber(number);
    if (kind === 'hidden') return unmatched({ code: 'hidden' });
    const choice = input.choices.get(number);
    if (choice?.record === 'ignore' || isIgnored(number, input.preferences))
        return unmatched({ code: 'ignored-number', number });
    if (kind !== 'number') return unmatched({ code: 'unreadable', seen: number });
    const chosen = choice === undefined ? undefined : input.chosenPeople.get(choice.record);
    const isThere = chosen !== undefined && chosen.isConverted !== true;
    if (isFirm(choice) && isThere) return chosenMatch(number, chosen, choice);
    const found = matchNumber(number, input.people.get(number) ?? []);
    return choice !== undefined && isThere && found.status === 'unmatched'
        ? chosenMatch(number, chosen, choice)
        : found;
}

/** The admin's list of numbers to ignore, in whatever spelling. */
export function isIgnored(number: string, { ignoredNumbers }: Pick<Preferences, 'ignoredNumbers'>): boolean {
    const telephone = sameTelephone(number);
    return ignoredNumbers.some((ignored) => sameTelephone(ignored) === telephone);
}

function chosenMatch(number: string, person: Person, { by, was = '' }: NumberChoice): NumberMatch {
    const who = candidate(person);
    const reason: Reason =
        by === 'merge' || by === 'conversion'
            ? { code: by === 'merge' ? 'merged' : 'converted', number, who, was }
            : { code: by ?? 'chosen', number, who };
    return isCompany(person)
        ? { status: 'matched', accountId: person.id, reason, duplicates: [] }
        : { status: 'matched', person, reason, duplicates: [] };
}

function hasContact(match: NumberMatch): boolean {
    return match.person !== undefined && !isLead(match.person);
}

/** The contact that stands in WhoId: of a person account, its own. */
function contactIdOf(person: Person | undefined): string | undefined {
    if (person === undefined || isLead(person)) return undefined;
    return person.personContactId ?? person.id;
}

function accountIdOf(person: Person): string | undefined {
    return person.object === 'Account' ? person.id : person.accountId;
}

function who({ person, accountId }: NumberMatch): Pick<Match, 'whoId' | 'whoObject' | 'whoName' | 'accountId'> {
    if (!person) return accountId === undefined ? {} : { accountId };
    if (isLead(person)) return { whoId: person.id, whoObject: 'Lead', whoName: person.name };
    const account = accountIdOf(person);
    return {
        whoId: person.personContactId ?? person.id,
        whoObject: 'Contact',
        whoName: person.name,
        ...(account === undefined ? {} : { accountId: account })
    };
}

function alsoWho(main: NumberMatch, found: readonly NumberMatch[]): Pick<Match, 'alsoWhoIds'> {
    const mainId = contactIdOf(main.person);
    if (mainId === undefined) return {};
    const ids = found.map((match) => contactIdOf(match.person)).filter((id) => id !== undefined);
    const others = [...new Set(ids)].filter((id) => id !== mainId);
    return others.length === 0 ? {} : { alsoWhoIds: others };
}

function related(number: string, match: NumberMatch, input: MatchInput): RelatedChoice {
    const { person } = match;
    const isSomebody = person !== undefined || match.accountId !== undefined;
    if (!isSomebody || isLead(person) || !isRelating(input.preferences)) return {};
    const accountId = person ? accountIdOf(person) : match.accountId;
    const contactId = contactIdOf(person);
    const ofPerson = input.chosenRelated?.get(contactId ?? accountId ?? '');
    const chosen = ofPerson ?? input.choices.get(number)?.relatedId;
    if (chosen === null) return {};
    if (chosen !== undefined) {
        const object = relatedObjectOf(chosen);
        const name = input.related.find((one) => one.id === chosen)?.name ?? '';
        return { relatedId: chosen, ...(object === undefined ? {} : { related: { code: 'chosen', object, name } }) };
    }
    return relatedFor({ contactId, accountId }, input.related, input.preferences);
}
