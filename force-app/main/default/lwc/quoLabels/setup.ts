import title from '@salesforce/label/c.Quo_Setup_Title';
import loading from '@salesforce/label/c.Quo_Setup_Loading';
import notForYou from '@salesforce/label/c.Quo_Setup_Not_For_You';
import notForYouRemedy from '@salesforce/label/c.Quo_Setup_Not_For_You_Remedy';
import connected from '@salesforce/label/c.Quo_Setup_Connected';
import console from '@salesforce/label/c.Quo_Setup_Console';
import openConsole from '@salesforce/label/c.Quo_Setup_Open_Console';
import inboxes from '@salesforce/label/c.Quo_Setup_Inboxes';
import reported from '@salesforce/label/c.Quo_Setup_Reported';
import written from '@salesforce/label/c.Quo_Setup_Written';
import never from '@salesforce/label/c.Quo_Setup_Never';
import waiting from '@salesforce/label/c.Quo_Setup_Waiting';
import parked from '@salesforce/label/c.Quo_Setup_Parked';
import steps from '@salesforce/label/c.Quo_Setup_Steps';
import done from '@salesforce/label/c.Quo_Setup_Done';
import toDo from '@salesforce/label/c.Quo_Setup_To_Do';
import look from '@salesforce/label/c.Quo_Setup_Look';
import yours from '@salesforce/label/c.Quo_Setup_Yours';
import connectStep from '@salesforce/label/c.Quo_Setup_Connect_Step';
import connectToDo from '@salesforce/label/c.Quo_Setup_Connect_To_Do';
import connectSilent from '@salesforce/label/c.Quo_Setup_Connect_Silent';
import checkStep from '@salesforce/label/c.Quo_Setup_Check_Step';
import checkFailed from '@salesforce/label/c.Quo_Setup_Check_Failed';
import checkWarned from '@salesforce/label/c.Quo_Setup_Check_Warned';
import callStep from '@salesforce/label/c.Quo_Setup_Call_Step';
import callToDo from '@salesforce/label/c.Quo_Setup_Call_To_Do';
import parkedStep from '@salesforce/label/c.Quo_Setup_Parked_Step';
import parkedLook from '@salesforce/label/c.Quo_Setup_Parked_Look';
import peopleStep from '@salesforce/label/c.Quo_Setup_People_Step';
import peopleToDo from '@salesforce/label/c.Quo_Setup_People_To_Do';
import openGroups from '@salesforce/label/c.Quo_Setup_Open_Groups';
import pagesStep from '@salesforce/label/c.Quo_Setup_Pages_Step';
import pagesToDo from '@salesforce/label/c.Quo_Setup_Pages_To_Do';
import openPages from '@salesforce/label/c.Quo_Setup_Open_Pages';

export const setup = {
    title,
    loading,
    notForYou,
    notForYouRemedy,
    connected,
    console,
    openConsole,
    inboxes,
    reported,
    written,
    never,
    waiting,
    parked,
    steps,
    done,
    toDo,
    look,
    yours,
    connectStep,
    connectToDo,
    connectSilent,
    checkStep,
    checkFailed,
    checkWarned,
    callStep,
    callToDo,
    parkedStep,
    parkedLook,
    peopleStep,
    peopleToDo,
    openGroups,
    pagesStep,
    pagesToDo,
    openPages
} as const;
