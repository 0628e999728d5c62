import alt from '@salesforce/label/c.Quo_Photo_Alt';
import numbered from '@salesforce/label/c.Quo_Photo_Numbered';
import enlarge from '@salesforce/label/c.Quo_Photo_Enlarge';
import close from '@salesforce/label/c.Quo_Photo_Close';
import open from '@salesforce/label/c.Quo_Photo_Open';
import failed from '@salesforce/label/c.Quo_Photo_Failed';
import notAllowed from '@salesforce/label/c.Quo_Photo_Not_Allowed';

export const photo = { alt, numbered, enlarge, close, open, failed, notAllowed } as const;
