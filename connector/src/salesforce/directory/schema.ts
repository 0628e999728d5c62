import { PERSON_OBJECTS } from '../../domain/objects/catalogue.ts';
import { CONTACT_ROLE, OPPORTUNITY } from '../../domain/objects/opportunity.ts';
import type { NameInOrg } from '../namespace.ts';
import type { Session } from '../rest/session.ts';
import { describeObjects } from './fields.ts';
import { personQuery, type PersonQuery } from './person-query.ts';

/** What of this org the directory can ask. */
export interface DirectorySchema {
    readonly people: readonly PersonQuery[];
    /** Absent when the integration user does not see opportunities or their contact roles. */
    readonly opportunityColumns?: readonly string[];
    /** Columns that are read because of the preferences alone: `Lead.Industry`. */
    readonly wished: readonly string[];
}

/** What the preferences add: phone fields by object, and fields of the filter of people. */
export interface DirectoryWishes {
    readonly phoneFields: Readonly<Record<string, readonly string[]>>;
    readonly filterFields: readonly string[];
}

/** By the alphabet: accounts before the contacts that belong to them. */
const PEOPLE = PERSON_OBJECTS.toSorted();
const STATE = ['SystemModstamp', 'IsDeleted'];

/** One API call. @throws {OrgUnavailable} */
export async function readSchema(
    session: Session,
    { phoneFields, filterFields }: DirectoryWishes,
    name: NameInOrg
): Promise<DirectorySchema> {
    const described = await describeObjects(session, [...PEOPLE, OPPORTUNITY.apiName, CONTACT_ROLE.apiName]);
    const ofAccount = described.get('Account');
    const people = PEOPLE.flatMap((object) => {
        const found = described.get(object);
        return found === undefined
            ? []
            : [
                  personQuery(
                      object,
                      found,
                      { phones: phoneFields[object] ?? [], filter: filterFields, ofAccount },
                      name
                  )
              ];
    });
    const wished = people.flatMap(({ object, phones, filterFields: filter }) =>
        [
            ...(phoneFields[object] ?? []).filter((field) => phones.includes(field)),
            ...filter.map(({ column }) => column)
        ].map((column) => `${object}.${column}`)
    );
    const schema = { people, wished };
    const opportunity = described.get(OPPORTUNITY.apiName);
    if (opportunity === undefined || !described.has(CONTACT_ROLE.apiName)) return schema;
    const columns = [...OPPORTUNITY.fields, ...STATE].filter(
        (field) => field === 'Id' || opportunity.fields.has(field)
    );
    return { ...schema, opportunityColumns: columns };
}
