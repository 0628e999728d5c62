import { completePicklistValue, type PicklistDraft } from './field-definitions.ts';
import type { RecordType } from './types.ts';

/** A record type as metadata states it. */
export interface RecordTypeDraft {
    readonly object: string;
    readonly developerName: string;
    readonly label?: string;
    readonly active?: boolean;
    /** The values of the picklists that it limits, by field. A default is one of this record type. */
    readonly picklists?: Readonly<Record<string, readonly PicklistDraft[]>>;
    /** Names of the profiles that may use it; everybody when absent. */
    readonly profiles?: readonly string[];
    /** Names of the profiles whose new records are of this type unless they say another. */
    readonly defaultFor?: readonly string[];
    /** Whether it is also the default of every profile that no record type of the object names. */
    readonly isDefaultElsewhere?: boolean;
}

/** A record type with its place in the table of record types. */
export interface IdentifiedRecordType extends RecordTypeDraft {
    readonly id: string;
}

/** Completes what metadata says about a record type. */
export function defineRecordType(draft: IdentifiedRecordType): RecordType {
    const {
        id,
        developerName,
        label = developerName,
        active = true,
        picklists = {},
        profiles,
        defaultFor,
        isDefaultElsewhere = false
    } = draft;
    const lists = Object.entries(picklists).map(
        ([field, values]) => [field, values.map(completePicklistValue)] as const
    );
    return {
        id,
        developerName,
        label,
        active,
        picklists: new Map(lists),
        isOpenTo: (profile) => profiles?.includes(profile) ?? true,
        isDefaultFor: (profile) => defaultFor?.includes(profile) ?? false,
        isDefaultElsewhere
    };
}
