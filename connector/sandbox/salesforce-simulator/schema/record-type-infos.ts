import type { RecordType, SObject } from './types.ts';

/** The record type of every record whose `RecordTypeId` is empty. */
export const MASTER = '012000000000000AAA';

/** What one user may do with one record type. */
export interface RecordTypeInfo {
    readonly active: boolean;
    readonly available: boolean;
    readonly defaultRecordTypeMapping: boolean;
    readonly developerName: string;
    readonly master: boolean;
    readonly name: string;
    readonly recordTypeId: string;
}

/** The record types of an object as users of a profile may use them; the master record type comes last. */
export function recordTypeInfos(object: SObject, profile: string): RecordTypeInfo[] {
    const own = defaultRecordType(object, profile);
    const infos = object.recordTypes.map((type) => ({
        active: type.active,
        available: type.active && type.isOpenTo(profile),
        defaultRecordTypeMapping: type === own,
        developerName: type.developerName,
        master: false,
        name: type.label,
        recordTypeId: type.id
    }));
    const master = {
        active: true,
        available: true,
        defaultRecordTypeMapping: own === undefined,
        developerName: 'Master',
        master: true,
        name: 'Master',
        recordTypeId: MASTER
    };
    return [...infos, master];
}

/** The record type of a profile's new records; `undefined` for the master record type. */
export function defaultRecordType(object: SObject, profile: string): RecordType | undefined {
    const open = object.recordTypes.filter((type) => type.active && type.isOpenTo(profile));
    return open.find((type) => type.isDefaultFor(profile)) ?? open.find((type) => type.isDefaultElsewhere);
}
