/** A call or a conversation in a line of words: the same in the timeline and on the task's own page. */
import { durationText } from 'c/quoDurations';
import { fillLabel, fillPlural, timeline as labels } from 'c/quoLabels';
import { appearanceOf } from 'c/quoOutcomes';
import { formatPhoneNumber } from 'c/quoPhoneNumbers';
import type { Row } from 'c/quoTimelineRows';

/** Who is on the other end, as far as it is known. */
export function personOf(row: Row): string {
    return row.who?.name ?? (formatPhoneNumber(row.number) || labels.unknownCaller);
}

/** `Incoming call answered: Jean Tremblay` */
export function rowName(row: Row): string {
    return fillLabel(labels.withPerson, appearanceOf(row).label, personOf(row));
}

function speakerText(row: Row): string {
    if (row.kind === 'messages') return '';
    const isOutgoing = row.direction === 'outgoing';
    // The owner is a good guess only where somebody of ours surely spoke: unanswered calls have owners too.
    const name = row.spokeWith ?? (isOutgoing || row.outcome === 'answered' ? row.owner?.name : undefined);
    if (!name) return '';
    return fillLabel(isOutgoing ? labels.initiatedBy : labels.answeredBy, name);
}

/** What happened, how long, with whom and where: what a glance should catch. */
export function factsText(row: Row): string {
    return [appearanceOf(row).label, circumstancesText(row)].filter(Boolean).join(' · ');
}

/** The same where what happened stands above. */
export function circumstancesText(row: Row): string {
    const messages = row.messages.length;
    return [
        durationText(row.duration),
        row.kind === 'messages' && messages > 0 ? fillPlural(labels.messageCount, messages) : '',
        row.part && row.part.of > 1 ? fillLabel(labels.part, row.part.number, row.part.of) : '',
        row.voicemailDuration ? fillLabel(labels.voicemail, durationText(row.voicemailDuration)) : '',
        speakerText(row),
        row.handedTo ? fillLabel(labels.handedTo, row.handedTo) : '',
        row.inbox
    ]
        .filter(Boolean)
        .join(' · ');
}
