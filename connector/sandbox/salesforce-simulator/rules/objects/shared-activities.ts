import { refused } from '../../org-error.ts';
import type { OrgState } from '../../org-state.ts';
import { normalizeId } from '../../records/ids.ts';
import type { Row, Value } from '../../records/row.ts';
import type { Field } from '../../schema/types.ts';
import type { Save } from './object-rules.ts';
import { wrongKind } from '../values/wrong-kind.ts';

/** People that one task can be about. */
const CONTACTS = 50;
const SEPARATOR = ';';

/** A list of ids as a row keeps it: joined. @throws {OrgError} for what is no list of ids */
export function coerceIdList(field: Field, value: unknown): Value {
    if (!Array.isArray(value)) throw wrongKind('list', value);
    const ids = value.map((item: unknown) => {
        const id = typeof item === 'string' ? normalizeId(item) : undefined;
        if (id === undefined) throw refused('MALFORMED_ID', `malformed id ${String(item)}`, [field.name]);
        return id;
    });
    return joinIds([...new Set(ids)]);
}

/** A list of ids as a row keeps it; `null` for none. */
export function joinIds(ids: readonly string[]): string | null {
    return ids.join(SEPARATOR) || null;
}

export function idsOf(value: Value): string[] {
    return typeof value === 'string' ? value.split(SEPARATOR) : [];
}

/**
 * Who a task is about, when a task may be about several contacts: the first of the list is the primary one unless WhoId
 * names another, and WhoId is always in the list.
 *
 * @returns nothing when Shared Activities is off
 * @throws {OrgError} when somebody is no live contact or lead, or a lead stands beside others
 */
export function relatePeople({ state, next, previous, changed }: Save): Row {
    if (!state.settings.sharedActivities) return {};
    const counts = { WhatCount: next.WhatId ? 1 : 0 };
    if (previous && !('WhoId' in changed) && !('TaskWhoIds' in changed)) return counts;
    const listed = 'TaskWhoIds' in changed ? idsOf(changed.TaskWhoIds) : idsOf(previous?.TaskWhoIds);
    const kept = 'WhoId' in changed ? listed.filter((id) => id !== previous?.WhoId || id === changed.WhoId) : listed;
    const primary = primaryOf(next, changed, kept);
    const people = primary === undefined ? [] : [primary, ...kept.filter((id) => id !== primary)];
    checkPeople(state, people);
    return { ...counts, WhoId: primary ?? null, TaskWhoIds: people.join(SEPARATOR) || null, WhoCount: people.length };
}

function primaryOf(next: Row, changed: Row, listed: readonly string[]): string | undefined {
    if ('WhoId' in changed) return (changed.WhoId as string | null | undefined) ?? undefined;
    const known = next.WhoId as string | null | undefined;
    // An emptied list keeps the primary contact; a new list without it has a new primary contact.
    if (known && (listed.length === 0 || listed.includes(known))) return known;
    return listed[0];
}

/** @throws {OrgError} when somebody is no live contact or lead, or a lead stands beside others */
export function checkPeople(state: OrgState, people: readonly string[]): void {
    const objects = people.map((id) => state.schema.ofId(id)?.name);
    const wrong = people.find((_, index) => objects[index] !== 'Contact' && objects[index] !== 'Lead');
    if (wrong !== undefined)
        throw refused('FIELD_INTEGRITY_EXCEPTION', `Name ID: id value of incorrect type: ${wrong}`, ['TaskWhoIds']);
    if (people.length > 1 && objects.includes('Lead')) {
        throw refused('FIELD_INTEGRITY_EXCEPTION', 'A task can be related to one lead or to several contacts.', [
            'TaskWhoIds'
        ]);
    }
    if (people.length > CONTACTS) {
        throw refused('FIELD_INTEGRITY_EXCEPTION', `A task can be related to at most ${CONTACTS} contacts.`, [
            'TaskWhoIds'
        ]);
    }
    for (const id of people) {
        const row = state.tables.byId(state.schema, id);
        if (!row) throw refused('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
        if (row.IsDeleted === true) throw refused('ENTITY_IS_DELETED', 'entity is deleted');
    }
}

/** Keeps the relation records the same as what the task itself says. */
export function syncRelations(state: OrgState, task: Row, previous: Row | undefined): void {
    if (!state.settings.sharedActivities) return;
    if (previous && previous.TaskWhoIds === task.TaskWhoIds && previous.WhatId === task.WhatId) return;
    const who = idsOf(task.TaskWhoIds);
    const what = typeof task.WhatId === 'string' ? [task.WhatId] : [];
    syncPeople(state, task);
    replace(state, 'TaskRelation', task, [...who, ...what], (id) => ({ IsWhat: what.includes(id) }));
}

/** The read-only relations of a task's people. */
export function syncPeople(state: OrgState, task: Row): void {
    const who = idsOf(task.TaskWhoIds);
    replace(state, 'TaskWhoRelation', task, who, (id) => ({ Type: state.schema.ofId(id)?.name }));
}

/** An account itself, or the account of anything else. */
export function accountOfRelation(state: OrgState, id: string): Value {
    return state.schema.ofId(id)?.name === 'Account' ? id : state.tables.byId(state.schema, id)?.AccountId;
}

function replace(state: OrgState, name: string, task: Row, ids: readonly string[], more: (id: string) => Row): void {
    const object = state.schema.object(name);
    if (!object) return;
    const table = state.tables.of(object);
    for (const row of table.find('TaskId', task.Id) ?? []) table.erase(row);
    const { LastModifiedDate: at, LastModifiedById: by } = task;
    for (const RelationId of ids) {
        const stamps = {
            CreatedDate: at,
            CreatedById: by,
            LastModifiedDate: at,
            LastModifiedById: by,
            SystemModstamp: at
        };
        const Id = state.nextId(object.keyPrefix);
        table.insert({
            Id,
            IsDeleted: false,
            TaskId: task.Id,
            RelationId,
            AccountId: accountOfRelation(state, RelationId),
            ...more(RelationId),
            ...stamps
        });
    }
}
