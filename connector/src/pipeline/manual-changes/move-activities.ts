import type { Choice, WrittenTask } from '../../contracts/store.ts';
import type { Connection, PipelineContext } from '../pipeline-context.ts';

/** A choice about a number that somebody made in Salesforce. */
export interface MadeChoice {
    readonly choice: Choice;
    /** The key of the Task that they made it on. */
    readonly key: string;
    /** Their user id; absent: who it was cannot be known any more. */
    readonly by?: string | undefined;
    /** What went for the number before. */
    readonly before?: Choice | undefined;
}

/**
 * Carries choices over to the other activities of their numbers and people, as far as whoever made them may edit these in
 * Salesforce; the others stay as they are, now and whenever they are rendered again. What was moved, by whom and from
 * where, goes to the audit log. Of whom it cannot be known, nobody's right can be asked: nothing else is moved.
 *
 * @returns how many activities are rendered again
 * @throws {OrgUnavailable}
 */
export async function moveActivities(
    context: PipelineContext,
    connection: Connection,
    made: readonly MadeChoice[]
): Promise<number> {
    const { activities, directory } = context.store;
    let rendered = 0;
    for (const one of made) {
        const { choice, before } = one;
        const about = aboutOf(choice);
        const others = (await activities.tasksAbout(connection.id, about)).filter(({ key }) => key !== one.key);
        const mayEdit = await editableBy(connection, one.by, others);
        const [moving, staying] = [others.filter(mayEdit), others.filter((task) => !mayEdit(task))];
        await activities.keepByHand(connection.id, [
            ...staying.map(({ key, byHand }) => ({
                key,
                byHand: byHand.choice === undefined ? { choice: before ?? null } : {}
            })),
            ...[...moving.map(({ key }) => key), one.key].map((key) => ({
                key,
                byHand: {},
                forget: ['choice' as const]
            }))
        ]);
        await directory.choose(connection.id, [choice]);
        await tell(context, connection, one, moving, staying.length);
        if (about.whoIds.length > 0) rendered += await activities.makeDue(connection.id, about, { force: true });
        rendered += await activities.makeDue(connection.id, { numbers: about.numbers }, { force: true });
    }
    return rendered;
}

/** What they are related to is chosen for the person, whatever number they call from. */
function aboutOf({ number, record, relatedId }: Choice): {
    readonly numbers: readonly string[];
    readonly whoIds: readonly string[];
} {
    return { numbers: [number], whoIds: relatedId === undefined ? [] : [record] };
}

async function editableBy(
    { org }: Connection,
    by: string | undefined,
    tasks: readonly WrittenTask[]
): Promise<(task: WrittenTask) => boolean> {
    const ids = tasks.flatMap(({ salesforceId }) => salesforceId ?? []);
    const may = by === undefined || ids.length === 0 ? new Set<string>() : await org.editable(by, ids);
    return ({ salesforceId }) => salesforceId !== undefined && may.has(salesforceId);
}

/** Ids only: the log outlives what is forgotten of a number. */
async function tell(
    { store }: PipelineContext,
    connection: Connection,
    { choice: { record: to, relatedId }, key, by, before }: MadeChoice,
    moving: readonly WrittenTask[],
    left: number
): Promise<void> {
    const moved = moving
        .filter(({ byHand, fields }) => byHand.whoId === undefined && isElsewhere(fields, to, relatedId))
        .map(({ key: task, salesforceId: id, fields: { WhoId: whoId = null, WhatId: whatId = null } }) => ({
            ...{ key: task, id, whoId, whatId }
        }));
    if (moved.length + left === 0) return;
    const from = before === undefined ? null : { record: before.record, relatedId: before.relatedId };
    const detail = { key, to, relatedId, before: from, moved, left };
    await store.audit.append(connection.id, { actor: `Salesforce ${by ?? '?'}`, action: 'number.moved', detail });
}

function isElsewhere(fields: WrittenTask['fields'], to: string, relatedId: string | null | undefined): boolean {
    const isThere = fields['WhoId'] === to || fields['WhatId'] === to;
    return !isThere || (typeof relatedId === 'string' && fields['WhatId'] !== relatedId);
}
