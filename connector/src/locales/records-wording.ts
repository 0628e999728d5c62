import type { Wording } from '../domain/records/wording.ts';
import { wordsOf, type Language, type Words } from './catalogue.ts';
import { relatedSentence, reasonSentence } from './match-sentences.ts';

const WORDINGS = new Map<Language, Wording>();

/** What rendering asks of a language, said with its messages. */
export function wordingOf(language: Language): Wording {
    const known = WORDINGS.get(language);
    if (known !== undefined) return known;
    const wording = worded(wordsOf(language).records);
    WORDINGS.set(language, wording);
    return wording;
}

function worded(says: Words['records']): Wording {
    const { subject } = says;
    return {
        subject: {
            ...subject,
            messages: (count, part) =>
                part > 1
                    ? subject.messagesContinued({ count: String(count), part: String(part) })
                    : subject.messages({ count: String(count) })
        },
        outcome: says.outcome,
        status: (outcome, to) => {
            if (to !== undefined && outcome === 'forwarded') return says.forwardedTo({ to });
            if (to !== undefined && outcome === 'handled by Sona') return says.sonaForwardedTo({ to });
            return says.status[outcome];
        },
        menu: (choice) => says.menu({ choice }),
        duration: (time) => says.duration({ time }),
        answeredBy: (name) => says.answeredBy({ name }),
        initiatedBy: (name) => says.initiatedBy({ name }),
        nextSteps: says.nextSteps,
        voicemail: (transcript) => says.voicemail({ transcript }),
        voicemailLink: (url) => says.voicemailLink({ url }),
        recording: (url, n) =>
            n === undefined ? says.recording({ url }) : says.recordingOfSeveral({ url, n: String(n) }),
        conversation: (url) => says.conversation({ url }),
        said: (author, text) => (text === '' ? says.saidNothing({ author }) : says.said({ author, text })),
        colon: says.colon,
        messagesHeading: says.messagesHeading,
        participants: (names) => says.participants({ names: names.join(', ') }),
        notDelivered: (status, code) => {
            if (status !== 'failed' && status !== 'undelivered') return undefined;
            return code === undefined ? says[status] : says[`${status}WithCode`]({ code });
        },
        unknownPerson: says.unknownPerson,
        unknownCompany: says.unknownCompany,
        yes: says.yes,
        no: says.no,
        reason: (reason, formatNumber) => reasonSentence(reason, formatNumber, says),
        provisional: (who) => (who === undefined ? says.provisional.open : says.provisional.soFar({ who })),
        related: (reason) => relatedSentence(reason, says)
    };
}
