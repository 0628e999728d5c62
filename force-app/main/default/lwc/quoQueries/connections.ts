import { CONNECTION, OBJECTS } from 'c/quoSchema';

/** What each connector said of itself last, the newest first: one, unless several write to this org. */
export function connectionsQuery(): string {
    const fields = Object.entries(CONNECTION).map(([alias, field]) => `${alias}: ${field} { value }`);
    return `query quoConnections { uiapi { query {
        connections: ${OBJECTS.connection}(
            first: 10
            orderBy: { ${CONNECTION.reportedAt}: { order: DESC, nulls: LAST } }
        ) { edges { node { Id ${fields.join(' ')} } } }
    } } }`;
}
