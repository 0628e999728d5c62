import { isDeleted, type Row } from '../../records/row.ts';
import type { OrgState } from '../../org-state.ts';
import type { ObjectRules } from './object-rules.ts';

/** Of the statuses of a new org, the one that closes a case (Salesforce Help, Case Fields). */
const CLOSED = 'Closed';
/** What a case shows of its contact (Object Reference, Case). */
const SHOWN = {
    ContactPhone: 'Phone',
    ContactMobile: 'MobilePhone',
    ContactEmail: 'Email',
    ContactFax: 'Fax'
} as const;

/** `IsClosed` and `ClosedDate` follow the status; what a case shows of its contact is the contact's. */
export const caseRules: ObjectRules = {
    derive: ({ state, next, previous, changed }) => {
        const status = next.Status ?? 'New';
        const isClosed = status === CLOSED;
        const isNews = previous === undefined || previous.IsClosed !== isClosed;
        return {
            ...(previous === undefined
                ? { Status: status, Priority: next.Priority ?? 'Medium', IsEscalated: next.IsEscalated ?? false }
                : {}),
            ...(isNews ? { IsClosed: isClosed, ClosedDate: isClosed ? state.now() : null } : {}),
            ...(previous === undefined || 'ContactId' in changed ? ofContact(state, next) : {})
        };
    }
};

function ofContact(state: OrgState, { ContactId }: Row): Row {
    const contact = typeof ContactId === 'string' ? state.tables.byId(state.schema, ContactId) : undefined;
    const shown = contact === undefined || isDeleted(contact) ? undefined : contact;
    return Object.fromEntries(Object.entries(SHOWN).map(([field, of]) => [field, shown?.[of] ?? null]));
}
