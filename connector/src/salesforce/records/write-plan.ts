import { idOf } from '../../domain/objects/catalogue.ts';
import { storableText } from '../../domain/storable-text.ts';
import type { FieldValue } from '../../domain/records/draft.ts';
import type { WriteItem } from '../../contracts/salesforce.ts';
import type { NameInOrg } from '../namespace.ts';

/** Shared Activities, Salesforce Help: up to 50 contacts a task. */
const MOST_CONTACTS = 50;

/**
 * How one item goes to Salesforce.
 *
 * `upsert` names the record by its key, known or not: a record that somebody deleted comes back, and a lost answer
 * cannot make a second one. `update` names it by id, only where its key itself changes.
 */
export interface PlannedWrite {
    /** Place among the items given. */
    readonly index: number;
    readonly item: WriteItem;
    readonly by: { readonly how: 'upsert' } | { readonly how: 'update'; readonly id: string };
    /** Whether fields that only an insert may set are sent. */
    readonly forCreate: boolean;
    /** Everybody that the Task is about, WhoId first, where the org lets a Task be about several contacts. */
    readonly everybody?: readonly string[] | undefined;
    /** Its owner could not be one: the record is worth more than whose it is. */
    readonly withoutOwner?: true;
    /** The most records that may share its collection; smaller after Salesforce refused a whole one. */
    readonly atMost?: number | undefined;
}

/** A first plan: known records are updated, unknown ones may be created. */
export function writePlan(
    item: WriteItem,
    index: number,
    idOfFormer: ReadonlyMap<string, string>,
    sharesActivities: boolean
): PlannedWrite {
    if (item.draft.gone === true) throw new Error('A draft that is gone is removed, never written.');
    const former = item.draft.formerKey;
    const id = former === undefined ? undefined : (item.salesforceId ?? idOfFormer.get(former));
    const common = { index, item, everybody: sharesActivities ? everybodyOf(item) : undefined };
    return id === undefined
        ? { ...common, by: { how: 'upsert' }, forCreate: item.salesforceId === undefined || former !== undefined }
        : { ...common, by: { how: 'update', id }, forCreate: false };
}

/** A Task is about several contacts, or about one lead. An empty list of others takes them off. */
function everybodyOf({ draft, salesforceId }: WriteItem): readonly string[] | undefined {
    const { WhoId } = { ...draft.createOnly, ...draft.fields };
    const contacts = [WhoId, ...(draft.alsoWhoIds ?? [])].filter(isContact);
    const isGroup = contacts.length > 1 || (salesforceId !== undefined && draft.alsoWhoIds !== undefined);
    return isContact(WhoId) && isGroup ? [...new Set(contacts)].slice(0, MOST_CONTACTS) : undefined;
}

/** The same without its owner, who is then whoever has it, or the integration user. */
export function withoutOwner(planned: PlannedWrite): PlannedWrite {
    const { draft } = planned.item;
    const without = (fields: Readonly<Record<string, FieldValue>>): Readonly<Record<string, FieldValue>> =>
        Object.fromEntries(Object.entries(fields).filter(([name]) => name !== 'OwnerId'));
    const ownerless = { ...draft, fields: without(draft.fields), createOnly: without(draft.createOnly ?? {}) };
    return { ...planned, item: { ...planned.item, draft: ownerless }, withoutOwner: true };
}

/** Whom the record is to belong to. */
export function ownerOf({ item: { draft } }: PlannedWrite): FieldValue | undefined {
    return draft.fields['OwnerId'] ?? draft.createOnly?.['OwnerId'];
}

/** The record as JSON, with the org's names. */
export function recordOf({ item, by, forCreate, everybody }: PlannedWrite, name: NameInOrg): Record<string, unknown> {
    const { draft } = item;
    // Where nothing is said of the first one, nothing is said of the others.
    const isSaid = everybody !== undefined && (forCreate || 'WhoId' in draft.fields);
    const parents = Object.fromEntries(
        Object.entries(draft.parents ?? {}).map(([relation, key]) => [name(relation), renamed(key, name)] as const)
    );
    return {
        attributes: { type: name(draft.object) },
        ...(by.how === 'update' ? { id: by.id } : {}),
        [name(draft.keyField)]: draft.key,
        ...renamed(draft.fields, name),
        ...(isSaid ? { TaskWhoIds: everybody } : {}),
        ...(forCreate ? { ...renamed({ ...draft.defaults, ...draft.createOnly }, name), ...parents } : {})
    };
}

/** The org's names of the fields that only an insert may set; a parent is named by its lookup field. */
export function createOnlyNames({ item: { draft } }: PlannedWrite, name: NameInOrg): readonly string[] {
    const lookups = Object.keys(draft.parents ?? {}).map((relation) => relation.replace(/__r$/, '__c'));
    return [...Object.keys(draft.createOnly ?? {}), ...lookups].map(name);
}

/** The org's names of the fields that an admin chose values for. */
export function defaultNames({ item: { draft } }: PlannedWrite, name: NameInOrg): readonly string[] {
    return Object.keys(draft.defaults ?? {}).map(name);
}

function isContact(id: unknown): id is string {
    return typeof id === 'string' && idOf('Contact', id) !== undefined;
}

function renamed(fields: Readonly<Record<string, FieldValue>>, name: NameInOrg): Record<string, FieldValue> {
    // Salesforce refuses a whole request for half a surrogate pair or a NUL.
    return Object.fromEntries(
        Object.entries(fields).map(
            ([field, value]) => [name(field), typeof value === 'string' ? storableText(value) : value] as const
        )
    );
}
