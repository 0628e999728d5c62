import {
    GraphQLBoolean,
    GraphQLEnumType,
    GraphQLID,
    GraphQLInt,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLString,
    GraphQLUnionType,
    type GraphQLFieldConfig,
    type GraphQLFieldConfigMap
} from 'graphql';
import { canSee } from '../access/sharing.ts';
import type { Access } from '../access/access.ts';
import type { OrgState } from '../org-state.ts';
import { idOf, type Row } from '../records/row.ts';
import type { Field, SObject } from '../schema/types.ts';
import { connect, type ConnectionArguments, type GraphQLContext } from './connection.ts';
import { Long, valueTypeOf } from './field-types.ts';
import { createFilters } from './filter-types.ts';
import { fieldValue } from './values.ts';

const PageInfo = new GraphQLObjectType({
    name: 'PageInfo',
    fields: {
        hasNextPage: { type: new GraphQLNonNull(GraphQLBoolean) },
        hasPreviousPage: { type: new GraphQLNonNull(GraphQLBoolean) },
        startCursor: { type: GraphQLString },
        endCursor: { type: GraphQLString }
    }
});

const SupportedScopes = new GraphQLEnumType({ name: 'SupportedScopes', values: { EVERYTHING: {}, MINE: {} } });

/** Objects of the settings kind, which the UI API does not serve. */
const UNSUPPORTED = new Set([
    'TaskRelation',
    'TaskWhoRelation',
    'OpportunityStage',
    'LeadStatus',
    'PermissionSet',
    'CustomPermission',
    'SetupEntityAccess',
    'PermissionSetAssignment',
    'GroupMember',
    'QueueSobject',
    'UserRecordAccess',
    'EntityDefinition',
    'Organization',
    'RecordType'
]);

export function isServed(object: SObject): boolean {
    return object.flags.queryable === true && !UNSUPPORTED.has(object.name);
}

type RecordField = GraphQLFieldConfig<Row, GraphQLContext>;
export type ConnectionField = GraphQLFieldConfig<unknown, GraphQLContext, ConnectionArguments>;

/** The types of every object that this caller may see. */
export function createRecordTypes(
    state: OrgState,
    access: Access
): { connectionField: (object: SObject) => ConnectionField; served: SObject[] } {
    const served = state.schema.objects.filter((object) => isServed(object) && access.object(object).read);
    const filters = createFilters(access, served);
    const records = new Map<SObject, GraphQLObjectType<Row, GraphQLContext>>();
    const connections = new Map<SObject, GraphQLObjectType>();

    const record = (object: SObject): GraphQLObjectType<Row, GraphQLContext> =>
        remember(
            records,
            object,
            () =>
                new GraphQLObjectType<Row, GraphQLContext>({
                    name: object.name,
                    fields: () => recordFields(state, access, object, served, { record, connectionField }),
                    isTypeOf: (row) => row.Id !== undefined && state.schema.ofId(idOf(row)) === object
                })
        );
    const connection = (object: SObject): GraphQLObjectType =>
        remember(connections, object, () => {
            const edge = new GraphQLObjectType({
                name: `${object.name}Edge`,
                fields: () => ({ node: { type: record(object) }, cursor: { type: GraphQLString } })
            });
            const fields = {
                edges: { type: new GraphQLList(edge) },
                pageInfo: { type: new GraphQLNonNull(PageInfo) },
                totalCount: { type: new GraphQLNonNull(GraphQLInt) },
                pageResultCount: { type: new GraphQLNonNull(GraphQLInt) }
            };
            return new GraphQLObjectType({ name: `${object.name}Connection`, fields });
        });
    const connectionField = (object: SObject): ConnectionField => ({
        type: connection(object),
        args: {
            first: { type: GraphQLInt },
            after: { type: GraphQLString },
            where: { type: filters.filter(object) },
            orderBy: { type: filters.order(object) },
            scope: { type: SupportedScopes }
        },
        resolve: (_source, asked, context) => connect(context, object, asked)
    });
    return { connectionField, served };
}

/** Types refer to each other, so each is made once and its fields only when they are asked for. */
function remember<Type>(known: Map<SObject, Type>, object: SObject, make: () => Type): Type {
    let type = known.get(object);
    if (!type) {
        type = make();
        known.set(object, type);
    }
    return type;
}

interface Makers {
    readonly record: (object: SObject) => GraphQLObjectType<Row, GraphQLContext>;
    readonly connectionField: (object: SObject) => ConnectionField;
}

function recordFields(
    state: OrgState,
    access: Access,
    object: SObject,
    served: readonly SObject[],
    makers: Makers
): GraphQLFieldConfigMap<Row, GraphQLContext> {
    const fields: Record<string, RecordField> = {
        Id: { type: new GraphQLNonNull(GraphQLID), resolve: (row) => row.Id },
        ApiName: { type: new GraphQLNonNull(GraphQLString), resolve: () => object.name },
        DisplayValue: { type: GraphQLString, resolve: (row) => (object.nameField ? row[object.nameField.name] : null) },
        WeakEtag: { type: new GraphQLNonNull(Long), resolve: (row) => row.SystemModstamp }
    };
    for (const field of object.fields) {
        if (!access.field(object, field).read || field.type === 'id') continue;
        const type = valueTypeOf(field);
        if (type) fields[field.name] = { type, resolve: (row) => fieldValue(state, field, row) };
        const parent = field.type === 'reference' ? parentField(state, object, field, served, makers) : undefined;
        if (parent && field.relationshipName !== null) fields[field.relationshipName] = parent;
    }
    for (const child of state.schema.childrenOf(object)) {
        if (child.name === null || !served.includes(child.child) || !access.field(child.child, child.field).read)
            continue;
        fields[child.name] = {
            ...makers.connectionField(child.child),
            resolve: (row, asked, context) =>
                connect(context, child.child, asked as ConnectionArguments, `${child.field.name} = '${idOf(row)}'`)
        };
    }
    return fields;
}

function parentField(
    state: OrgState,
    object: SObject,
    lookup: Field,
    served: readonly SObject[],
    makers: Makers
): RecordField | undefined {
    const targets = lookup.referenceTo
        .map((name) => served.find((known) => known.name === name))
        .filter((target) => target !== undefined);
    const [first] = targets;
    if (!first) return undefined;
    const resolve = (row: Row, _asked: unknown, context: GraphQLContext): Row | null => {
        const id = row[lookup.name];
        const parent = typeof id === 'string' ? state.tables.byId(state.schema, id) : undefined;
        return parent &&
            canSee(state, context.caller, parent) &&
            targets.some((target) => target === state.schema.ofId(idOf(parent)))
            ? parent
            : null;
    };
    if (lookup.referenceTo.length === 1) return { type: makers.record(first), resolve };
    const union = new GraphQLUnionType({
        name: `${object.name}_${lookup.relationshipName}_Union`,
        types: targets.map(makers.record),
        resolveType: (row: Row) => state.schema.ofId(idOf(row))?.name
    });
    return { type: union, resolve };
}
