import title from '@salesforce/label/c.Quo_Welcome_Title';
import timeline from '@salesforce/label/c.Quo_Welcome_Timeline';
import call from '@salesforce/label/c.Quo_Welcome_Call';
import wrong from '@salesforce/label/c.Quo_Welcome_Wrong';
import dismiss from '@salesforce/label/c.Quo_Welcome_Dismiss';

export const welcome = {
    title,
    timeline,
    call,
    wrong,
    dismiss
} as const;
