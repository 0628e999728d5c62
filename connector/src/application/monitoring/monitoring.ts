import { KEYS } from '../../contracts/key-value.ts';
import { cut } from '../../domain/records/fields.ts';
import { DEFAULT_PREFERENCES } from '../../domain/preferences/preferences.ts';
import { readNumber } from '../../phone/read.ts';
import { CodedError, ERROR_CODES, type ErrorCode } from '../../errors/errors.ts';
import { budgetOf, SAVE_FROM } from '../../pipeline/api-budget.ts';
import { askAgainForTranscripts } from '../../pipeline/transcript-access.ts';
import type { ActivityFilter, Health, Usage, MonitoringUseCases } from '../../contracts/monitoring.ts';
import { oursAgain } from './overrides.ts';
import { undoMove } from './undo-move.ts';
import type { AppContext } from '../context.ts';

const HOURS_FOR_FORECAST = 3;
const MOST_ACTIVITIES = 10_000;
const LONGEST_NOTE = 500;

/** Looking at what happens, and the few things that a person does about it. */
export function monitoringUseCases(context: AppContext): MonitoringUseCases {
    const { watch, activities, upkeep, audit } = context.store;
    return {
        health: (id, hours) => health(context, id, hours),
        activities: (id, filter) => watch.activities(id, withWholeNumber(context, id, filter)),
        history: (id, activityKey) => watch.history(id, activityKey),
        parked: async (id) => {
            const [groups, rows] = await Promise.all([watch.parkedGroups(id), watch.parked(id)]);
            return { groups, rows };
        },
        quality: async (id) => {
            const [ambiguous, duplicates, unowned, unreadable, unreadableInAll] = await Promise.all([
                watch.ambiguousNumbers(id),
                watch.duplicates(id),
                watch.unownedTasks(id),
                watch.unreadableNumbers(id),
                watch.countUnreadable(id)
            ]);
            return { ambiguous, duplicates, unowned, unreadable, unreadableInAll };
        },
        audit: (id, before) => audit.list(id, { limit: 100, ...(before !== undefined && { before }) }),
        inboxes: (id) => inboxes(context, id),
        async retry(id, which) {
            await readOrgAgain(context, id);
            if (which === 'all') return activities.retry(id, null);
            if ('activityKeys' in which) return activities.retry(id, which.activityKeys);
            const { code, rule } = which;
            const ofRule = rule === undefined ? {} : { rule };
            const rows = await watch.parked(id, { code: knownCode(code), ...ofRule, limit: MOST_ACTIVITIES });
            return activities.retry(
                id,
                rows.map(({ activityKey }) => activityKey)
            );
        },
        oursAgain: (id, which) => oursAgain(context.store, id, which),
        undoMove: (id, seq) => undoMove(context.store, id, seq),
        ignore: (id, activityKeys, note) => upkeep.dismiss(id, activityKeys, cut(note.trim(), LONGEST_NOTE))
    };
}

/** Activities are kept with their numbers in E.164; people type them as they write them. */
function withWholeNumber({ connections }: AppContext, id: string, filter: ActivityFilter): ActivityFilter {
    if (filter.number === undefined) return filter;
    const { defaultRegion } = connections.get(id)?.preferences() ?? DEFAULT_PREFERENCES;
    return { ...filter, number: readNumber(filter.number, defaultRegion)?.e164 ?? filter.number };
}

/** Whoever tries again has changed a field or its values in the org: what is remembered of them is an hour old at most. */
async function readOrgAgain({ store }: AppContext, id: string): Promise<void> {
    await Promise.all([store.memory.delete(id, KEYS.sonaFields), store.memory.delete(id, KEYS.taskPicklists)]);
    await askAgainForTranscripts(store, id);
}

function knownCode(code: string): ErrorCode {
    const known = ERROR_CODES.find((one) => one === code);
    if (known !== undefined) return known;
    throw new CodedError('WEB-VALUE', 'code');
}

async function health(context: AppContext, id: string, hours: number): Promise<Health> {
    const { store } = context;
    const { watch } = store;
    const [counts, deliveries, flow, waiting, parked, unread] = await Promise.all([
        store.activities.counts(id),
        store.deliveries.counts(id),
        watch.flow(id, hours),
        watch.oldestWaiting(id),
        watch.parkedGroups(id),
        watch.unread(id)
    ]);
    const [people, names, usage, kept, notFiltered, transcripts] = await Promise.all([
        store.directory.counts(id),
        inboxes(context, id),
        usageOf(context, id),
        watch.countKept(id),
        store.memory.get(id, KEYS.fieldsNotFiltered),
        store.memory.get(id, KEYS.transcriptAccess)
    ]);
    const read = { counts, deliveries, flow, waiting, parked, unread, people, usage, kept };
    const wanted = context.connections.get(id)?.preferences().callTranscripts !== false;
    const transcriptsLack = wanted ? (transcripts?.value.missing ?? []) : [];
    return { ...read, inboxes: names, notFiltered: notFiltered?.value ?? [], transcriptsLack };
}

async function inboxes({ store }: AppContext, id: string): Promise<Readonly<Record<string, string>>> {
    const known = await store.memory.get(id, KEYS.inboxes);
    return Object.fromEntries((known?.value ?? []).map((inbox) => [inbox.id, inbox.name]));
}

/** The org's own count is as old as our last request to it. */
async function usageOf({ store, connections, now }: AppContext, id: string): Promise<Usage> {
    const connection = connections.get(id);
    const [used, byHour] = await Promise.all([store.allowance.used(id), store.watch.usageByHour(id)]);
    const budget = connection === undefined ? 0 : budgetOf(connection);
    const since = now().getTime() - HOURS_FOR_FORECAST * 3_600_000;
    const lately = byHour.filter(({ hour }) => Date.parse(hour) >= since).reduce((sum, { calls }) => sum + calls, 0);
    const forecast = Math.max(used, Math.round((lately / HOURS_FOR_FORECAST) * 24));
    const state =
        budget > 0 && used >= budget ? 'stopped' : budget > 0 && used >= budget * SAVE_FROM ? 'saving' : 'free';
    const org = connection?.org.allowance();
    return { ...(org !== undefined && { org }), used, budget, forecast, state, byHour };
}
