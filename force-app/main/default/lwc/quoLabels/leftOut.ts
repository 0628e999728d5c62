import line from '@salesforce/label/c.Quo_Left_Out_Line';
import contact from '@salesforce/label/c.Quo_Left_Out_Contact';
import lead from '@salesforce/label/c.Quo_Left_Out_Lead';
import account from '@salesforce/label/c.Quo_Left_Out_Account';
import opportunity from '@salesforce/label/c.Quo_Left_Out_Opportunity';
import user from '@salesforce/label/c.Quo_Left_Out_User';
import names from '@salesforce/label/c.Quo_Left_Out_Names';
import summary from '@salesforce/label/c.Quo_Left_Out_Summary';
import nextSteps from '@salesforce/label/c.Quo_Left_Out_Next_Steps';
import duration from '@salesforce/label/c.Quo_Left_Out_Duration';
import direction from '@salesforce/label/c.Quo_Left_Out_Direction';
import outcome from '@salesforce/label/c.Quo_Left_Out_Outcome';
import inbox from '@salesforce/label/c.Quo_Left_Out_Inbox';
import number from '@salesforce/label/c.Quo_Left_Out_Number';
import conversation from '@salesforce/label/c.Quo_Left_Out_Conversation';
import course from '@salesforce/label/c.Quo_Left_Out_Course';
import reason from '@salesforce/label/c.Quo_Left_Out_Reason';
import followUp from '@salesforce/label/c.Quo_Left_Out_Follow_Up';

/** What a page leaves out because the user may not read it, as it stands in `line`. */
export const leftOut = {
    line,
    contact,
    lead,
    account,
    opportunity,
    user,
    names,
    summary,
    nextSteps,
    duration,
    direction,
    outcome,
    inbox,
    number,
    conversation,
    course,
    reason,
    followUp
} as const;
