import type { OrgState } from '../org-state.ts';
import type { Row } from '../records/row.ts';

/** What every user has, whoever it is: an active one of the org, in its time zone. */
export function userValues(
    state: OrgState,
    username: string,
    name: { readonly first: string; readonly last: string }
): Row {
    return {
        Username: username,
        Email: username,
        FirstName: name.first,
        LastName: name.last,
        Name: `${name.first} ${name.last}`,
        IsActive: true,
        UserType: 'Standard',
        TimeZoneSidKey: state.settings.timeZone,
        LocaleSidKey: 'en_CA',
        LanguageLocaleKey: 'en_US',
        EmailEncodingKey: 'UTF-8'
    };
}
