import type { FieldDraft, PicklistDraft } from '../schema/field-definitions.ts';
import type { ObjectDraft } from '../schema/object-definitions.ts';
import type { RecordTypeDraft } from '../schema/record-types.ts';
import type { Customization } from './customization.ts';

/** Finds the id of a record type, the same at every call. */
export type RecordTypeIds = (object: string, developerName: string) => string;

/** Completes an object with what this org's admins changed about it. */
export function customizeObject(
    object: ObjectDraft,
    customization: Customization,
    recordTypes: readonly RecordTypeDraft[],
    idOf: RecordTypeIds
): ObjectDraft {
    const own = recordTypes.filter((type) => type.object === object.name);
    const picklists = picklistsOf(object.name, customization);
    const encrypted = new Set(customization.encryptedFields);
    const isCustomized = own.length > 0 || picklists.size > 0 || encrypted.size > 0;
    if (!isCustomized) return object;
    const fields = object.fields.map((field) => {
        const changed = { ...field, ...picklists.get(field.name) };
        return encrypted.has(`${object.name}.${field.name}`) ? { ...changed, ...ENCRYPTED } : changed;
    });
    const hasField = fields.some(({ name }) => name === 'RecordTypeId');
    return {
        ...object,
        fields: own.length > 0 && !hasField ? [...fields, RECORD_TYPE_FIELD] : fields,
        recordTypes: own.map((type) => ({ ...type, id: idOf(type.object, type.developerName) }))
    };
}

/** Probabilistic encryption: nothing can be found or put in order by the field. */
const ENCRYPTED = { encrypted: true, filterable: false, sortable: false, groupable: false, aggregatable: false };

/** The field that an object has once it has record types. */
const RECORD_TYPE_FIELD: FieldDraft = {
    name: 'RecordTypeId',
    label: 'Record Type ID',
    type: 'reference',
    length: 18,
    referenceTo: ['RecordType'],
    relationshipName: 'RecordType',
    defaultedOnCreate: true
};

function picklistsOf(object: string, customization: Customization): Map<string, Partial<FieldDraft>> {
    const { picklists = [], taskStatuses, taskPriorities, leadStatuses } = customization;
    const changes = new Map<string, Partial<FieldDraft>>();
    const standard: readonly (readonly [string, string, readonly PicklistDraft[] | undefined])[] = [
        ['Task', 'Status', taskStatuses],
        ['Task', 'Priority', taskPriorities],
        ['Lead', 'Status', leadStatuses]
    ];
    for (const [of, field, values] of standard) {
        if (of === object && values) changes.set(field, { picklistValues: values });
    }
    for (const change of picklists.filter((known) => known.object === object)) {
        changes.set(change.field, {
            picklistValues: change.values,
            ...(change.restricted === undefined ? {} : { restrictedPicklist: change.restricted })
        });
    }
    return changes;
}
