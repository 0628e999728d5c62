import { PERSON_OBJECTS, RELATED_ENTRIES, type RelatedObject } from '../../domain/objects/catalogue.ts';
import type { NameInOrg } from '../namespace.ts';
import type { Session } from '../rest/session.ts';
import { describeObjects } from './fields.ts';
import { personQuery, type PersonQuery } from './person-query.ts';
import type { RelatedQuery } from './related.ts';

/** What of this org the directory can ask. */
export interface DirectorySchema {
    readonly people: readonly PersonQuery[];
    /** Without those that the integration user does not see, or whose contact roles it does not see. */
    readonly related: readonly RelatedQuery[];
    /** Columns that are read because of the preferences alone: `Lead.Industry`. */
    readonly wished: readonly string[];
}

/** What the preferences add: phone fields by object, and fields of the filter of people. */
export interface DirectoryWishes {
    readonly phoneFields: Readonly<Record<string, readonly string[]>>;
    readonly filterFields: readonly string[];
    /** Of which objects an activity is to be related to an open record. */
    readonly related: readonly RelatedObject[];
}

/** By the alphabet: accounts before the contacts that belong to them. */
const PEOPLE = PERSON_OBJECTS.toSorted();
const STATE = ['SystemModstamp', 'IsDeleted'];

/** One API call. @throws {OrgUnavailable} */
export async function readSchema(
    session: Session,
    { phoneFields, filterFields, related }: DirectoryWishes,
    name: NameInOrg
): Promise<DirectorySchema> {
    const wanted = RELATED_ENTRIES.filter(({ apiName }) => related.includes(apiName));
    const needed = wanted.flatMap(({ apiName, roles }) => [apiName, ...(roles === undefined ? [] : [roles.apiName])]);
    const described = await describeObjects(session, [...PEOPLE, ...needed]);
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
    const seen = wanted.flatMap(({ apiName, fields, roles }) => {
        const found = described.get(apiName);
        if (found === undefined || (roles !== undefined && !described.has(roles.apiName))) return [];
        const columns = [...fields, ...STATE].filter((field) => field === 'Id' || found.fields.has(field));
        return [{ object: apiName, columns }];
    });
    return { people, wished, related: seen };
}
