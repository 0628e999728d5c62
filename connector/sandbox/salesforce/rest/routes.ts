import { uiApiRoutes } from '../ui-api/routes.ts';
import { graphqlHandler } from '../graphql/handler.ts';
import { createMany, removeMany, retrieveMany, updateMany, upsertMany } from './collections.ts';
import { compositeHandler } from './composite.ts';
import { describe, describeGlobal, listResources } from './describes.ts';
import type { Dispatch, Route } from './dispatch.ts';
import { limits } from './limits.ts';
import { nextPage, queryHandler } from './query.ts';
import {
    create,
    objectInfo,
    remove,
    removeByExternalId,
    retrieve,
    retrieveByExternalId,
    update,
    upsert
} from './records.ts';

/** Every resource of the REST API, the more specific ones first. */
export function restRoutes(dispatch: () => Dispatch): Route[] {
    return [
        { path: '', methods: { GET: listResources } },
        { path: '/limits', methods: { GET: limits } },
        { path: '/query', methods: { GET: queryHandler(false) } },
        { path: '/queryAll', methods: { GET: queryHandler(true) } },
        { path: '/query/:locator', methods: { GET: nextPage } },
        { path: '/queryAll/:locator', methods: { GET: nextPage } },
        { path: '/sobjects', methods: { GET: describeGlobal } },
        { path: '/sobjects/:object', methods: { GET: objectInfo, POST: create } },
        { path: '/sobjects/:object/describe', methods: { GET: describe } },
        { path: '/sobjects/:object/:id', methods: { GET: retrieve, PATCH: update, DELETE: remove } },
        {
            path: '/sobjects/:object/:field/:value',
            methods: { GET: retrieveByExternalId, PATCH: upsert, DELETE: removeByExternalId }
        },
        { path: '/graphql', methods: { POST: graphqlHandler } },
        ...uiApiRoutes,
        { path: '/composite', methods: { POST: compositeHandler(dispatch) } },
        { path: '/composite/sobjects', methods: { POST: createMany, PATCH: updateMany, DELETE: removeMany } },
        { path: '/composite/sobjects/:object', methods: { GET: retrieveMany, POST: retrieveMany } },
        { path: '/composite/sobjects/:object/:field', methods: { PATCH: upsertMany } }
    ];
}
