import title from '@salesforce/label/c.Quo_Sona_Title';
import loading from '@salesforce/label/c.Quo_Sona_Loading';
import contained from '@salesforce/label/c.Quo_Sona_Contained';
import transferred from '@salesforce/label/c.Quo_Sona_Transferred';
import caller from '@salesforce/label/c.Quo_Sona_Caller';
import nobodyMatched from '@salesforce/label/c.Quo_Sona_Nobody_Matched';
import severalMatched from '@salesforce/label/c.Quo_Sona_Several_Matched';
import contact from '@salesforce/label/c.Quo_Sona_Contact';
import lead from '@salesforce/label/c.Quo_Sona_Lead';
import account from '@salesforce/label/c.Quo_Sona_Account';
import opportunity from '@salesforce/label/c.Quo_Sona_Opportunity';
import when from '@salesforce/label/c.Quo_Sona_When';
import duration from '@salesforce/label/c.Quo_Sona_Duration';
import inbox from '@salesforce/label/c.Quo_Sona_Inbox';
import summary from '@salesforce/label/c.Quo_Sona_Summary';
import noSummary from '@salesforce/label/c.Quo_Sona_No_Summary';
import answers from '@salesforce/label/c.Quo_Sona_Answers';
import noAnswers from '@salesforce/label/c.Quo_Sona_No_Answers';
import otherAnswers from '@salesforce/label/c.Quo_Sona_Other_Answers';
import answersMissing from '@salesforce/label/c.Quo_Sona_Answers_Missing';
import nextSteps from '@salesforce/label/c.Quo_Sona_Next_Steps';
import noNextSteps from '@salesforce/label/c.Quo_Sona_No_Next_Steps';
import toDo from '@salesforce/label/c.Quo_Sona_To_Do';
import done from '@salesforce/label/c.Quo_Sona_Done';
import notNeeded from '@salesforce/label/c.Quo_Sona_Not_Needed';
import markDone from '@salesforce/label/c.Quo_Sona_Mark_Done';
import markNotNeeded from '@salesforce/label/c.Quo_Sona_Mark_Not_Needed';
import reopen from '@salesforce/label/c.Quo_Sona_Reopen';
import assignedTo from '@salesforce/label/c.Quo_Sona_Assigned_To';
import nobody from '@salesforce/label/c.Quo_Sona_Nobody';
import assignToMe from '@salesforce/label/c.Quo_Sona_Assign_To_Me';
import reassign from '@salesforce/label/c.Quo_Sona_Reassign';
import saved from '@salesforce/label/c.Quo_Sona_Saved';
import handOff from '@salesforce/label/c.Quo_Sona_Hand_Off';
import handedTo from '@salesforce/label/c.Quo_Sona_Handed_To';
import takenBy from '@salesforce/label/c.Quo_Sona_Taken_By';
import notTaken from '@salesforce/label/c.Quo_Sona_Not_Taken';
import noHandOff from '@salesforce/label/c.Quo_Sona_No_Hand_Off';
import recording from '@salesforce/label/c.Quo_Sona_Recording';
import why from '@salesforce/label/c.Quo_Sona_Why';
import openInQuo from '@salesforce/label/c.Quo_Sona_Open_In_Quo';
import openTask from '@salesforce/label/c.Quo_Sona_Open_Task';

export const sona = {
    title,
    loading,
    contained,
    transferred,
    caller,
    nobodyMatched,
    severalMatched,
    contact,
    lead,
    account,
    opportunity,
    when,
    duration,
    inbox,
    summary,
    noSummary,
    answers,
    noAnswers,
    otherAnswers,
    answersMissing,
    nextSteps,
    noNextSteps,
    toDo,
    done,
    notNeeded,
    markDone,
    markNotNeeded,
    reopen,
    assignedTo,
    nobody,
    assignToMe,
    reassign,
    saved,
    handOff,
    handedTo,
    takenBy,
    notTaken,
    noHandOff,
    recording,
    why,
    openInQuo,
    openTask
} as const;
