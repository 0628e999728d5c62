import noAccess from '@salesforce/label/c.Quo_Errors_No_Access';
import noAccessRemedy from '@salesforce/label/c.Quo_Errors_No_Access_Remedy';
import notInstalled from '@salesforce/label/c.Quo_Errors_Not_Installed';
import notInstalledRemedy from '@salesforce/label/c.Quo_Errors_Not_Installed_Remedy';
import gone from '@salesforce/label/c.Quo_Errors_Gone';
import goneRemedy from '@salesforce/label/c.Quo_Errors_Gone_Remedy';
import duplicate from '@salesforce/label/c.Quo_Errors_Duplicate';
import duplicateRemedy from '@salesforce/label/c.Quo_Errors_Duplicate_Remedy';
import busy from '@salesforce/label/c.Quo_Errors_Busy';
import busyRemedy from '@salesforce/label/c.Quo_Errors_Busy_Remedy';
import limit from '@salesforce/label/c.Quo_Errors_Limit';
import limitRemedy from '@salesforce/label/c.Quo_Errors_Limit_Remedy';
import offline from '@salesforce/label/c.Quo_Errors_Offline';
import offlineRemedy from '@salesforce/label/c.Quo_Errors_Offline_Remedy';
import refused from '@salesforce/label/c.Quo_Errors_Refused';
import refusedRemedy from '@salesforce/label/c.Quo_Errors_Refused_Remedy';
import unknown from '@salesforce/label/c.Quo_Errors_Unknown';
import unknownRemedy from '@salesforce/label/c.Quo_Errors_Unknown_Remedy';
import detail from '@salesforce/label/c.Quo_Errors_Detail';
import field from '@salesforce/label/c.Quo_Errors_Field';
import retry from '@salesforce/label/c.Quo_Errors_Retry';

export const errors = {
    noAccess,
    noAccessRemedy,
    notInstalled,
    notInstalledRemedy,
    gone,
    goneRemedy,
    duplicate,
    duplicateRemedy,
    busy,
    busyRemedy,
    limit,
    limitRemedy,
    offline,
    offlineRemedy,
    refused,
    refusedRemedy,
    unknown,
    unknownRemedy,
    detail,
    field,
    retry
} as const;
