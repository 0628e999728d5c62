import { batchHandler } from './composite-batch.ts';
import { graphHandler } from './composite-graph.ts';
import { relationshipOr } from './relationships.ts';
import { getDeleted, getUpdated } from './replication.ts';
import { createTree } from './tree.ts';
import { createMany, removeMany, retrieveMany, updateMany, upsertMany } from './collections.ts';
import { compositeHandler } from './composite.ts';
import { describe, describeGlobal, listResources } from './describes.ts';
import type { Dispatch, Route } from '../api/dispatch.ts';
import { tabs, theme } from './appearance.ts';
import { limits } from './limits.ts';
import { recent } from './recent.ts';
import { recordCount } from './record-count.ts';
import { nextPage, queryHandler } from './query.ts';
import {
    create,
    createById,
    objectInfo,
    remove,
    removeByExternalId,
    retrieve,
    retrieveByExternalId,
    update,
    upsert
} from './records.ts';

/** Records, queries, describes and what composes them, the more specific ones first. */
export function restRoutes(dispatch: () => Dispatch): Route[] {
    return [
        { path: '', methods: { GET: listResources } },
        { path: '/limits', methods: { GET: limits } },
        { path: '/limits/recordCount', methods: { GET: recordCount } },
        { path: '/recent', methods: { GET: recent } },
        { path: '/tabs', methods: { GET: tabs } },
        { path: '/theme', methods: { GET: theme } },
        { path: '/query', methods: { GET: queryHandler(false) } },
        { path: '/queryAll', methods: { GET: queryHandler(true) } },
        { path: '/query/:locator', methods: { GET: nextPage } },
        { path: '/queryAll/:locator', methods: { GET: nextPage } },
        { path: '/sobjects', methods: { GET: describeGlobal } },
        { path: '/sobjects/:object', methods: { GET: objectInfo, POST: create } },
        { path: '/sobjects/:object/describe', methods: { GET: describe } },
        { path: '/sobjects/:object/updated', methods: { GET: getUpdated } },
        { path: '/sobjects/:object/deleted', methods: { GET: getDeleted } },
        { path: '/sobjects/:object/Id', methods: { POST: createById } },
        { path: '/sobjects/:object/:id', methods: { GET: retrieve, PATCH: update, DELETE: remove } },
        {
            path: '/sobjects/:object/:field/:value',
            methods: { GET: relationshipOr(retrieveByExternalId), PATCH: upsert, DELETE: removeByExternalId }
        },
        { path: '/composite', methods: { POST: compositeHandler(dispatch) } },
        { path: '/composite/batch', methods: { POST: batchHandler(dispatch) } },
        { path: '/composite/graph', methods: { POST: graphHandler(dispatch) } },
        { path: '/composite/tree/:object', methods: { POST: createTree } },
        { path: '/composite/sobjects', methods: { POST: createMany, PATCH: updateMany, DELETE: removeMany } },
        { path: '/composite/sobjects/:object', methods: { GET: retrieveMany, POST: retrieveMany } },
        { path: '/composite/sobjects/:object/:field', methods: { PATCH: upsertMany } }
    ];
}
