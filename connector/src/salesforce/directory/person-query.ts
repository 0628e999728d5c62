import type { PersonObject } from '../../domain/people/person.ts';
import { LEAD } from '../../domain/records/names.ts';
import type { NameInOrg } from '../namespace.ts';
import type { DescribedObject } from './fields.ts';

/**
 * Fields that can hold somebody's number. Fax is left out: it is where companies repeat their switchboard. A person
 * account has its person's fields on the account.
 */
export const PHONES: Readonly<Record<PersonObject, readonly string[]>> = {
    Contact: ['Phone', 'MobilePhone', 'HomePhone', 'OtherPhone', 'AssistantPhone'],
    Lead: ['Phone', 'MobilePhone'],
    Account: ['Phone', 'PersonMobilePhone', 'PersonHomePhone', 'PersonOtherPhone', 'PersonAssistantPhone']
};
/** Ours, with the number that a lead was made for: it comes first, and says so where a field of the org holds it too. */
const OURS: Readonly<Partial<Record<PersonObject, readonly string[]>>> = { Lead: [LEAD.phone] };
const COMMON = ['Id', 'Name', 'FirstName', 'LastName', 'OwnerId', 'LastActivityDate', 'LastModifiedDate'];
const STATE = ['SystemModstamp', 'IsDeleted', 'MasterRecordId'];
const OWN: Readonly<Record<PersonObject, readonly string[]>> = {
    Contact: ['Email', 'Title', 'AccountId', 'IsPersonAccount'],
    Lead: ['Email', 'Title', 'Company', 'IsConverted', 'ConvertedContactId', 'ConvertedAccountId'],
    Account: ['IsPersonAccount', 'PersonContactId', 'PersonEmail', 'PersonTitle']
};
/** Fields of the record beside ours, asked through the lookup where the lookup is there. */
const RELATED: Readonly<Record<string, string>> = { OwnerId: 'Owner.Name', AccountId: 'Account.Name' };

/** How one object is asked: only what the org has and the integration user may see. */
export interface PersonQuery {
    readonly object: PersonObject;
    readonly columns: readonly string[];
    readonly phones: readonly string[];
    /** Our names of columns that the org calls otherwise, because of the package's namespace. */
    readonly ourNames: ReadonlyMap<string, string>;
}

/** @param extraPhones custom phone fields of the preferences; one that the org does not have is left out */
export function personQuery(
    object: PersonObject,
    described: Pick<DescribedObject, 'fields'>,
    extraPhones: readonly string[],
    name: NameInOrg = (field) => field
): PersonQuery {
    const has = (field: string): boolean => described.fields.has(field);
    const ourNames = new Map((OURS[object] ?? []).map((field) => [name(field), field]));
    const phones = [...new Set([...ourNames.keys(), ...PHONES[object], ...extraPhones])].filter(has);
    const own = [...COMMON, ...STATE, ...OWN[object]].filter((field) => field === 'Id' || has(field));
    const related = Object.entries(RELATED).flatMap(([lookup, column]) => (own.includes(lookup) ? [column] : []));
    return { object, phones, ourNames, columns: [...new Set([...own, ...related, ...phones])] };
}
