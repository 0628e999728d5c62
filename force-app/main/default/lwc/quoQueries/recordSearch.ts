import type { ReadAccess } from 'c/quoReadAccess';

/** Fields that tell records of one name apart, by object; a parent's name by its relationship. */
interface Searched {
    readonly object: string;
    readonly fields: readonly string[];
    readonly parent?: { readonly relationship: string; readonly field: string; readonly object: string };
    /** Left out where the user may not read the field. */
    readonly where?: { readonly field: string; readonly text: string };
}

const PEOPLE: readonly Searched[] = [
    {
        object: 'Contact',
        fields: ['Title'],
        parent: { relationship: 'Account', field: 'AccountId', object: 'Account' }
    },
    {
        object: 'Lead',
        fields: ['Company', 'Title'],
        where: { field: 'IsConverted', text: '{ IsConverted: { eq: false } }' }
    },
    { object: 'Account', fields: ['Phone'] }
];
const USERS: readonly Searched[] = [
    { object: 'User', fields: ['Title'], where: { field: 'IsActive', text: '{ IsActive: { eq: true } }' } }
];

const MOST_USERS = 8;
const MOST_OF_EACH = 5;

function branch({ object, fields, parent, where }: Searched, access: ReadAccess, first: number): string {
    const conditions = [
        '{ Name: { like: $like } }',
        ...(where && access.readsField(object, where.field) ? [where.text] : [])
    ];
    const parts = [
        'Id Name { value }',
        ...fields.filter((field) => access.readsField(object, field)).map((field) => `${field} @optional { value }`),
        ...(parent && access.reads(parent.object) && access.readsField(object, parent.field)
            ? [`${parent.relationship} { Name { value } }`]
            : [])
    ];
    return `${object}(first: ${first}, where: { and: [${conditions.join(', ')}] }, orderBy: { Name: { order: ASC } }) {
        edges { node { ${parts.join(' ')} } }
    }`;
}

function searchQuery(
    name: string,
    searched: readonly Searched[],
    access: ReadAccess,
    first: number
): string | undefined {
    const readable = searched.filter(({ object }) => access.reads(object));
    if (readable.length === 0) return undefined;
    return `query ${name}($like: String) { uiapi { query {
        ${readable.map((one) => branch(one, access, first)).join('\n')}
    } } }`;
}

/** People and companies by name; undefined when this user may read none of them. Variable: `like`, with its `%`. */
export function peopleQuery(access: ReadAccess): string | undefined {
    return searchQuery('quoPeople', PEOPLE, access, MOST_OF_EACH);
}

/** Colleagues by name; undefined when this user may not read users. Variable: `like`, with its `%`. */
export function usersQuery(access: ReadAccess): string | undefined {
    return searchQuery('quoUsers', USERS, access, MOST_USERS);
}
