import actions from '@salesforce/label/c.Quo_Row_Actions';
import callBack from '@salesforce/label/c.Quo_Row_Call_Back';
import sendText from '@salesforce/label/c.Quo_Row_Send_Text';
import followUp from '@salesforce/label/c.Quo_Row_Follow_Up';
import followUpSubject from '@salesforce/label/c.Quo_Row_Follow_Up_Subject';
import addNote from '@salesforce/label/c.Quo_Row_Add_Note';
import followUpDone from '@salesforce/label/c.Quo_Row_Follow_Up_Done';
import openPerson from '@salesforce/label/c.Quo_Row_Open_Person';
import saved from '@salesforce/label/c.Quo_Row_Saved';
import note from '@salesforce/label/c.Quo_Row_Note';
import noteHelp from '@salesforce/label/c.Quo_Row_Note_Help';
import save from '@salesforce/label/c.Quo_Row_Save';
import cancel from '@salesforce/label/c.Quo_Row_Cancel';
import noteChanged from '@salesforce/label/c.Quo_Row_Note_Changed';
import noteChangedRemedy from '@salesforce/label/c.Quo_Row_Note_Changed_Remedy';
import noteTooLong from '@salesforce/label/c.Quo_Row_Note_Too_Long';
import noteTooLongRemedy from '@salesforce/label/c.Quo_Row_Note_Too_Long_Remedy';

export const rowActions = {
    actions,
    callBack,
    sendText,
    followUp,
    followUpSubject,
    addNote,
    followUpDone,
    openPerson,
    saved,
    note,
    noteHelp,
    save,
    cancel,
    noteChanged,
    noteChangedRemedy,
    noteTooLong,
    noteTooLongRemedy
} as const;
