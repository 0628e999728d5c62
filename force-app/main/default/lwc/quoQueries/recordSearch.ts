/** People and companies by name. Variable: `like`, with its `%`. */
export function peopleQuery(): string {
    const found = (object: string, extra: string, where = '') =>
        `${object}(first: 5, where: { and: [{ Name: { like: $like } }${where}] }, orderBy: { Name: { order: ASC } }) {
            edges { node { Id Name { value } ${extra} } }
        }`;
    return `query quoPeople($like: String) { uiapi { query {
        ${found('Contact', 'Account { Name { value } } Title { value }')}
        ${found('Lead', 'Company { value } Title { value }', ', { IsConverted: { eq: false } }')}
        ${found('Account', 'Phone { value }')}
    } } }`;
}

/** Colleagues by name. Variable: `like`, with its `%`. */
export function usersQuery(): string {
    return `query quoUsers($like: String) { uiapi { query {
        User(first: 8, where: { and: [{ Name: { like: $like } }, { IsActive: { eq: true } }] }, orderBy: { Name: { order: ASC } }) {
            edges { node { Id Name { value } Title { value } } }
        }
    } } }`;
}
