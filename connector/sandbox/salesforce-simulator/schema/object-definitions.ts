import { readdirSync } from 'node:fs';
import { defineField, readData, type FieldDraft } from './field-definitions.ts';
import { isPermissionable } from './field-security.ts';
import { defineRecordType, type IdentifiedRecordType } from './record-types.ts';
import type { SharingModel, SObject } from './types.ts';

/** An object as the data files state it. */
export interface ObjectDraft {
    readonly name: string;
    readonly label: string;
    readonly labelPlural: string;
    readonly keyPrefix: string;
    readonly custom?: boolean;
    readonly activities?: boolean;
    readonly sharingModel?: SharingModel;
    readonly supportedScopes?: SObject['supportedScopes'];
    readonly fields: readonly FieldDraft[];
    readonly recordTypes?: readonly IdentifiedRecordType[];
    readonly [flag: string]: unknown;
}

const FLAGS = readData<Record<string, boolean>>('object-defaults.json');
const ACTIVITY_PARENTS = new Set(['Account', 'Case', 'Opportunity']);

/** Completes an object with describe's flags and its fields' types' defaults. */
export function defineObject(draft: ObjectDraft): SObject {
    const flags = Object.fromEntries(
        Object.entries(FLAGS).map(([flag, implied]) => [flag, (draft[flag] as boolean | undefined) ?? implied])
    );
    const fields = draft.fields.map((field) =>
        defineField({ ...field, permissionable: isPermissionable(draft.name, field) })
    );
    return {
        name: draft.name,
        label: draft.label,
        labelPlural: draft.labelPlural,
        keyPrefix: draft.keyPrefix,
        custom: draft.custom ?? false,
        flags,
        supportedScopes: draft.supportedScopes ?? [],
        activities: draft.activities ?? ACTIVITY_PARENTS.has(draft.name),
        ...(draft.sharingModel === undefined ? {} : { sharingModel: draft.sharingModel }),
        fields,
        nameField: fields.find((field) => field.nameField),
        recordTypes: (draft.recordTypes ?? []).map(defineRecordType)
    };
}

/** What an admin has switched on. */
export interface Features {
    readonly personAccounts: boolean;
    /** A task can be about several contacts. */
    readonly sharedActivities: boolean;
}

const SHARED_ACTIVITIES = new Set(['TaskRelation', 'TaskWhoRelation']);

/** The standard objects that this org has, in the order of their names, with the fields of what is switched on. */
export function standardObjects({ personAccounts, sharedActivities }: Features): ObjectDraft[] {
    const folder = new URL('standard/', import.meta.url);
    const drafts = readdirSync(folder)
        .filter((file) => file.endsWith('.json'))
        .sort()
        .map((file) => readData<ObjectDraft>(`standard/${file}`))
        .filter(({ name }) => sharedActivities || !SHARED_ACTIVITIES.has(name));
    const added = [
        ...(personAccounts ? [readData<Record<string, FieldDraft[]>>('person-accounts.json')] : []),
        ...(sharedActivities ? [readData<Record<string, FieldDraft[]>>('shared-activities.json')] : [])
    ];
    return drafts.map((draft) => ({
        ...draft,
        fields: [...draft.fields, ...added.flatMap((fields) => fields[draft.name] ?? [])]
    }));
}
