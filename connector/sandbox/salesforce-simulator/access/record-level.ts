import type { OrgState } from '../org-state.ts';
import { isDeleted, type Row } from '../records/row.ts';
import type { Field, SharingModel, SObject } from '../schema/types.ts';
import { sharingModelOf } from './sharing-models.ts';
import type { Viewer } from './viewer.ts';

/** What somebody may do with one record; each holds those before it. Deleting takes `all`. */
export const LEVEL = { none: 0, read: 1, edit: 2, transfer: 3, all: 4 } as const;
export type Level = (typeof LEVEL)[keyof typeof LEVEL];

const BY_MODEL: Readonly<Record<Exclude<SharingModel, 'ControlledByParent'>, Level>> = {
    Private: LEVEL.none,
    Read: LEVEL.read,
    ReadWrite: LEVEL.edit,
    ReadWriteTransfer: LEVEL.transfer
};
/** Parts of another record, by the reference to it. */
const PART_OF: Readonly<Record<string, string>> = {
    OpportunityContactRole: 'OpportunityId',
    TaskRelation: 'TaskId',
    TaskWhoRelation: 'TaskId'
};
const ACTIVITIES = new Set(['Task', 'Event']);

/** What sharing allows with a record, whatever the user's rights on its object. */
export function sharedLevel(state: OrgState, viewer: Viewer, row: Row): Level {
    const object = state.schema.ofId(String(row.Id));
    if (!object || viewer.access.all(object, 'modify')) return LEVEL.all;
    const model = sharingModelOf(state, object);
    const part = PART_OF[object.name];
    if (model === undefined && part === undefined) return LEVEL.all;
    if (ownsOne(viewer, object, row)) return LEVEL.all;
    const base = part === undefined ? baseLevel(state, viewer, object, row, model) : ofMaster(state, viewer, row, part);
    return viewer.access.all(object, 'view') ? higher(base, LEVEL.read) : base;
}

/** What a user may do with a record: what sharing allows, as far as their rights on the object go. */
export function recordLevel(state: OrgState, viewer: Viewer, row: Row): Level {
    const object = state.schema.ofId(String(row.Id));
    const shared = sharedLevel(state, viewer, row);
    if (!object) return shared;
    const rights = viewer.access.object(object);
    if (!rights.read) return LEVEL.none;
    if (!rights.edit) return lower(shared, LEVEL.read);
    return rights.delete ? shared : lower(shared, LEVEL.transfer);
}

/** Whether a record is the viewer's own, or of somebody below them. */
function ownsOne(viewer: Viewer, object: SObject, row: Row): boolean {
    return isPrivateContact(object, row) ? row.OwnerId === viewer.userId : viewer.owns(row.OwnerId);
}

/** A contact without an account is its owner's alone, whatever the default (Salesforce Help, private contacts). */
function isPrivateContact(object: SObject, row: Row): boolean {
    return object.name === 'Contact' && !row.AccountId;
}

function baseLevel(state: OrgState, viewer: Viewer, object: SObject, row: Row, model: SharingModel | undefined): Level {
    if (ACTIVITIES.has(object.name)) {
        const level = ofParents(state, viewer, row, ['WhoId', 'WhatId']);
        return model === 'ControlledByParent' ? level : lower(level, LEVEL.read);
    }
    if (isPrivateContact(object, row)) return LEVEL.none;
    if (model === 'ControlledByParent')
        return object.name === 'Contact'
            ? ofParents(state, viewer, row, ['AccountId'])
            : ofMaster(state, viewer, row, masterOf(object));
    const level = BY_MODEL[model ?? 'Private'];
    return higher(level, implicitLevel(state, viewer, object, row));
}

function masterOf(object: SObject): string {
    const isMaster = (field: Field): boolean => field.onParentDelete === 'cascade' && !field.nillable;
    return object.fields.find(isMaster)?.name ?? '';
}

/** Whoever may change the master may do anything to its details. */
function ofMaster(state: OrgState, viewer: Viewer, row: Row, field: string): Level {
    const master = state.tables.byId(state.schema, String(row[field]));
    const level = master ? sharedLevel(state, viewer, master) : LEVEL.none;
    return level >= LEVEL.edit ? LEVEL.all : level;
}

/** What may be done with all the records that a record hangs on; with none of them, nothing. */
function ofParents(state: OrgState, viewer: Viewer, row: Row, fields: readonly string[]): Level {
    const ids = fields.map((field) => row[field]).filter((id) => typeof id === 'string');
    const parents = ids.map((id) => state.tables.byId(state.schema, id)).filter((parent) => parent !== undefined);
    const levels = parents.map((parent) => recordLevel(state, viewer, parent));
    return levels.reduce<Level>(lower, levels.length === 0 ? LEVEL.none : LEVEL.all);
}

/** Implicit sharing: an account to whoever sees a contact or deal of it, and those to its owner as their role says. */
function implicitLevel(state: OrgState, viewer: Viewer, object: SObject, row: Row): Level {
    if (object.name === 'Account') return seesChild(state, viewer, String(row.Id)) ? LEVEL.read : LEVEL.none;
    const right = { Contact: 'ContactAccessForAccountOwner', Opportunity: 'OpportunityAccessForAccountOwner' }[
        object.name
    ];
    const account = right === undefined ? undefined : state.tables.byId(state.schema, String(row.AccountId));
    if (right === undefined || !account || !viewer.owns(account.OwnerId)) return LEVEL.none;
    const owner = state.tables.byId(state.schema, String(account.OwnerId));
    const role = owner && state.tables.byId(state.schema, String(owner.UserRoleId));
    return { Edit: LEVEL.edit, Read: LEVEL.read }[String(role?.[right])] ?? LEVEL.none;
}

function seesChild(state: OrgState, viewer: Viewer, accountId: string): boolean {
    return ['Contact', 'Opportunity'].some((name) => {
        const child = state.schema.object(name);
        // A contact that is controlled by its account gives nothing back to it.
        if (!child || sharingModelOf(state, child) === 'ControlledByParent') return false;
        const children = state.tables.of(child).find('AccountId', accountId) ?? [];
        return children.some((row) => !isDeleted(row) && sharedLevel(state, viewer, row) >= LEVEL.read);
    });
}

function lower(one: Level, other: Level): Level {
    return one < other ? one : other;
}

function higher(one: Level, other: Level): Level {
    return one > other ? one : other;
}
