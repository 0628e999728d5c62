import { LEAD } from '../records/names.ts';
import { byName, candidate, duplicatesIn } from './duplicates.ts';
import type { Candidate, Reason } from './match.ts';
import { sameTelephone } from './mobile-digits.ts';
import { isCompany, isContact, isLead, isPossible, type Person, type PersonNumber } from './person.ts';

/** Who has one number. `person` and `account` are both absent when nobody is, or when it would be a guess. */
export interface NumberMatch {
    readonly status: 'matched' | 'ambiguous' | 'unmatched';
    /** A contact, a lead or a person account. */
    readonly person?: Person;
    /** The account alone: a shared line, or its own number. */
    readonly accountId?: string;
    readonly reason: Reason;
    readonly duplicates: readonly (readonly Candidate[])[];
}

/**
 * Contact, then unconverted lead, then account; never a guess.
 *
 * Several records with one name are one person entered twice: the one with the latest activity. Several people of one
 * account share a line: the account. Several people of different accounts are ambiguous.
 */
export function matchNumber(number: string, all: readonly Person[]): NumberMatch {
    const people = all.filter((person) => !isOnlyPossible(person, number));
    if (people.length > 0) return matchAmong(number, people, all);
    const open = withoutTwins(all).filter((person) => person.isConverted !== true);
    return open.length === 0
        ? { status: 'unmatched', reason: { code: 'nobody', number }, duplicates: [] }
        : { status: 'ambiguous', reason: { code: 'possible', number, others: open.map(candidate) }, duplicates: [] };
}

function matchAmong(number: string, people: readonly Person[], all: readonly Person[]): NumberMatch {
    const contacts = withoutTwins(people).filter(isContact);
    const leads = people.filter((person) => isLead(person) && person.isConverted !== true);
    const accounts = people.filter(isCompany);
    const duplicates = duplicatesIn([...contacts, ...leads]).concat(duplicatesIn(accounts));
    const also = withoutTwins(all).filter((person) => person.isConverted !== true);
    if (contacts.length > 0) return { ...contactMatch(number, contacts, accounts, also), duplicates };
    if (leads.length > 0) return { ...amongLeads(number, leads, also), duplicates };
    if (accounts.length > 0) return { ...amongAccounts(number, accounts), duplicates };
    return { status: 'unmatched', reason: { code: 'nobody', number }, duplicates: [] };
}

type Found = Omit<NumberMatch, 'duplicates'>;

/** Salesforce lists a person account as an account and as a contact: one of the two is enough. */
function withoutTwins(people: readonly Person[]): readonly Person[] {
    const twins = new Set(people.map((person) => person.personContactId));
    return people.filter((person) => !twins.has(person.id));
}

function contactMatch(
    number: string,
    contacts: readonly Person[],
    accounts: readonly Person[],
    also: readonly Person[]
): Found {
    const groups = byName(contacts);
    const [first, ...others] = groups;
    if (first && others.length === 0) return onePerson(number, first, also);
    return (
        sharedLine(
            number,
            groups.map(([person]) => person),
            accounts
        ) ?? ambiguous(number, contacts)
    );
}

function amongLeads(number: string, leads: readonly Person[], also: readonly Person[]): Found {
    const [first, ...others] = byName(leads);
    return first && others.length === 0 ? onePerson(number, first, also) : ambiguous(number, leads);
}

function amongAccounts(number: string, accounts: readonly Person[]): Found {
    const [first, ...others] = byName(accounts);
    if (!first || others.length > 0) return ambiguous(number, accounts);
    const [account, ...twins] = first;
    const who = candidate(account);
    const reason: Reason =
        twins.length > 0
            ? { code: 'same-person-twice', number, who, others: twins.map(candidate) }
            : { code: 'account-number', number, who };
    return { status: 'matched', accountId: account.id, reason };
}

/** @param also everybody who has the number, or may have it */
function onePerson(number: string, group: readonly [Person, ...Person[]], also: readonly Person[]): Found {
    const [person, ...twins] = group;
    return { status: 'matched', person, reason: reasonFor(number, person, twins, also) };
}

function reasonFor(number: string, person: Person, twins: readonly Person[], also: readonly Person[]): Reason {
    const who = candidate(person);
    if (twins.length > 0) return { code: 'same-person-twice', number, who, others: twins.map(candidate) };
    const here = numbersLike(person, number);
    // The field that only we fill: the lead was made for this caller.
    if (isLead(person) && here.some(({ field }) => field === LEAD.phone)) return { code: 'lead-created', number, who };
    const on = here.find(({ reading }) => reading === undefined) ?? here.find((one) => !isPossible(one));
    const overLead = isContact(person) && also.some((one) => isLead(one) && !isOnlyPossible(one, number));
    return {
        code: overLead ? 'contact-over-lead' : 'only-match',
        number,
        who,
        field: on?.field ?? '',
        ...(on?.reading === 'one-of-several' && { several: true }),
        ...withOthers(person, also)
    };
}

function withOthers(person: Person, also: readonly Person[]): { account?: string; others?: readonly Candidate[] } {
    const own = also.find((one) => isCompany(one) && one.id === person.accountId);
    const others = also.filter((one) => one.id !== person.id && one !== own).map(candidate);
    return { ...(own && { account: own.name }), ...(others.length > 0 && { others }) };
}

function numbersLike({ numbers }: Person, number: string): readonly PersonNumber[] {
    return numbers.filter(({ e164 }) => sameTelephone(e164) === sameTelephone(number));
}

/** Somebody whom the number reaches in another way, chosen by hand or found by Salesforce, is more than possible. */
function isOnlyPossible(person: Person, number: string): boolean {
    const here = numbersLike(person, number);
    return here.length > 0 && here.every(isPossible);
}

function sharedLine(number: string, people: readonly Person[], accounts: readonly Person[]): Found | undefined {
    const [accountId, ...others] = new Set(people.map((person) => person.accountId));
    if (accountId === undefined || others.length > 0) return undefined;
    const name = accounts.find((account) => account.id === accountId)?.name ?? people[0]?.company ?? '';
    const who: Candidate = { id: accountId, object: 'Account', name };
    return {
        status: 'matched',
        accountId,
        reason: { code: 'shared-line', number, who, others: people.map(candidate) }
    };
}

function ambiguous(number: string, people: readonly Person[]): Found {
    return { status: 'ambiguous', reason: { code: 'ambiguous', number, others: people.map(candidate) } };
}
