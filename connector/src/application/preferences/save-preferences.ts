import { KEYS } from '../../contracts/key-value.ts';
import { CONNECTION_CHOICES } from '../../domain/preferences/catalogue.ts';
import type { Preferences, SonaField } from '../../domain/preferences/preferences.ts';
import { preferenceFaults, preferenceReader, readPreferences } from '../../preferences/read-preferences.ts';
import { differing, mergeIntoStored } from '../../preferences/stored-preferences.ts';
import type { OrgUser } from '../../domain/workspace.ts';
import { CodedError } from '../../errors/errors.ts';
import { resumeIf } from '../connections/resume.ts';
import { changeSettings } from '../connections/connection-settings.ts';
import type { Fault, OrgFields, Saving } from './model.ts';
import { choicesOf, currentPreferencesOf, isFixed } from './current-preferences.ts';
import type { AppContext } from '../context.ts';
import { asRecord, isEmailOf, keysOf, peopleFaults, type Staying } from './people-faults.ts';
import { defaultFaults, referenceFaults, withTypedDefaults } from './field-defaults.ts';
import { taskFaults } from './task-faults.ts';
import { knownFields } from './preference-options.ts';
import { knownQueues, queueFaults, withQueueIds } from './queue-choices.ts';

type Raw = Readonly<Record<string, unknown>>;

const { faults: connectionFaults } = preferenceReader(CONNECTION_CHOICES);

/** Every value that cannot be saved, each with why. */
export async function faults(context: AppContext, id: string, saving: Saving): Promise<readonly Fault[]> {
    const { memory } = context.store;
    const users = (await memory.get(id, KEYS.orgUsers))?.value ?? [];
    const queues = await knownQueues(context, id);
    const resolved = withQueueIds(asRecord(withUserIds(saving.preferences, users)), queues);
    const preferences = isFixed(context, id) ? {} : resolved;
    const fields = await knownFields(context, id);
    const wrong = preferenceFaults(preferences).map(({ path, seen }): Fault => {
        const at = path.map(String).join('.');
        if (keysOf('user-pairs').includes(String(path[0]))) return { at, why: 'nobody', seen: plain(seen) };
        return { at, why: seen === '""' ? 'incomplete' : 'value', seen: plain(seen) };
    });
    return [
        ...wrong,
        ...(wrong.length === 0 ? await tasksRefused(context, id, readPreferences(preferences)) : []),
        ...peopleFaults(preferences, users, await stayingOf(context, id)),
        ...queueFaults(preferences, queues),
        ...fieldFaults(preferences, fields),
        ...defaultFaults(preferences, fields),
        ...(await recordsMissing(context, id, preferences)),
        ...choiceFaults(saving)
    ];
}

/**
 * Keeps choices, and lets every process hear of them.
 *
 * @returns whether everybody is to be put into Quo from now on; that one is not kept
 * @throws {CodedError} `CONFIG-PREFERENCES`, also for a value that a field of the org cannot hold; `WEB-VALUE`, `WEB-FIXED`
 */
export async function save(
    context: AppContext,
    id: string,
    saving: Saving
): Promise<{ readonly asksForEverybody: boolean }> {
    const { store, connections } = context;
    const opened = connections.opened(id);
    if (opened === undefined) throw new CodedError('WEB-NOT-FOUND');
    const [wrongChoice] = choiceFaults(saving);
    if (wrongChoice !== undefined) throw new CodedError('WEB-VALUE', wrongChoice.at);
    const users = (await store.memory.get(id, KEYS.orgUsers))?.value ?? [];
    const now = currentPreferencesOf(context, opened);
    const read = readPreferences(
        withQueueIds(asRecord(withUserIds(saving.preferences, users)), await knownQueues(context, id))
    );
    const fields = await knownFields(context, id);
    const wanted = withTypedDefaults(withLengths(read, now.preferences, fields), now.preferences, fields);
    const [wrong] = defaultFaults(wanted, fields);
    if (wrong !== undefined) throw new CodedError('CONFIG-PREFERENCES', `${wrong.at}: ${wrong.seen}`);
    const asksForEverybody = wanted.syncContacts === 'full' && now.preferences.syncContacts !== 'full';
    const chosen = asksForEverybody ? { ...wanted, syncContacts: now.preferences.syncContacts } : wanted;
    if (now.isFixed && Object.keys(differing(chosen)).length > 0) throw new CodedError('WEB-FIXED', 'PREFERENCES_FILE');
    await changeSettings(store.connections, id, ({ preferences: stored }) => ({
        ...(!now.isFixed && { preferences: mergeIntoStored(stored, now.preferences, chosen) }),
        ...choicesOf(saving)
    }));
    // Which statuses there are depends on the record types that are chosen.
    if (!isSame(chosen.taskFields, now.preferences.taskFields)) await store.memory.delete(id, KEYS.taskPicklists);
    await connections.refresh();
    // A budget, a status, a value: any of them may be the cure of a pause.
    await resumeIf(context, id);
    return { asksForEverybody };
}

