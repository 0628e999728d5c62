import searchUsers from '@salesforce/label/c.Quo_Lookup_Search_Users';
import searchPeople from '@salesforce/label/c.Quo_Lookup_Search_People';
import placeholder from '@salesforce/label/c.Quo_Lookup_Placeholder';
import typeMore from '@salesforce/label/c.Quo_Lookup_Type_More';
import searching from '@salesforce/label/c.Quo_Lookup_Searching';
import results from '@salesforce/label/c.Quo_Lookup_Results';
import resultsOne from '@salesforce/label/c.Quo_Lookup_Results_One';
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
    results,
    resultsOne,
    noResults,
    contact,
    lead,
    account,
    user
} as const;
