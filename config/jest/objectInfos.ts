import type { ObjectInfos } from 'lightning/uiObjectInfoApi';
import { QUERIED_OBJECTS } from 'c/quoReadAccess';

/** Any field is there, as for a user who may read everything. */
const EVERY_FIELD = new Proxy({}, { get: () => ({}) });
const MESSAGES = { 403: 'You don’t have access to this record.', 404: 'The requested resource does not exist' };

/**
 * What `getObjectInfos` emits: everything readable, but for the given objects.
 *
 * @param less by object: the status that it is refused with, or the only fields that are readable
 */
export function objectInfos(less: Readonly<Record<string, number | readonly string[]>> = {}): ObjectInfos {
    return {
        results: QUERIED_OBJECTS.map((apiName) => {
            const given = less[apiName];
            if (typeof given === 'number') {
                return { statusCode: given, result: [{ errorCode: 'X', message: MESSAGES[given] ?? 'Error' }] };
            }
            const fields = given ? Object.fromEntries(given.map((field) => [field, {}])) : EVERY_FIELD;
            return { statusCode: 200, result: { apiName, createable: true, fields } };
        })
    } as never;
}
