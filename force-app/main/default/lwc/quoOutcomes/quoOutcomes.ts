/** The appearance of a kind and an outcome: the icon, its colour by the standard set, and the words. */
import { outcomes as labels } from 'c/quoLabels';

export type Outcome =
    'answered' | 'missed' | 'voicemail' | 'forwarded' | 'abandoned' | 'handled by Sona' | 'unanswered' | 'failed';

export interface Appearance {
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

const appearance = (icon: string, label: string, itemClass = CALL, isMissed = false): Appearance => ({
    icon,
    itemClass,
    label,
    isMissed
});

const INCOMING: Readonly<Record<Outcome, Appearance>> = {
    answered: appearance('standard:call', labels.answered),
    missed: appearance('standard:end_call', labels.missed, CALL, true),
    voicemail: appearance('standard:voice_call', labels.voicemail, CALL, true),
    forwarded: appearance('standard:call_history', labels.forwarded),
    abandoned: appearance('standard:end_call', labels.abandoned, CALL, true),
    'handled by Sona': appearance('standard:bot', labels.sona),
    unanswered: appearance('standard:end_call', labels.unanswered, CALL, true),
    failed: appearance('standard:incident', labels.failed, ALERT)
};

const OUTGOING: Readonly<Partial<Record<Outcome, Appearance>>> = {
    answered: appearance('standard:log_a_call', labels.reached),
    unanswered: appearance('standard:case_log_a_call', labels.unanswered),
    missed: appearance('standard:case_log_a_call', labels.unanswered)
};

/** @param outcome a value of `Quo_Outcome__c`; unknown or absent ones are shown as a plain call */
export function appearanceOf(row: {
    readonly kind: 'call' | 'messages';
    readonly direction?: 'incoming' | 'outgoing';
    readonly outcome?: string;
}): Appearance {
    if (row.kind === 'messages') return appearance('standard:sms', labels.messages, TEXT);
    const outcome = row.outcome as Outcome | undefined;
    const outgoing = row.direction === 'outgoing';
    const found = outcome && ((outgoing && OUTGOING[outcome]) || INCOMING[outcome]);
    return found || appearance(outgoing ? 'standard:log_a_call' : 'standard:call', labels.call);
}
