import kind from '@salesforce/label/c.Quo_Filters_Kind';
import kindAll from '@salesforce/label/c.Quo_Filters_Kind_All';
import kindCalls from '@salesforce/label/c.Quo_Filters_Kind_Calls';
import kindTexts from '@salesforce/label/c.Quo_Filters_Kind_Texts';
import kindSona from '@salesforce/label/c.Quo_Filters_Kind_Sona';
import kindMissed from '@salesforce/label/c.Quo_Filters_Kind_Missed';
import direction from '@salesforce/label/c.Quo_Filters_Direction';
import directionAll from '@salesforce/label/c.Quo_Filters_Direction_All';
import directionIncoming from '@salesforce/label/c.Quo_Filters_Direction_Incoming';
import directionOutgoing from '@salesforce/label/c.Quo_Filters_Direction_Outgoing';
import person from '@salesforce/label/c.Quo_Filters_Person';
import personAll from '@salesforce/label/c.Quo_Filters_Person_All';
import inbox from '@salesforce/label/c.Quo_Filters_Inbox';
import inboxAll from '@salesforce/label/c.Quo_Filters_Inbox_All';
import period from '@salesforce/label/c.Quo_Filters_Period';
import periodAll from '@salesforce/label/c.Quo_Filters_Period_All';
import periodToday from '@salesforce/label/c.Quo_Filters_Period_Today';
import period7 from '@salesforce/label/c.Quo_Filters_Period7';
import period30 from '@salesforce/label/c.Quo_Filters_Period30';
import period90 from '@salesforce/label/c.Quo_Filters_Period90';

export const filters = {
    kind,
    kindAll,
    kindCalls,
    kindTexts,
    kindSona,
    kindMissed,
    direction,
    directionAll,
    directionIncoming,
    directionOutgoing,
    person,
    personAll,
    inbox,
    inboxAll,
    period,
    periodAll,
    periodToday,
    period7,
    period30,
    period90
} as const;
