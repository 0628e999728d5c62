import { refused } from '../../org-error.ts';
import type { OrgState } from '../../org-state.ts';
import { idOf, isDeleted, type Row } from '../../records/row.ts';
import type { ObjectRules, Save } from './object-rules.ts';
import { parentRow } from '../references.ts';
import { accountOfRelation, checkPeople, idsOf, joinIds, syncPeople } from './shared-activities.ts';

/** A relation that is made or taken away by itself: its task follows. */
export const taskRelationRules: ObjectRules = {
    derive: ({ state, next, previous }) => {
        if (previous) return {};
        const task = taskOf(state, next);
        const people = idsOf(task.TaskWhoIds);
        const to = String(next.RelationId);
        if (people.includes(to) || task.WhatId === to) {
            throw refused(
                'DUPLICATE_VALUE',
                `duplicate value found: RelationId duplicates value on record with id: ${idOf(task).slice(0, 15)}`
            );
        }
        checkKind(state, next, task);
        if (next.IsWhat !== true) checkPeople(state, [...people, to]);
        return { AccountId: accountOfRelation(state, to) };
    },
    afterSave: ({ state, next }: Save) => {
        const task = taskOf(state, next);
        if (next.IsWhat === true) change(state, next, task, { WhatId: next.RelationId, WhatCount: 1 });
        else changePeople(state, next, task, [...idsOf(task.TaskWhoIds), String(next.RelationId)]);
    },
    afterDelete: (state, row) => {
        const task = taskOf(state, row);
        if (isDeleted(task)) return;
        if (row.IsWhat === true) change(state, row, task, { WhatId: null, WhatCount: 0 });
        else
            changePeople(
                state,
                row,
                task,
                idsOf(task.TaskWhoIds).filter((id) => id !== row.RelationId)
            );
    }
};

function taskOf(state: OrgState, relation: Row): Row {
    return parentRow(state, relation.TaskId) as Row;
}

/** People are no things, and a task is about one thing. */
function checkKind(state: OrgState, relation: Row, task: Row): void {
    const kind = state.schema.ofId(String(relation.RelationId))?.name ?? '';
    const isPerson = kind === 'Contact' || kind === 'Lead';
    if (isPerson === (relation.IsWhat === true)) {
        throw refused(
            'FIELD_INTEGRITY_EXCEPTION',
            `Relation ID: id value of incorrect type: ${String(relation.RelationId)}`,
            ['RelationId']
        );
    }
    if (!isPerson && task.WhatId)
        throw refused('FIELD_INTEGRITY_EXCEPTION', 'A task can be related to one thing.', ['RelationId']);
}

function changePeople(state: OrgState, relation: Row, task: Row, people: readonly string[]): void {
    change(state, relation, task, { WhoId: people[0] ?? null, TaskWhoIds: joinIds(people), WhoCount: people.length });
    syncPeople(state, task);
}

function change(state: OrgState, relation: Row, task: Row, values: Row): void {
    const tasks = state.schema.object('Task');
    if (!tasks) return;
    const { LastModifiedDate, LastModifiedById, SystemModstamp } = relation;
    state.tables.of(tasks).change(task, { ...values, LastModifiedDate, LastModifiedById, SystemModstamp });
}
