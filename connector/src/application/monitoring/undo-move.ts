import { z } from 'zod';
import { CodedError } from '../../errors/errors.ts';
import type { AuditStore } from '../../contracts/audit.ts';
import type { Store } from '../../contracts/store.ts';

export const MOVED = 'number.moved';
export const MOVE_UNDONE = 'number.move-undone';
/** So many undone moves are looked through for one that was undone before. */
const UNDONE = 1_000;

/** Older entries call it by the only object that there was. */
const Related = { relatedId: z.string().nullish(), opportunityId: z.string().nullish() };
const Choice = z.object({ record: z.string(), ...Related }).transform(withRelated);
const Move = z
    .object({
        key: z.string(),
        to: z.string(),
        ...Related,
        before: Choice.nullable(),
        moved: z.array(
            z.object({
                key: z.string(),
                id: z.string().optional(),
                whoId: z.string().nullable(),
                whatId: z.string().nullable()
            })
        ),
        /** Records that stayed, because whoever chose may not edit them. */
        left: z.number().default(0)
    })
    .transform(withRelated);
type Move = z.infer<typeof Move>;

function withRelated<T extends { relatedId?: string | null | undefined; opportunityId?: string | null | undefined }>({
    opportunityId,
    relatedId = opportunityId,
    ...rest
}: T) {
    return { ...rest, ...(relatedId === undefined ? {} : { relatedId }) };
}

/** The detail of a `number.moved` entry; undefined for one in another form. */
export function readMove(detail: unknown): Move | undefined {
    return Move.safeParse(detail).data;
}

export interface UndoMoveDeps {
    readonly audit: AuditStore;
    readonly activities: Pick<Store['activities'], 'tasksByKey' | 'keepByHand' | 'makeDue'>;
    readonly directory: Pick<Store['directory'], 'choices' | 'choose' | 'unchoose'>;
}

/**
 * Puts back what a choice about a number had moved: each record to whom it was on, and what went for the number before.
 * The record that the choice was made on stays as its rep set it, and so does a choice that was made since.
 *
 * @param seq the entry of the audit log that tells of the move
 * @returns how many records go back
 * @throws {CodedError} WEB-VALUE where there is no such move, or it was undone before
 */
export async function undoMove(store: UndoMoveDeps, connection: string, seq: number): Promise<number> {
    const move = await moveOf(store, connection, seq);
    const keys = move.moved.map(({ key }) => key);
    const known = new Map(
        (await store.activities.tasksByKey(connection, [...keys, move.key])).map((task) => [task.key, task])
    );
    const back = move.moved
        .filter(({ key }) => isStillThere(known.get(key)?.fields, move))
        .map(({ key, whoId, whatId }) => ({ key, byHand: { whoId, whatId } }));
    const source = known.get(move.key);
    const stays = source === undefined ? [] : [{ key: source.key, byHand: setOn(source.fields) }];
    await store.activities.keepByHand(connection, [...stays, ...back]);
    const [number] = source?.numbers ?? back.flatMap(({ key }) => known.get(key)?.numbers ?? []);
    if (number !== undefined) await restoreChoice(store, connection, number, move);
    const activityKeys = [...new Set(back.flatMap(({ key }) => known.get(key)?.activityKey ?? []))];
    await store.activities.makeDue(connection, { activityKeys }, { force: true });
    return back.length;
}

async function moveOf({ audit }: UndoMoveDeps, connection: string, seq: number): Promise<Move> {
    const [[row], undone] = await Promise.all([
        audit.list(connection, { limit: 1, before: seq + 1, action: MOVED }),
        audit.list(connection, { limit: UNDONE, action: MOVE_UNDONE })
    ]);
    const isUndone = undone.some(({ detail }) => detail['seq'] === seq);
    const move = readMove(row?.detail);
    if (row?.seq !== seq || isUndone || move === undefined) throw new CodedError('WEB-VALUE', 'seq');
    return move;
}

/** A choice that was made since is somebody's, and stays. */
async function restoreChoice(
    { directory }: UndoMoveDeps,
    connection: string,
    number: string,
    { to, before }: Move
): Promise<void> {
    const now = (await directory.choices(connection, [number])).get(number);
    if (now?.record !== to) return;
    if (before === null) await directory.unchoose(connection, [number]);
    else {
        const { record, relatedId } = before;
        await directory.choose(connection, [{ number, record, ...(relatedId === undefined ? {} : { relatedId }) }]);
    }
}

function setOn(fields: Readonly<Record<string, unknown>>): {
    readonly whoId: string | null;
    readonly whatId: string | null;
} {
    const id = (value: unknown): string | null => (typeof value === 'string' ? value : null);
    return { whoId: id(fields['WhoId']), whatId: id(fields['WhatId']) };
}

/** What somebody moved on since is not where this choice had put it. */
function isStillThere(
    fields: Readonly<Record<string, unknown>> | undefined,
    { to, relatedId }: Pick<Move, 'to' | 'relatedId'>
): boolean {
    const { WhoId = null, WhatId = null } = fields ?? {};
    if (fields === undefined) return false;
    return to === 'ignore' ? WhoId === null : [to, relatedId ?? to].some((id) => id === WhoId || id === WhatId);
}
