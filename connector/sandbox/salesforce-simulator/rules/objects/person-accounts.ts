import { refused } from '../../org-error.ts';
import type { OrgState } from '../../org-state.ts';
import type { Row } from '../../records/row.ts';
import type { SObject } from '../../schema/types.ts';
import { personName } from './people.ts';

/** Account field of a person account → field of the contact behind it. */
const SHARED: Readonly<Record<string, string>> = {
    FirstName: 'FirstName',
    LastName: 'LastName',
    Salutation: 'Salutation',
    Name: 'Name',
    OwnerId: 'OwnerId',
    Phone: 'Phone',
    Fax: 'Fax',
    PersonEmail: 'Email',
    PersonMobilePhone: 'MobilePhone',
    PersonHomePhone: 'HomePhone',
    PersonOtherPhone: 'OtherPhone',
    PersonAssistantPhone: 'AssistantPhone',
    PersonTitle: 'Title',
    PersonDepartment: 'Department',
    PersonBirthdate: 'Birthdate',
    PersonLeadSource: 'LeadSource'
};

/** An account with a last name is a person: its name is the person's, and a contact is made behind it. */
export function preparePersonAccount(state: OrgState, object: SObject, next: Row): Row {
    if (!state.settings.personAccounts || object.name !== 'Account') return {};
    if (typeof next.LastName !== 'string') return { IsPersonAccount: false };
    if (typeof next.Name === 'string') {
        throw refused('INVALID_FIELD_FOR_INSERT_UPDATE', 'Account: bad field names on insert/update call: Name', [
            'Name'
        ]);
    }
    return { IsPersonAccount: true, ...personName(next), PersonContactId: state.nextId('003') };
}

/** Keeps the contact behind a person account the same as the account. */
export function syncPersonAccount(state: OrgState, object: SObject, account: Row): void {
    if (!state.settings.personAccounts || object.name !== 'Account' || account.IsPersonAccount !== true) return;
    const contacts = state.schema.object('Contact');
    if (!contacts) return;
    const table = state.tables.of(contacts);
    const values: Row = Object.fromEntries(
        Object.entries(SHARED).map(([from, to]) => [to, account[from] ?? undefined])
    );
    if (account.FirstName !== undefined || account.LastName !== undefined) Object.assign(values, personName(account));
    const stamps = {
        LastModifiedDate: account.LastModifiedDate,
        LastModifiedById: account.LastModifiedById,
        SystemModstamp: account.SystemModstamp
    };
    const contact = table.get(String(account.PersonContactId));
    if (contact) {
        table.change(contact, { ...values, ...stamps });
        return;
    }
    table.insert({
        Id: account.PersonContactId,
        IsDeleted: false,
        IsEmailBounced: false,
        IsPersonAccount: true,
        AccountId: account.Id,
        CreatedDate: account.CreatedDate,
        CreatedById: account.CreatedById,
        ...values,
        ...stamps
    });
}
