import title from '@salesforce/label/c.Quo_Calling_Title';
import call from '@salesforce/label/c.Quo_Calling_Call';
import text from '@salesforce/label/c.Quo_Calling_Text';
import callNumber from '@salesforce/label/c.Quo_Calling_Call_Number';
import textNumber from '@salesforce/label/c.Quo_Calling_Text_Number';
import noNumber from '@salesforce/label/c.Quo_Calling_No_Number';
import noNumberRemedy from '@salesforce/label/c.Quo_Calling_No_Number_Remedy';
import phone from '@salesforce/label/c.Quo_Calling_Phone';
import mobile from '@salesforce/label/c.Quo_Calling_Mobile';
import home from '@salesforce/label/c.Quo_Calling_Home';
import other from '@salesforce/label/c.Quo_Calling_Other';
import account from '@salesforce/label/c.Quo_Calling_Account';

export const calling = {
    title,
    call,
    text,
    callNumber,
    textNumber,
    noNumber,
    noNumberRemedy,
    phone,
    mobile,
    home,
    other,
    account
} as const;
