import { bulkRoutes } from '../bulk/resources.ts';
import { graphqlHandler } from '../graphql/handler.ts';
import { restRoutes } from '../rest/routes.ts';
import { parameterizedSearch, search } from '../search/resources.ts';
import { uiApiRoutes } from '../ui-api/routes.ts';
import type { Dispatch, Route } from './dispatch.ts';

/** Every resource below a version: each kind of API has a folder of its own. */
export function routes(dispatch: () => Dispatch): Route[] {
    return [
        ...restRoutes(dispatch),
        ...uiApiRoutes,
        ...bulkRoutes,
        { path: '/graphql', methods: { POST: graphqlHandler } },
        { path: '/search', methods: { GET: search } },
        { path: '/parameterizedSearch', methods: { GET: parameterizedSearch, POST: parameterizedSearch } }
    ];
}