/** What was chosen before, and for which inboxes and Quo users the page can show it. */
async function stayingOf(context: AppContext, id: string): Promise<Staying> {
    const { memory } = context.store;
    const opened = context.connections.opened(id);
    const [inboxes, quoUsers] = await Promise.all([memory.get(id, KEYS.inboxes), memory.get(id, KEYS.quoUsers)]);
    return {
        before: opened === undefined ? {} : asRecord(currentPreferencesOf(context, opened).preferences),
        shown: new Set([...(inboxes?.value ?? []), ...(quoUsers?.value ?? [])].map((one) => one.id))
    };
}

/** Asked of the org only where something about Tasks was chosen anew. */
async function tasksRefused(context: AppContext, id: string, wanted: Preferences): Promise<readonly Fault[]> {
    const opened = context.connections.opened(id);
    if (opened === undefined) return [];
    const { preferences: before } = currentPreferencesOf(context, opened);
    const { taskFields } = withTypedDefaults(wanted, before, await knownFields(context, id));
    return isSame(taskFields, before.taskFields) ? [] : taskFaults(taskFields, opened.org?.org);
}

/** Records that were named for lookups, asked of the org. */
async function recordsMissing(context: AppContext, id: string, preferences: Raw): Promise<readonly Fault[]> {
    const opened = context.connections.opened(id);
    if (opened === undefined) return [];
    const { preferences: before } = currentPreferencesOf(context, opened);
    return referenceFaults(preferences, before, await knownFields(context, id), opened.org?.administration);
}

function isSame(one: unknown, other: unknown): boolean {
    return JSON.stringify(one) === JSON.stringify(other);
}

/** A user may be named by email where there are too many to choose among. */
function withUserIds(preferences: unknown, users: readonly OrgUser[]): unknown {
    const raw = asRecord(preferences);
    const idOf = (named: unknown): unknown => {
        if (typeof named !== 'string' || !named.includes('@')) return named;
        const wanted = named.trim().toLowerCase();
        const matching = users.filter(
            ({ email, username }) => isEmailOf(email, wanted) || username?.toLowerCase() === wanted
        );
        return (matching.find(({ isActive }) => isActive) ?? matching[0])?.id ?? named;
    };
    const resolved = keysOf('user-pairs').flatMap((key) => {
        // What is no object of pairs stays as it is, to be refused by its name.
        if (typeof raw[key] !== 'object' || raw[key] === null || Array.isArray(raw[key])) return [];
        const pairs = Object.entries(asRecord(raw[key])).map(([user, named]) => [user, idOf(named)]);
        return [[key, Object.fromEntries(pairs) as Raw]];
    });
    return { ...raw, ...(Object.fromEntries(resolved) as Raw) };
}

function fieldFaults(preferences: Raw, fields: OrgFields | undefined): readonly Fault[] {
    if (fields === undefined || fields.sona.length === 0) return [];
    const mapped = Array.isArray(preferences['sonaFields']) ? (preferences['sonaFields'] as unknown[]) : [];
    return mapped.flatMap((one, n): readonly Fault[] => {
        const { field, question } = asRecord(one);
        if (question === '') return [{ at: `sonaFields.${n}.question`, why: 'incomplete', seen: '' }];
        if (typeof field !== 'string' || field === '') return [];
        const isThere = fields.sona.some(({ name }) => name === field);
        return isThere ? [] : [{ at: `sonaFields.${n}.field`, why: 'no-field', seen: field }];
    });
}

function choiceFaults(saving: Saving): readonly Fault[] {
    const choices = choicesOf(saving);
    return connectionFaults(choices).map(({ path, seen }) => ({
        at: String(path[0]),
        why: 'value',
        seen: plain(seen)
    }));
}

/** How long a mapped field is, so that an answer fits it. While the org cannot say, what was known of it stays. */
function withLengths(wanted: Preferences, before: Preferences, fields: OrgFields | undefined): Preferences {
    const lengths = new Map(
        fields === undefined
            ? before.sonaFields.map(({ field, length = 0 }) => [field, length])
            : fields.sona.map(({ name, length }) => [name, length])
    );
    const sonaFields = wanted.sonaFields.map((one): SonaField => {
        const length =
            fields === undefined ? (one.length ?? lengths.get(one.field) ?? 0) : (lengths.get(one.field) ?? 0);
        return { job: one.job, question: one.question, field: one.field, ...(length > 0 && { length }) };
    });
    return { ...wanted, sonaFields };
}

/** Without the quotes of JSON. */
function plain(seen: string): string {
    return seen.replaceAll(/^"|"$/g, '');
}
