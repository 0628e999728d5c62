/**
 * Which objects and fields this user may read. A query that names one that the user may not read is refused as a whole,
 * so queries are made from this.
 */
import type { ObjectInfo, ObjectInfos } from 'lightning/uiObjectInfoApi';
import { OBJECTS } from 'c/quoSchema';

/** What queries are made over; the `objectApiNames` of `getObjectInfos`. */
export const QUERIED_OBJECTS: readonly string[] = [
    'Task',
    OBJECTS.sonaCall,
    'Contact',
    'Lead',
    'Account',
    'Opportunity',
    'User'
];

export interface ReadAccess {
    /** Whether the object may be read at all. */
    reads(object: string): boolean;
    /** Whether the object and this field of it may be read. */
    readsField(object: string, field: string): boolean;
    creates(object: string): boolean;
}

/** Where the org did not say: everything is tried, and what is refused is left out then. */
export const ASSUME_ALL: ReadAccess = { reads: () => true, readsField: () => true, creates: () => true };

/** The statuses of an object that is not there for this user; any other failure says nothing about access. */
const NOT_READABLE = [403, 404];

/**
 * Reads what `getObjectInfos` emitted: results come in the order of the names.
 *
 * @param objects the `objectApiNames` that were asked for
 */
export function readAccessOf({ results }: ObjectInfos, objects: readonly string[] = QUERIED_OBJECTS): ReadAccess {
    const known = new Map<string, ObjectInfo | 'none'>();
    objects.forEach((object, index) => {
        const answer = results[index];
        if (answer?.statusCode === 200) known.set(object, answer.result as ObjectInfo);
        else if (answer && NOT_READABLE.includes(answer.statusCode)) known.set(object, 'none');
    });
    const infoOf = (object: string) => known.get(object);
    return {
        reads: (object) => infoOf(object) !== 'none',
        readsField: (object, field) => {
            const info = infoOf(object);
            return info === undefined || (info !== 'none' && info.fields[field] !== undefined);
        },
        creates: (object) => {
            const info = infoOf(object);
            return info === undefined || (info !== 'none' && info.createable);
        }
    };
}
