import {
    getNamedType,
    isObjectType,
    isUnionType,
    TypeInfo,
    visit,
    visitWithTypeInfo,
    type DocumentNode,
    type GraphQLNamedType,
    type GraphQLSchema
} from 'graphql';

/** A record's children, and no grandchildren. */
const CONNECTIONS_DEEP = 2;
/** Parents of one query, and how far up one of them may be. */
const PARENTS = 55;
const PARENTS_DEEP = 5;

/** @returns why an org does not answer a query that its schema allows; `undefined` when it does */
export function beyondLimits(schema: GraphQLSchema, document: DocumentNode): string | undefined {
    const types = new TypeInfo(schema);
    let [connections, deepest, parents, above, highest] = [0, 0, 0, 0, 0];
    const step = (by: 1 | -1, name: string): void => {
        const type = getNamedType(types.getType()) ?? undefined;
        if (isConnection(type)) {
            connections += by;
            // What stands under children goes up from them.
            deepest = Math.max(deepest, connections);
        } else if (isParent(type, name)) {
            above += by;
            if (by > 0) parents += 1;
            highest = Math.max(highest, above);
        }
    };
    visit(
        document,
        visitWithTypeInfo(types, {
            Field: { enter: ({ name }) => step(1, name.value), leave: ({ name }) => step(-1, name.value) }
        })
    );
    if (deepest > CONNECTIONS_DEEP) return 'Only one level of child relationships can be queried.';
    if (highest > PARENTS_DEEP) return `At most ${PARENTS_DEEP} levels of parent relationships can be queried.`;
    return parents > PARENTS ? `At most ${PARENTS} parent relationships can be queried.` : undefined;
}

function isConnection(type: GraphQLNamedType | undefined): boolean {
    return type?.name.endsWith('Connection') === true;
}

/** A field that leads to a record, other than the `node` of a list. */
function isParent(type: GraphQLNamedType | undefined, name: string): boolean {
    if (name === 'node') return false;
    return isUnionType(type) || (isObjectType(type) && 'WeakEtag' in type.getFields());
}
