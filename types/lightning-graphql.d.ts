/** What we use of `lightning/graphql`; the platform ships no types for it. */
declare module 'lightning/graphql' {
    export interface GraphQLFault {
        readonly message: string;
        readonly path?: readonly (string | number)[];
        readonly extensions?: unknown;
    }
    export interface GraphQLResult<T> {
        /** Present beside `errors` when only a part of the query failed. */
        readonly data?: T;
        readonly errors?: readonly GraphQLFault[];
        /** Asks the server again for the same query; the wire then emits anew. */
        readonly refresh?: () => Promise<void>;
    }
    export interface GraphQLConfig {
        /** The wire asks nothing while it is undefined. */
        readonly query?: unknown;
        readonly variables?: Readonly<Record<string, unknown>>;
        readonly operationName?: string;
    }
    export const graphql: import('lwc').WireAdapterConstructor<GraphQLConfig, GraphQLResult<never>>;
    export function gql(strings: TemplateStringsArray, ...values: unknown[]): unknown;
}
