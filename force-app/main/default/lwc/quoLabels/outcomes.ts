import answered from '@salesforce/label/c.Quo_Outcomes_Answered';
import missed from '@salesforce/label/c.Quo_Outcomes_Missed';
import voicemail from '@salesforce/label/c.Quo_Outcomes_Voicemail';
import forwarded from '@salesforce/label/c.Quo_Outcomes_Forwarded';
import abandoned from '@salesforce/label/c.Quo_Outcomes_Abandoned';
import sona from '@salesforce/label/c.Quo_Outcomes_Sona';
import unanswered from '@salesforce/label/c.Quo_Outcomes_Unanswered';
import failed from '@salesforce/label/c.Quo_Outcomes_Failed';
import reached from '@salesforce/label/c.Quo_Outcomes_Reached';
import messages from '@salesforce/label/c.Quo_Outcomes_Messages';
import call from '@salesforce/label/c.Quo_Outcomes_Call';

export const outcomes = {
    answered,
    missed,
    voicemail,
    forwarded,
    abandoned,
    sona,
    unanswered,
    failed,
    reached,
    messages,
    call
} as const;
