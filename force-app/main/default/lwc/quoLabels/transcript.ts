import search from '@salesforce/label/c.Quo_Transcript_Search';
import hitOf from '@salesforce/label/c.Quo_Transcript_Hit_Of';
import noHits from '@salesforce/label/c.Quo_Transcript_No_Hits';
import previous from '@salesforce/label/c.Quo_Transcript_Previous';
import next from '@salesforce/label/c.Quo_Transcript_Next';
import follow from '@salesforce/label/c.Quo_Transcript_Follow';
import us from '@salesforce/label/c.Quo_Transcript_Us';
import them from '@salesforce/label/c.Quo_Transcript_Them';
import lanes from '@salesforce/label/c.Quo_Transcript_Lanes';
import missing from '@salesforce/label/c.Quo_Transcript_Missing';
import playFrom from '@salesforce/label/c.Quo_Transcript_Play_From';

export const transcript = {
    search,
    hitOf,
    noHits,
    previous,
    next,
    follow,
    us,
    them,
    lanes,
    playFrom,
    missing
} as const;
