import type { Candidate, RelatedReason, Reason } from '../domain/people/match.ts';
import type { Words } from './catalogue.ts';

type Says = Words['records'];

/** Why a call was put where it was put; every candidate is named. */
export function reasonSentence(reason: Reason, format: (number: string) => string, says: Says): string {
    const number = 'number' in reason ? format(reason.number) : '';
    switch (reason.code) {
        case 'group':
            return reason.parts.map((part) => reasonSentence(part, format, says)).join(' ');
        case 'hidden':
        case 'not-told':
        case 'internal':
            return says.reason[reason.code];
        case 'unreadable':
            return says.reason.unreadable({ seen: reason.seen });
        case 'ignored-number':
        case 'nobody':
            return says.reason[reason.code]({ number });
        case 'ambiguous':
        case 'possible':
            return says.reason[reason.code]({ number, others: list(reason.others, says) });
        default:
            return sentenceOfOne(reason, number, says);
    }
}

function sentenceOfOne(reason: Extract<Reason, { readonly who: Candidate }>, number: string, says: Says): string {
    const { name, object } = reason.who;
    const who = named(reason.who, says);
    switch (reason.code) {
        case 'chosen':
        case 'duplicate-rule':
        case 'kept':
            return says.reason[reason.code]({ number, who });
        case 'merged':
            return says.reason.merged({ number, who, was: reason.was });
        case 'converted':
            return says.reason.converted({ number, who, was: reason.was, known: known(reason.was) });
        case 'only-match':
            return says.reason['only-match']({ number, name, object, ...onField(reason, says) });
        case 'contact-over-lead':
            return says.reason['contact-over-lead']({ number, name, ...onField(reason, says) });
        case 'same-person-twice':
            return says.reason['same-person-twice']({ number, who, others: list(reason.others, says) });
        case 'shared-line':
            return says.reason['shared-line']({ number, name, others: list(reason.others, says) });
        case 'account-number':
        case 'lead-created':
            return says.reason[reason.code]({ number, name });
    }
}

/** What it is related to, and why; or why to nothing. */
export function relatedSentence(reason: RelatedReason, { related }: Says): string {
    const says = related[reason.object];
    switch (reason.code) {
        case 'only-open':
            return says['only-open']({ name: reason.name, through: reason.through });
        case 'most-recent':
            return says['most-recent']({ name: reason.name, through: reason.through, of: String(reason.of) });
        case 'chosen':
            return says.chosen({ name: reason.name, known: known(reason.name) });
        case 'kept':
            return says.kept;
        case 'several-open':
            return says['several-open']({ of: String(reason.of) });
    }
}

type OnField = Extract<Reason, { readonly code: 'only-match' | 'contact-over-lead' }>;

function onField({ field, several, account, others = [] }: OnField, says: Says) {
    return {
        field,
        known: known(field),
        several: several === true ? 'yes' : 'no',
        account: account === undefined ? 'none' : 'some',
        accountName: account ?? '',
        shared: others.length > 0 ? 'yes' : 'no',
        others: list(others, says)
    };
}

/** For a `select`: the text itself may be anything. */
function known(text: string): string {
    return text === '' ? 'no' : 'yes';
}

function named({ name, object }: Candidate, says: Says): string {
    return says.candidate({ name, object });
}

function list(candidates: readonly Candidate[], says: Says): string {
    return candidates.map((one) => named(one, says)).join(', ');
}
