import type { FieldShapes } from '../domain/records/field-shape.ts';
import type { Inbox, OrgUser, QuoUser, TaskPicklists } from '../domain/workspace.ts';
import type { Preferences } from '../domain/preferences/preferences.ts';
import { ACTIVITY_KINDS } from '../domain/records/field-defaults.ts';
import { chosenRecordTypes, RECORD_TYPE, taskValues, valuesOf } from '../domain/records/task-values.ts';
import { OrgUnavailable } from '../contracts/salesforce.ts';
import { KEYS, type Key } from '../contracts/key-value.ts';
import { errorData } from '../log.ts';
import type { Connection, PipelineContext } from './pipeline-context.ts';

const MINUTE = 60_000;
/** Inboxes, users and picklists change rarely; an unknown id asks again sooner. */
const FRESH_FOR = 60 * MINUTE;
const ASK_AGAIN_AFTER = 5 * MINUTE;
const QUO_PATIENCE = 1_500;

/** What is read from the two platforms and kept: who works there, which inboxes, what the org calls a closed task. */
export interface Lookups {
    readonly inboxes: readonly Inbox[];
    readonly quoUsers: readonly QuoUser[];
    readonly orgUsers: readonly OrgUser[];
    readonly vocabulary: TaskPicklists;
    /** What the fields of `Sona_Call__c` can hold, where answers are mapped to any. */
    readonly sonaFields?: FieldShapes | undefined;
    /** Whether the org has the object of transcripts; absent: nobody had to know. */
    readonly takesTranscripts?: boolean | undefined;
    /** False while Quo's API could not be asked: names are then missing from what is rendered. */
    readonly isWhole: boolean;
}

/**
 * Reads what rendering needs, from memory while it is fresh.
 *
 * A Quo workspace that cannot be asked leaves its names out (the first write never waits for it); an org that cannot
 * be asked stops the flush, because nothing could be written anyway.
 *
 * @param inboxIds inboxes that are about to be rendered: one that memory lacks is worth asking for
 * @throws {OrgUnavailable} when the org never answered and still does not
 */
export async function lookups(
    context: PipelineContext,
    connection: Connection,
    inboxIds: ReadonlySet<string>
): Promise<Lookups> {
    const read = <T>(key: Key<T>, fetch: () => Promise<T>, isEnough?: (value: T) => boolean): Promise<T> =>
        remembered(context, connection.id, key, fetch, isEnough);
    const knowsAll = (inboxes: readonly Inbox[]): boolean =>
        [...inboxIds].every((id) => inboxes.some((inbox) => inbox.id === id));
    const fromQuo = Promise.all([
        read(KEYS.inboxes, () => connection.workspace.inboxes(), knowsAll),
        read(KEYS.quoUsers, () => connection.workspace.users())
    ]).catch((error: unknown) => {
        context.log.warn('workspace not read', { connection: connection.id, ...errorData(error) });
        return undefined;
    });
    // A key that is not active yet is tried for half a minute; the first write of a call does not wait for it.
    const quoInTime = Promise.race([fromQuo, context.sleep(QUO_PATIENCE)]);
    const mapped = connection.preferences().sonaFields.map(({ field }) => field.toLowerCase());
    const hasAll = (shapes: FieldShapes): boolean => mapped.every((field) => field in shapes);
    // The record is worth more than the answers that an admin wants in fields of their own.
    const sonaFields = connection.org.sonaFields;
    const shapesOrNone =
        sonaFields === undefined || mapped.length === 0
            ? undefined
            : read(KEYS.sonaFields, sonaFields, hasAll).catch((error: unknown) => {
                  context.log.warn('fields not described', { connection: connection.id, ...errorData(error) });
                  return undefined;
              });
    const [quo, known, shapes] = await Promise.all([quoInTime, usersAndPicklists(context, connection), shapesOrNone]);
    return {
        inboxes: quo?.[0] ?? [],
        quoUsers: quo?.[1] ?? [],
        ...known,
        sonaFields: shapes,
        isWhole: quo !== undefined
    };
}

/** What every write needs of the org. Asked in the same moment, both are one API call. */
async function usersAndPicklists(
    context: PipelineContext,
    connection: Connection
): Promise<Pick<Lookups, 'orgUsers' | 'vocabulary'>> {
    const { id, org } = connection;
    const { memory } = context.store;
    const recordTypes = chosenRecordTypes(connection.preferences().taskFields);
    const hasTypes = (known: TaskPicklists): boolean =>
        recordTypes.every((type) => known.recordTypes?.[type] !== undefined);
    const [users, picklists] = await Promise.all([memory.get(id, KEYS.orgUsers), memory.get(id, KEYS.taskPicklists)]);
    const [orgUsers, vocabulary] = await Promise.all([
        fresh(context, id, KEYS.orgUsers, users, () => org.users()),
        fresh(context, id, KEYS.taskPicklists, picklists, () => org.vocabulary(recordTypes), hasTypes)
    ]);
    return { orgUsers, vocabulary: withClosed(vocabulary, connection.preferences()) };
}

/** @throws {OrgUnavailable} `SF-NO-CLOSED-STATUS`: what happened would wait in everybody's list of things to do */
function withClosed(known: TaskPicklists, { taskFields }: Preferences): TaskPicklists {
    const open = ACTIVITY_KINDS.find((kind) => taskValues(kind, taskFields, known).Status === undefined);
    if (open === undefined) return known;
    const { others } = taskValues(open, taskFields, known);
    const seen = valuesOf(others[RECORD_TYPE], known).statuses.join(', ') || 'none';
    throw new OrgUnavailable('forbidden', { code: 'SF-NO-CLOSED-STATUS', seen });
}

async function remembered<T>(
    context: PipelineContext,
    connection: string,
    key: Key<T>,
    fetch: () => Promise<T>,
    isEnough?: (value: T) => boolean
): Promise<T> {
    return fresh(context, connection, key, await context.store.memory.get(connection, key), fetch, isEnough);
}

async function fresh<T>(
    context: PipelineContext,
    connection: string,
    key: Key<T>,
    known: { readonly value: T; readonly ageMs: number } | undefined,
    fetch: () => Promise<T>,
    isEnough: (value: T) => boolean = () => true
): Promise<T> {
    const freshFor = known !== undefined && !isEnough(known.value) ? ASK_AGAIN_AFTER : FRESH_FOR;
    if (known !== undefined && known.ageMs < freshFor) return known.value;
    try {
        const value = await fetch();
        await context.store.memory.set(connection, key, value);
        return value;
    } catch (error) {
        if (known === undefined) throw error;
        context.log.warn('kept what was known', { connection, name: key.name, ...errorData(error) });
        return known.value;
    }
}
