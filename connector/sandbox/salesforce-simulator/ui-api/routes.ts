import type { Route } from '../api/dispatch.ts';
import { objectInfo, picklistValues } from './object-info.ts';
import { deleteOne, getRecord, getRecords, patchRecord, postRecord } from './records.ts';

/** The resources of the User Interface API that this org has. */
export const uiApiRoutes: readonly Route[] = [
    { path: '/ui-api/records', methods: { POST: postRecord } },
    { path: '/ui-api/records/batch/:ids', methods: { GET: getRecords } },
    { path: '/ui-api/records/:id', methods: { GET: getRecord, PATCH: patchRecord, DELETE: deleteOne } },
    { path: '/ui-api/object-info/:object', methods: { GET: objectInfo } },
    { path: '/ui-api/object-info/:object/picklist-values/:recordType', methods: { GET: picklistValues } },
    { path: '/ui-api/object-info/:object/picklist-values/:recordType/:field', methods: { GET: picklistValues } }
];
