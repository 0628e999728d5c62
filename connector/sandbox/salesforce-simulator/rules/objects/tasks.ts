import { refused } from '../../org-error.ts';
import type { OrgState } from '../../org-state.ts';
import { isDeleted, type Row } from '../../records/row.ts';
import type { ObjectRules, Save } from './object-rules.ts';
import { parentRow } from '../references.ts';
import { relatePeople, syncRelations } from './shared-activities.ts';

const DAY = 86_400_000;

/** Tasks: what WhoId and WhatId allow, and everything that follows from Status, Priority, WhoId and WhatId. */
export const taskRules: ObjectRules = {
    derive: (save) => {
        checkKind(save.changed);
        const values: Row = relatePeople(save);
        Object.assign(save.next, values);
        checkRelations(save, values);
        const { state, next, previous, changed } = save;
        if (!previous) {
            values.TaskSubtype = next.TaskSubtype ?? 'Task';
            values.IsArchived = false;
        }
        if (!previous || 'Status' in changed) Object.assign(values, closing(state, next, previous));
        if (!previous || 'Priority' in changed) values.IsHighPriority = isHighPriority(state, next);
        if (!previous || 'WhoId' in changed || 'WhatId' in changed || 'WhoId' in values)
            values.AccountId = accountOf(state, next);
        return values;
    },
    afterSave: ({ state, next, previous }) => {
        syncRelations(state, next, previous);
        const today = new Date(state.now()).toISOString().slice(0, 10);
        if (next.IsClosed === true) noteActivity(state, next, (next.ActivityDate as string | undefined) ?? today);
        if (previous?.IsClosed === true) forgetActivity(state, previous);
    },
    afterDelete: (state, row) => {
        if (row.IsClosed === true) forgetActivity(state, row);
    }
};

/** @throws {OrgError} for a series, and for the subtype that only Sales Engagement sets */
function checkKind(changed: Row): void {
    const series = Object.keys(changed).find(
        (name) => /^(?:Is)?Recurrence/.test(name) && changed[name] !== null && changed[name] !== false
    );
    if (series !== undefined)
        throw refused('INVALID_OPERATION', 'The simulated org makes no series of recurring tasks.', [series]);
    if (changed.TaskSubtype === 'Cadence')
        throw refused('FIELD_INTEGRITY_EXCEPTION', 'Task Subtype: Cadence is set by Sales Engagement only', [
            'TaskSubtype'
        ]);
}

function checkRelations({ state, next, changed }: Save, related: Row): void {
    if (!('WhoId' in changed) && !('WhatId' in changed) && !('WhoId' in related)) return;
    const who = parentRow(state, next.WhoId);
    if (!who || state.schema.ofId(String(who.Id))?.name !== 'Lead') return;
    if (next.WhatId !== undefined && next.WhatId !== null) {
        throw refused('FIELD_INTEGRITY_EXCEPTION', 'Related To ID: value must be blank when Name ID is a lead.', [
            'WhatId'
        ]);
    }
    if ('WhoId' in changed && who.IsConverted === true) {
        throw refused('CANNOT_UPDATE_CONVERTED_LEAD', 'cannot reference converted lead', []);
    }
}

/** `IsClosed` and `CompletedDateTime` follow Status; a closed task that becomes another closed one is stamped again. */
function closing(state: OrgState, next: Row, previous: Row | undefined): Row {
    const status = findSetting(state, 'TaskStatus', next.Status);
    const closed = status?.IsClosed === true;
    const changed = previous?.Status !== next.Status;
    return { IsClosed: closed, ...(changed ? { CompletedDateTime: closed ? state.now() : null } : {}) };
}

function isHighPriority(state: OrgState, next: Row): boolean {
    return findSetting(state, 'TaskPriority', next.Priority)?.IsHighPriority === true;
}

function findSetting(state: OrgState, object: string, value: unknown): Row | undefined {
    const definition = state.schema.object(object);
    if (!definition) return undefined;
    for (const row of state.tables.of(definition).all()) if (row.ApiName === value) return row;
    return undefined;
}

/** The account of the thing, else the contact's. A custom object counts when it is a detail of an account. */
function accountOf(state: OrgState, task: Row): string | null {
    const what = parentRow(state, task.WhatId);
    const object = what && state.schema.ofId(String(what.Id));
    if (object?.name === 'Account') return String(what?.Id);
    const lookup = object?.fields.find(
        (field) =>
            field.referenceTo.includes('Account') &&
            (['Case', 'Opportunity'].includes(object.name) || (field.custom && !field.nillable))
    );
    if (what && lookup) return (what[lookup.name] as string | undefined) ?? null;
    const who = parentRow(state, task.WhoId);
    return (who?.AccountId as string | undefined) ?? null;
}

function relatives(state: OrgState, task: Row): Row[] {
    const ids = new Set([task.WhoId, task.WhatId, task.AccountId]);
    return [...ids].map((id) => parentRow(state, id)).filter((row) => row !== undefined);
}

/** The latest date of a closed task is its people's and things' last activity. */
function noteActivity(state: OrgState, task: Row, date: string): void {
    for (const row of relatives(state, task)) {
        const known = row.LastActivityDate as string | undefined | null;
        if (known === undefined || known === null || known < date) setLastActivity(state, row, date);
    }
}

/** A closed task moved, reopened or went: what was its latest date is looked up again. */
function forgetActivity(state: OrgState, task: Row): void {
    const tasks = state.schema.object('Task');
    if (!tasks) return;
    for (const row of relatives(state, task)) {
        if (row.LastActivityDate !== task.ActivityDate) continue;
        const dates = ['WhoId', 'WhatId', 'AccountId']
            .flatMap((field) => state.tables.of(tasks).find(field, row.Id) ?? [])
            .filter((other) => other.IsClosed === true && !isDeleted(other))
            .map((other) => String(other.ActivityDate ?? ''));
        setLastActivity(state, row, dates.sort().at(-1) || null);
    }
}

function setLastActivity(state: OrgState, row: Row, date: string | null): void {
    const object = state.schema.ofId(String(row.Id));
    if (object && state.schema.field(object, 'LastActivityDate')) {
        state.tables.of(object).change(row, { LastActivityDate: date });
    }
}

/** Whether the archiving job would take the task now: closed, and a year old by its date or its creation. */
export function isDueForArchive(task: Row, now: number): boolean {
    if (task.IsClosed !== true || task.IsArchived === true || isDeleted(task)) return false;
    const at = typeof task.ActivityDate === 'string' ? Date.parse(task.ActivityDate) : Number(task.CreatedDate);
    return now - at >= 365 * DAY;
}
