import { refused } from '../../org-error.ts';
import type { Caller, OrgState } from '../../org-state.ts';
import type { Row } from '../../records/row.ts';
import type { SObject } from '../../schema/types.ts';
import { recordNotFound } from '../references.ts';
import { createRecord } from '../save.ts';

export interface Conversion {
    readonly leadId: string;
    /** Existing records to convert into; without them, new ones are made. */
    readonly accountId?: string | undefined;
    readonly contactId?: string | undefined;
    /** Without a name, no opportunity is made. */
    readonly opportunityName?: string | undefined;
    readonly status?: string | undefined;
}

export interface Converted {
    readonly accountId: string;
    readonly contactId: string;
    readonly opportunityId: string | null;
}

const CONTACT_FIELDS = [
    'FirstName',
    'LastName',
    'Salutation',
    'Title',
    'Email',
    'Phone',
    'MobilePhone',
    'Fax',
    'LeadSource',
    'Description'
];
const ACCOUNT_FIELDS = ['Phone', 'Fax', 'Website', 'Industry', 'Rating', 'AnnualRevenue', 'NumberOfEmployees'];
const QUARTER_IN_DAYS = 90;
const DAY = 86_400_000;

/**
 * Converts a lead: a contact and an account take its place, its tasks move to the contact, and the lead itself becomes
 * read-only. Lookups of custom objects stay on the lead.
 *
 * @throws {OrgError} when the lead is not there or was converted already
 */
export function convertLead(state: OrgState, caller: Caller, conversion: Conversion): Converted {
    const leads = objectOf(state, 'Lead');
    const lead = state.tables.of(leads).get(conversion.leadId);
    if (!lead || lead.IsDeleted === true) throw recordNotFound();
    if (lead.IsConverted === true) throw refused('CANNOT_UPDATE_CONVERTED_LEAD', 'cannot reference converted lead');
    const status = conversion.status ?? 'Closed - Converted';
    requireConvertedStatus(state, status);
    if (conversion.contactId !== undefined && conversion.accountId === undefined) {
        throw refused('REQUIRED_FIELD_MISSING', 'AccountId is required when ContactId is specified', ['AccountId']);
    }
    return state.tables.journal.atomically(() => {
        const accountId =
            conversion.accountId ??
            create(state, caller, 'Account', { Name: lead.Company, ...pick(lead, ACCOUNT_FIELDS) });
        const contactId =
            conversion.contactId ??
            create(state, caller, 'Contact', {
                ...pick(lead, CONTACT_FIELDS),
                AccountId: accountId,
                OwnerId: lead.OwnerId
            });
        const opportunityId =
            conversion.opportunityName === undefined
                ? null
                : createOpportunity(state, caller, conversion.opportunityName, accountId, contactId);
        const at = state.now();
        state.tables.of(leads).change(lead, {
            IsConverted: true,
            IsUnreadByOwner: false,
            Status: status,
            ConvertedDate: new Date(at).toISOString().slice(0, 10),
            ConvertedAccountId: accountId,
            ConvertedContactId: contactId,
            ConvertedOpportunityId: opportunityId,
            LastModifiedDate: at,
            LastModifiedById: caller.userId,
            SystemModstamp: at
        });
        moveTasks(state, caller, String(lead.Id), contactId, opportunityId ?? accountId);
        return { accountId, contactId, opportunityId };
    });
}

function requireConvertedStatus(state: OrgState, status: string): void {
    const statuses = [...state.tables.of(objectOf(state, 'LeadStatus')).all()];
    if (!statuses.some((row) => row.ApiName === status && row.IsConverted === true)) {
        throw refused('INVALID_STATUS', `invalid convertedStatus: ${status}`);
    }
}

function objectOf(state: OrgState, name: string): SObject {
    const object = state.schema.object(name);
    if (!object) throw new Error(`The org has no object ${name}.`);
    return object;
}

function create(state: OrgState, caller: Caller, name: string, values: Record<string, unknown>): string {
    return String(createRecord(state, caller, objectOf(state, name), values).Id);
}

function pick(row: Row, fields: readonly string[]): Record<string, unknown> {
    const filled = fields.filter((field) => row[field] !== undefined);
    return Object.fromEntries(filled.map((field): [string, unknown] => [field, row[field]]));
}

function createOpportunity(
    state: OrgState,
    caller: Caller,
    name: string,
    accountId: string,
    contactId: string
): string {
    const closeDate = new Date(state.now() + QUARTER_IN_DAYS * DAY).toISOString().slice(0, 10);
    const values = { Name: name, AccountId: accountId, StageName: 'Prospecting', CloseDate: closeDate };
    const id = create(state, caller, 'Opportunity', values);
    create(state, caller, 'OpportunityContactRole', { OpportunityId: id, ContactId: contactId, IsPrimary: true });
    return id;
}

function moveTasks(state: OrgState, caller: Caller, leadId: string, contactId: string, whatId: string): void {
    const tasks = state.tables.of(objectOf(state, 'Task'));
    const account = state.tables.byId(state.schema, contactId)?.AccountId;
    const stamps = { LastModifiedById: caller.userId, SystemModstamp: state.now() };
    for (const task of tasks.find('WhoId', leadId) ?? []) {
        tasks.change(task, { WhoId: contactId, WhatId: whatId, AccountId: account, ...stamps });
    }
}
