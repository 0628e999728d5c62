import {
    isInterfaceType,
    isObjectType,
    Kind,
    TypeInfo,
    visit,
    visitWithTypeInfo,
    type DocumentNode,
    type GraphQLSchema
} from 'graphql';

/** `@optional`: a field that the caller may not see, or that does not exist, is left out instead of failing the query. */
export function dropOptionalFields(schema: GraphQLSchema, document: DocumentNode): DocumentNode {
    const types = new TypeInfo(schema);
    return visit(
        document,
        visitWithTypeInfo(types, {
            Field: (node) => {
                const optional = node.directives?.some((directive) => directive.name.value === 'optional') ?? false;
                const parent = types.getParentType();
                if (!optional || !parent || !(isObjectType(parent) || isInterfaceType(parent))) return undefined;
                return parent.getFields()[node.name.value] ? undefined : null;
            }
        })
    );
}

/** The fields under `uiapi { query { … } }`: each is one subquery, and counts as one API call. */
export function countSubqueries(document: DocumentNode): number {
    let count = 0;
    visit(document, {
        Field: (node, _key, _parent, _path, ancestors) => {
            const names = ancestors.flatMap((ancestor) =>
                !Array.isArray(ancestor) && (ancestor as { kind: string }).kind === (Kind.FIELD as string)
                    ? [(ancestor as { name: { value: string } }).name.value]
                    : []
            );
            if (names.join('.') === 'uiapi.query' && node.name.value !== '__typename') count += 1;
        }
    });
    return count;
}
