import searchUsers from '@salesforce/label/c.Quo_Lookup_Search_Users';
import searchPeople from '@salesforce/label/c.Quo_Lookup_Search_People';
import placeholder from '@salesforce/label/c.Quo_Lookup_Placeholder';
import typeMore from '@salesforce/label/c.Quo_Lookup_Type_More';
import searching from '@salesforce/label/c.Quo_Lookup_Searching';
import resultsOne from '@salesforce/label/c.Quo_Lookup_Results_One';
import resultsMany from '@salesforce/label/c.Quo_Lookup_Results_Many';
import resultsOther from '@salesforce/label/c.Quo_Lookup_Results';
import noResults from '@salesforce/label/c.Quo_Lookup_No_Results';
import contact from '@salesforce/label/c.Quo_Lookup_Contact';
import lead from '@salesforce/label/c.Quo_Lookup_Lead';
import account from '@salesforce/label/c.Quo_Lookup_Account';
import user from '@salesforce/label/c.Quo_Lookup_User';

export const lookup = {
    searchUsers,
    searchPeople,
    placeholder,
    typeMore,
    searching,
    results: { one: resultsOne, many: resultsMany, other: resultsOther },
    noResults,
    contact,
    lead,
    account,
    user
} as const;
