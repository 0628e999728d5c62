import { LEAD } from '../records/names.ts';
import { byName, candidate, duplicatesIn } from './duplicates.ts';
import type { Candidate, Reason } from './match.ts';
import { isCompany, isContact, isLead, type Person } from './person.ts';

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
export function matchNumber(number: string, people: readonly Person[]): NumberMatch {
    const contacts = withoutTwins(people).filter(isContact);
    const leads = people.filter((person) => isLead(person) && person.isConverted !== true);
    const accounts = people.filter(isCompany);
    const duplicates = duplicatesIn([...contacts, ...leads]).concat(duplicatesIn(accounts));
    if (contacts.length > 0) return { ...contactMatch(number, contacts, leads, accounts), duplicates };
    if (leads.length > 0) return { ...amongLeads(number, leads), duplicates };
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
    leads: readonly Person[],
    accounts: readonly Person[]
): Found {
    const groups = byName(contacts);
    const [first, ...others] = groups;
    if (first && others.length === 0) return onePerson(number, first, leads.length > 0);
    return (
        sharedLine(
            number,
            groups.map(([person]) => person),
            accounts
        ) ?? ambiguous(number, contacts)
    );
}

function amongLeads(number: string, leads: readonly Person[]): Found {
    const [first, ...others] = byName(leads);
    return first && others.length === 0 ? onePerson(number, first, false) : ambiguous(number, leads);
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

function onePerson(number: string, group: readonly [Person, ...Person[]], overLead: boolean): Found {
    const [person, ...twins] = group;
    return { status: 'matched', person, reason: reasonFor(number, person, twins, overLead) };
}

function reasonFor(number: string, person: Person, twins: readonly Person[], overLead: boolean): Reason {
    const who = candidate(person);
    if (twins.length > 0) return { code: 'same-person-twice', number, who, others: twins.map(candidate) };
    const fields = person.numbers.filter((one) => one.e164 === number).map((one) => one.field);
    // The field that only we fill: the lead was made for this caller.
    if (isLead(person) && fields.includes(LEAD.phone)) return { code: 'lead-created', number, who };
    return { code: overLead ? 'contact-over-lead' : 'only-match', number, who, field: fields[0] ?? '' };
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
