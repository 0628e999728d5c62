import type { RecordTypeIds } from './customize-object.ts';

/** Gives every record type an id the first time that it is asked for. */
export function createRecordTypeIds(nextId: (prefix: string) => string): RecordTypeIds {
    const ids = new Map<string, string>();
    return (object, developerName) => {
        const key = `${object}.${developerName}`;
        const known = ids.get(key) ?? nextId('012');
        ids.set(key, known);
        return known;
    };
}
