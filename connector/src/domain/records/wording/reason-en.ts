import type { Candidate, OpportunityReason, Reason } from '../../people/match.ts';

type Format = (number: string) => string;

const OBJECT = { Contact: 'contact', Lead: 'lead', Account: 'account' } as const;

/** Why a call was put where it was put; every candidate is named. */
export function reasonEn(reason: Reason, format: Format): string {
    switch (reason.code) {
        case 'chosen':
            return `A person chose ${named(reason.who)} for ${format(reason.number)}.`;
        case 'duplicate-rule':
            return `A duplicate rule of the org names ${named(reason.who)} for ${format(reason.number)}.`;
        case 'merged':
            return `${format(reason.number)} was the number of ${reason.was}, merged into ${named(reason.who)}.`;
        case 'converted':
            return `${format(reason.number)} was the number of ${reason.was === '' ? 'a lead' : `the lead ${reason.was}`}, converted into ${named(reason.who)}.`;
        case 'only-match':
            return `${format(reason.number)} is the number of the ${OBJECT[reason.who.object]} ${reason.who.name}${field(reason.field)}; nobody else has it.`;
        case 'contact-over-lead':
            return `${format(reason.number)} is the number of the contact ${reason.who.name}${field(reason.field)}. A lead has it too, but a contact goes before a lead.`;
        case 'same-person-twice':
            return `${named(reason.who)} is entered more than once with ${format(reason.number)}: the record with the latest activity was taken (others: ${list(reason.others)}).`;
        case 'shared-line':
            return `${format(reason.number)} is a shared line of the account ${reason.who.name}: ${list(reason.others)}. Attached to the account only.`;
        case 'account-number':
            return `${format(reason.number)} is the number of the account ${reason.who.name}.`;
        case 'kept':
            return `Stays with ${named(reason.who)}, who was found for ${format(reason.number)} when this was written.`;
        case 'lead-created':
            return `Nobody had ${format(reason.number)}: a lead was created (${reason.who.name}).`;
        case 'ambiguous':
            return `Several records have ${format(reason.number)} and nothing tells which one is meant: ${list(reason.others)}. Please choose.`;
        case 'ignored-number':
            return `${format(reason.number)} is on the list of numbers to ignore.`;
        case 'nobody':
            return `No record has ${format(reason.number)}.`;
        case 'unreadable':
            return `“${reason.seen}” is not a number that can belong to somebody (short code or unreadable).`;
        case 'hidden':
            return 'The other party withheld their number.';
        case 'not-told':
            return 'Quo did not tell the other party’s number.';
        case 'internal':
            return 'Internal, between two numbers of the Quo workspace.';
        case 'group':
            return reason.parts.map((part) => reasonEn(part, format)).join(' ');
    }
}

/** Which opportunity, and why; or why none. */
export function opportunityEn(reason: OpportunityReason): string {
    switch (reason.code) {
        case 'only-open':
            return reason.through === 'role'
                ? `Opportunity “${reason.name}”: the only open one in which this person has a role.`
                : `Opportunity “${reason.name}”: the account’s only open one.`;
        case 'most-recent':
            return `Opportunity “${reason.name}”: the most recent of ${reason.of} open ones ${reason.through === 'role' ? 'of this person' : 'of the account'}.`;
        case 'chosen':
            return reason.name === ''
                ? 'Opportunity chosen by a person.'
                : `Opportunity “${reason.name}”: chosen by a person.`;
        case 'kept':
            return 'Opportunity: the one that was right when this was written.';
        case 'several-open':
            return `No opportunity: ${reason.of} are open and nothing tells which one is meant.`;
    }
}

function field(name: string): string {
    return name === '' ? '' : ` (field ${name})`;
}

function named(who: Candidate): string {
    return `${who.name} (${OBJECT[who.object]})`;
}

function list(candidates: readonly Candidate[]): string {
    return candidates.map(named).join(', ');
}
