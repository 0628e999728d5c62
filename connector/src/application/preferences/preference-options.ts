import { pairings } from '../../domain/people/ownership.ts';
import { DEFAULT_PREFERENCES } from '../../domain/preferences/preferences.ts';
import { KEYS, type Key } from '../../contracts/key-value.ts';
import type { PreferenceOptions, OrgFields, SonaQuestion } from './model.ts';
import { currentPreferencesOf } from './current-preferences.ts';
import type { AppContext } from '../context.ts';

/** An admin who just made a field or a queue in Salesforce looks for it here. */
const FIELDS_FRESH_FOR = 60_000;
const FRESH_FOR = 60 * 60_000;
const CALLS = 200;
const SONA_CALLS = 8;

/** From memory where it is known, asked where it is not; what cannot be asked now is left out. */
export async function preferenceOptions(context: AppContext, id: string): Promise<PreferenceOptions> {
    const opened = context.connections.opened(id);
    const { connection, org } = opened ?? {};
    const workspace = connection?.workspace;
    const [inboxes, quoUsers, orgUsers, orgQueues, fields, questions] = await Promise.all([
        known(context, id, KEYS.inboxes, workspace && (() => workspace.inboxes())),
        known(context, id, KEYS.quoUsers, workspace && (() => workspace.users())),
        known(context, id, KEYS.orgUsers, org && (() => org.administration.users())),
        known(context, id, KEYS.orgQueues, org && (() => org.administration.queues()), FIELDS_FRESH_FOR),
        known(context, id, KEYS.orgFields, org && (() => org.administration.fields()), FIELDS_FRESH_FOR),
        sonaQuestions(context, id)
    ]);
    const preferences = opened === undefined ? DEFAULT_PREFERENCES : currentPreferencesOf(context, opened).preferences;
    return {
        inboxes: inboxes ?? [],
        quoUsers: quoUsers ?? [],
        orgUsers: orgUsers ?? [],
        pairings: orgUsers === undefined ? [] : pairings(quoUsers ?? [], orgUsers, preferences),
        questions,
        ...(orgQueues && { orgQueues }),
        ...(fields && { fields })
    };
}

/** What was read of the org's fields last; `undefined`: never. */
export async function knownFields({ store }: AppContext, id: string): Promise<OrgFields | undefined> {
    return (await store.memory.get(id, KEYS.orgFields))?.value;
}

async function known<T>(
    { store }: AppContext,
    id: string,
    key: Key<T>,
    ask: (() => Promise<T>) | undefined,
    freshForMs = FRESH_FOR
): Promise<T | undefined> {
    const remembered = await store.memory.get(id, key);
    if (ask === undefined || (remembered !== undefined && remembered.ageMs < freshForMs)) return remembered?.value;
    const asked = await ask().catch(() => undefined);
    if (asked !== undefined) await store.memory.set(id, key, asked);
    return asked ?? remembered?.value;
}

/** What callers were asked in the last calls that Sona took, each once. */
async function sonaQuestions({ store }: AppContext, id: string): Promise<readonly SonaQuestion[]> {
    const calls = await store.watch.activities(id, { kind: 'call', limit: CALLS });
    const activityKeys = calls.flatMap(({ outcome, activityKey }) =>
        outcome === 'handled by Sona' ? [activityKey] : []
    );
    const histories = await Promise.all(
        activityKeys.slice(0, SONA_CALLS).map((activityKey) => store.watch.history(id, activityKey))
    );
    const facts = histories.flatMap((history) => history?.facts ?? []);
    const jobs = facts.flatMap((fact) => (fact.kind === 'summary' ? (fact.jobs ?? []) : []));
    const asked = jobs.flatMap(({ name, answers }) => answers.map(({ question }) => ({ job: name, question })));
    return [...new Map(asked.map((one) => [JSON.stringify([one.job, one.question]), one])).values()];
}
