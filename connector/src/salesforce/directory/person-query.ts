import { personEntry, type PersonObject } from '../../domain/objects/catalogue.ts';
import type { NameInOrg } from '../namespace.ts';
import type { DescribedObject } from './fields.ts';

const COMMON = ['Id', 'Name', 'FirstName', 'LastName', 'OwnerId', 'LastActivityDate', 'LastModifiedDate'];
const STATE = ['SystemModstamp', 'IsDeleted', 'MasterRecordId'];
/** Fields of the record beside ours, asked through the lookup where the lookup is there. */
const RELATED: Readonly<Record<string, string>> = { OwnerId: 'Owner.Name', AccountId: 'Account.Name' };
/** What tells the country of the people of a company, where their own address does not. */
const OF_ACCOUNT = ['BillingCountryCode', 'BillingCountry', 'Phone'];

/** How one object is asked: only what the org has and the integration user may see. */
export interface PersonQuery {
    readonly object: PersonObject;
    readonly columns: readonly string[];
    readonly phones: readonly string[];
    /** Phone fields that a WHERE may name: encrypted ones may not (Shield Platform Encryption, "Field Limits"). */
    readonly searchable: readonly string[];
    /** The others: they are looked for in the search index. */
    readonly unfilterable: readonly { readonly name: string; readonly type: string }[];
    /** Columns of the record's addresses that name a country, the likeliest first. */
    readonly countries: readonly string[];
    /** Our names of columns that the org calls otherwise, because of the package's namespace. */
    readonly ourNames: ReadonlyMap<string, string>;
    /** Fields that the filter of people names, as the org writes them. */
    readonly filterFields: readonly { readonly column: string; readonly isList: boolean }[];
}

/** What the preferences add to the query; a field that the org does not have is left out. */
export interface ExtraFields {
    readonly phones: readonly string[];
    /** Named by the filter of people. */
    readonly filter: readonly string[];
    /** Fields of the accounts that the integration user may see. */
    readonly ofAccount?: Pick<DescribedObject, 'fields'> | undefined;
}

export function personQuery(
    object: PersonObject,
    described: Pick<DescribedObject, 'fields'>,
    extra: ExtraFields,
    name: NameInOrg = (field) => field
): PersonQuery {
    const entry = personEntry(object);
    const has = (field: string): boolean => described.fields.has(field);
    const ourNames = new Map(entry.ourPhones.map((field) => [name(field), field]));
    const phones = [...new Set([...ourNames.keys(), ...entry.phones, ...extra.phones])].filter(has);
    const unfilterable = phones
        .flatMap((field) => described.fields.get(field) ?? [])
        .filter((field) => !field.filterable);
    const searchable = phones.filter((field) => !unfilterable.some(({ name: hidden }) => hidden === field));
    const own = [...COMMON, ...STATE, ...entry.fields].filter((field) => field === 'Id' || has(field));
    const related = Object.entries(RELATED).flatMap(([lookup, column]) => (own.includes(lookup) ? [column] : []));
    const filterFields = extra.filter.flatMap((wanted) => filterField(described, wanted));
    const countries = entry.countries.filter(has);
    const ofAccount = own.includes('AccountId')
        ? OF_ACCOUNT.filter((field) => extra.ofAccount?.fields.has(field)).map((field) => `Account.${field}`)
        : [];
    const columns = [
        ...own,
        ...related,
        ...phones,
        ...countries,
        ...ofAccount,
        ...filterFields.map(({ column }) => column)
    ];
    return {
        object,
        phones,
        searchable,
        unfilterable,
        countries,
        ourNames,
        filterFields,
        columns: [...new Set(columns)]
    };
}

/** Nothing when the object has no such field, or Salesforce cannot filter by it. Names of fields count without case. */
function filterField({ fields }: Pick<DescribedObject, 'fields'>, wanted: string): PersonQuery['filterFields'] {
    const found = [...fields.values()].find(({ name }) => name.toLowerCase() === wanted.toLowerCase());
    if (found?.filterable !== true) return [];
    return [{ column: found.name, isList: found.type === 'multipicklist' }];
}
