/** How a kind and an outcome look: the icon, its colour by the standard set, and the words. */
import { outcomes as labels } from 'c/quoLabels';

export type Outcome =
    'answered' | 'missed' | 'voicemail' | 'forwarded' | 'abandoned' | 'handled by Sona' | 'unanswered' | 'failed';

export interface Look {
    /** A standard icon: its colour comes from the theme. */
    readonly icon: string;
    /** The blueprint's modifier, which colours the line between the rows. */
    readonly itemClass: string;
    readonly label: string;
    /** True when somebody on our side still owes an answer. */
    readonly isMissed: boolean;
}

const CALL = 'slds-timeline__item_call';
const TEXT = 'slds-timeline__item_email';
const ALERT = 'slds-timeline__item_task';

const look = (icon: string, label: string, itemClass = CALL, isMissed = false): Look => ({
    icon,
    itemClass,
    label,
    isMissed
});

const INCOMING: Readonly<Record<Outcome, Look>> = {
    answered: look('standard:call', labels.answered),
    missed: look('standard:end_call', labels.missed, CALL, true),
    voicemail: look('standard:voice_call', labels.voicemail, CALL, true),
    forwarded: look('standard:call_history', labels.forwarded),
    abandoned: look('standard:end_call', labels.abandoned, CALL, true),
    'handled by Sona': look('standard:bot', labels.sona),
    unanswered: look('standard:end_call', labels.unanswered, CALL, true),
    failed: look('standard:incident', labels.failed, ALERT)
};

const OUTGOING: Readonly<Partial<Record<Outcome, Look>>> = {
    answered: look('standard:log_a_call', labels.reached),
    unanswered: look('standard:case_log_a_call', labels.unanswered),
    missed: look('standard:case_log_a_call', labels.unanswered)
};

/** @param outcome a value of `Quo_Outcome__c`; unknown or absent ones are shown as a plain call */
export function lookOf(row: {
    readonly kind: 'call' | 'messages';
    readonly direction?: 'incoming' | 'outgoing';
    readonly outcome?: string;
}): Look {
    if (row.kind === 'messages') return look('standard:sms', labels.messages, TEXT);
    const outcome = row.outcome as Outcome | undefined;
    const outgoing = row.direction === 'outgoing';
    const found = outcome && ((outgoing && OUTGOING[outcome]) || INCOMING[outcome]);
    return found || look(outgoing ? 'standard:log_a_call' : 'standard:call', labels.call);
}
