import {
    DirectiveLocation,
    execute,
    GraphQLDirective,
    GraphQLError,
    GraphQLObjectType,
    GraphQLSchema,
    Kind,
    OperationTypeNode,
    parse,
    specifiedDirectives,
    validate,
    type DefinitionNode,
    type DocumentNode
} from 'graphql';
import { OrgError } from '../org-error.ts';
import type { OrgState } from '../org-state.ts';
import { objectOf, type Answer, type Exchange, type Handle, type Org } from '../api/exchange.ts';
import { objectsOf, requireKeys } from '../api/request-shape.ts';
import { wrongKind } from '../rules/values/wrong-kind.ts';
import type { Schema } from '../schema/schema.ts';
import type { GraphQLContext } from './connection.ts';
import { countSubqueries, dropOptionalFields } from './optional-fields.ts';
import { beyondLimits } from './query-limits.ts';
import { createRecordTypes } from './record-types.ts';

/** Subqueries of one request, each of which counts as an API call. */
const SUBQUERIES = 10;

const optional = new GraphQLDirective({ name: 'optional', locations: [DirectiveLocation.FIELD] });

/** `POST /graphql`: always 200 when the request could be read; what is wrong with the query stands in `errors`. */
export const graphqlHandler: Handle = (org, exchange): Answer => {
    const body = objectOf(exchange);
    requireKeys(body, ['query', 'variables', 'operationName', 'extensions']);
    const { query, variables, operationName } = body as {
        query?: unknown;
        variables?: Record<string, unknown> | null;
        operationName?: string | null;
    };
    if (typeof query !== 'string') throw new OrgError(400, 'INVALID_REQUEST', 'The request has no query.');
    if (variables !== undefined && variables !== null) objectsOf([variables], 'variables');
    if (typeof (operationName ?? '') !== 'string') throw wrongKind('string', operationName);
    const schema = schemaFor(org.state, exchange);
    const document = read(query);
    if (document instanceof GraphQLError) return failed([document], 'InvalidSyntax');
    if (document.definitions.some((node) => isMutation(node))) {
        return failed([new GraphQLError('Schema is not configured for mutations.')], 'OperationNotSupported');
    }
    const subqueries = countSubqueries(document);
    if (subqueries > SUBQUERIES) {
        return failed(
            [new GraphQLError(`A query can have at most ${SUBQUERIES} subqueries; this one has ${subqueries}.`)],
            'ValidationError'
        );
    }
    const known = dropOptionalFields(schema, document);
    const problems = validate(schema, known);
    if (problems.length > 0) return failed(problems, 'ValidationError');
    const limit = beyondLimits(schema, known);
    if (limit !== undefined) return failed([new GraphQLError(limit)], 'ValidationError');
    // The request itself is counted by the gateway.
    if (subqueries > 1) org.usage.count('POST /graphql', subqueries - 1);
    return run(org, exchange, schema, known, variables ?? {}, operationName ?? undefined);
};

function isMutation(node: DefinitionNode): boolean {
    return node.kind === Kind.OPERATION_DEFINITION && node.operation !== OperationTypeNode.QUERY;
}

function read(query: string): DocumentNode | GraphQLError {
    try {
        return parse(query);
    } catch (error) {
        if (error instanceof GraphQLError) return error;
        throw error;
    }
}

function run(
    org: Org,
    exchange: Exchange,
    schema: GraphQLSchema,
    document: DocumentNode,
    variableValues: Record<string, unknown>,
    operationName: string | undefined
): Answer {
    const contextValue: GraphQLContext = { state: org.state, caller: exchange.caller };
    const result = execute({ schema, document, contextValue, variableValues, operationName: operationName ?? null });
    if (result instanceof Promise) throw new Error('Every resolver answers at once.');
    return {
        status: 200,
        body: {
            data: result.data ?? null,
            errors: (result.errors ?? []).map((error) => shown(error, 'DataFetchingException'))
        }
    };
}

function failed(errors: readonly GraphQLError[], classification: string): Answer {
    return { status: 200, body: { data: null, errors: errors.map((error) => shown(error, classification)) } };
}

function shown(error: GraphQLError, classification: string): unknown {
    const cause = error.originalError;
    const message = classification === 'ValidationError' ? `Validation error: ${error.message}` : error.message;
    return {
        message,
        locations: error.locations ?? [],
        ...(error.path ? { paths: error.path } : {}),
        extensions: { classification, ErrorType: cause instanceof OrgError ? cause.errorCode : classification }
    };
}

const built = new WeakMap<Schema, Map<string, GraphQLSchema>>();

/** The types that this caller may see; made once for every set of rights. */
function schemaFor(state: OrgState, exchange: Exchange): GraphQLSchema {
    const byRights = built.get(state.schema) ?? new Map<string, GraphQLSchema>();
    built.set(state.schema, byRights);
    const { access } = exchange.caller;
    let schema = byRights.get(access.name);
    if (!schema) {
        const { served, connectionField } = createRecordTypes(state, access);
        const fields = Object.fromEntries(served.map((object) => [object.name, connectionField(object)]));
        const query = new GraphQLObjectType({ name: 'RecordQuery', fields });
        const uiapi = new GraphQLObjectType({ name: 'UIAPI', fields: { query: { type: query, resolve: () => ({}) } } });
        schema = new GraphQLSchema({
            query: new GraphQLObjectType({ name: 'Query', fields: { uiapi: { type: uiapi, resolve: () => ({}) } } }),
            directives: [...specifiedDirectives, optional]
        });
        byRights.set(access.name, schema);
    }
    return schema;
}
