import { unmappedUsers } from '../../domain/people/ownership.ts';
import { relatedObjects } from '../../domain/people/related-record.ts';
import type { OrgUser, QuoUser } from '../../domain/workspace.ts';
import type { CheckLine } from './model.ts';
import { isLoopback } from '../../config/address.ts';
import type { ErrorNote } from '../../errors/errors.ts';
import { KEYS } from '../../contracts/key-value.ts';
import { noteIn } from '../../contracts/auth.ts';
import type { OpenConnection } from './connection-runtime.ts';
import { appOf, isOnLoopback, type AppContext } from '../context.ts';
import { resumeIf } from './resume.ts';
import { heard, webhookUrl } from './quo-webhook.ts';
import { localTime } from '../../domain/records/local-time.ts';
import { currentPreferencesOf } from '../preferences/current-preferences.ts';
import { taskOwners } from './task-owners.ts';
import { readStoredPreferences } from '../../preferences/stored-preferences.ts';

const MOST_NAMES = 5;
/** Quo refuses nothing for less, and our own tolerance is five minutes. */
const CLOCK_OFF = 60_000;

/** Looks at everything and keeps the list for the page. */
export async function check(context: AppContext, id: string): Promise<void> {
    const opened = context.connections.opened(id);
    if (opened === undefined) return;
    // Who there is in both is read first: their tasks are tried.
    const users = await userLine(context, opened);
    const ofSalesforce = await salesforceLines(context, opened);
    const lines = [
        ...ofSalesforce,
        await quoLine(opened),
        users,
        await webhookLine(context, opened),
        ...(opened.org === undefined ? [] : [await listeningLine(context, opened)]),
        await clockLine(context)
    ];
    await context.store.memory.set(id, KEYS.checks, lines);
    const isGood = ofSalesforce.every(({ state }) => state !== 'failed');
    if (isGood) await resumeIf(context, id, ({ code }) => code.startsWith('SF-'));
}

export async function checks({ store }: AppContext, id: string) {
    const known = await store.memory.get(id, KEYS.checks);
    return known && { ageMs: known.ageMs, lines: known.value };
}

async function salesforceLines(
    context: AppContext,
    { id, org, connection, settings }: OpenConnection
): Promise<readonly CheckLine[]> {
    if (org === undefined) return [{ id: 'sign-in', state: 'failed', note: { code: 'SF-NOT-CONNECTED' } }];
    const preferences = connection?.preferences() ?? readStoredPreferences(settings.preferences).preferences;
    const { sona, callTranscripts, unknownCallers, phoneFields, taskFields, leadFields, recordings } = preferences;
    const { memory } = context.store;
    const [quoUsers, orgUsers, queues] = await Promise.all([
        memory.get(id, KEYS.quoUsers),
        memory.get(id, KEYS.orgUsers),
        memory.get(id, KEYS.orgQueues)
    ]);
    const owners = taskOwners(preferences, quoUsers?.value ?? [], orgUsers?.value ?? [], queues?.value);
    return org.administration.check({
        sona,
        transcripts: callTranscripts,
        leads: unknownCallers === 'lead',
        related: relatedObjects(preferences),
        phoneFields,
        trial: { owners, date: localTime(context.now().toISOString(), preferences.timeZone).date },
        fieldDefaults: { Task: taskFields, Lead: leadFields },
        recordingsFrom: recordings ? context.publicUrl() : undefined
    });
}

async function quoLine({ quo }: OpenConnection): Promise<CheckLine> {
    if (quo === undefined) return { id: 'quo', state: 'failed', note: { code: 'WEB-NOT-WHOLE' } };
    try {
        const { name, id } = await quo.subscriptions.organization();
        return { id: 'quo', state: 'ok', seen: name ?? id };
    } catch (error) {
        return { id: 'quo', state: 'failed', note: noteIn(error) ?? { code: 'QUO-UNREACHABLE', seen: 'organization' } };
    }
}

async function userLine({ store }: AppContext, { id, org, connection }: OpenConnection): Promise<CheckLine> {
    try {
        if (org === undefined || connection === undefined)
            return { id: 'users', state: 'warning', note: { code: 'WEB-NOT-WHOLE' } };
        const [quoUsers, orgUsers]: [readonly QuoUser[], readonly OrgUser[]] = await Promise.all([
            connection.workspace.users(),
            org.administration.users()
        ]);
        await store.memory.set(id, KEYS.quoUsers, quoUsers);
        await store.memory.set(id, KEYS.orgUsers, orgUsers);
        const missing = unmappedUsers(quoUsers, orgUsers, connection.preferences());
        if (missing.length === 0) return { id: 'users', state: 'ok', seen: `${quoUsers.length}/${quoUsers.length}` };
        const names = missing.map(
            ({ user }) => user.email ?? [user.firstName, user.lastName].filter(Boolean).join(' ')
        );
        const seen = names.slice(0, MOST_NAMES).join(', ') + (names.length > MOST_NAMES ? ' …' : '');
        return { id: 'users', state: 'warning', note: { code: 'WEB-USERS-UNMAPPED', seen } };
    } catch (error) {
        return { id: 'users', state: 'warning', note: noteIn(error) ?? { code: 'WEB-TROUBLE', seen: 'users' } };
    }
}

/** In the order in which it can go wrong: no address to reach, no webhook, one that is off, one that is silent or mistrusted. */
async function webhookLine(context: AppContext, opened: OpenConnection): Promise<CheckLine> {
    const { id, webhookKeys } = opened;
    const seen = webhookUrl(context, id);
    const failed = (code: ErrorNote['code'], what = seen): CheckLine => ({
        id: 'webhook',
        state: 'failed',
        note: { code, seen: what }
    });
    if (isOutOfReach(context)) return failed('WEB-ADDRESS', context.publicUrl());
    if (webhookKeys.length === 0) return failed('WEB-WEBHOOK-ABSENT');
    const kept = await keptByQuo(opened, seen);
    if (kept === 'gone') return failed('WEB-WEBHOOK-ABSENT');
    if (kept === 'off') return failed('WEB-WEBHOOK-OFF');
    const { arrivedMsAgo, refused } = await heard(context, id);
    if (refused !== undefined) return { id: 'webhook', state: 'failed', note: refused };
    if (arrivedMsAgo === undefined) return failed('WEB-WEBHOOK-SILENT');
    return { id: 'webhook', state: 'ok', seen };
}

/** Quo sends over the Internet, unless it is a simulated one beside us. */
function isOutOfReach(context: AppContext): boolean {
    const { quoApiUrl } = context.config;
    const isSimulated = URL.canParse(quoApiUrl) && isLoopback(new URL(quoApiUrl).hostname);
    return !isSimulated && (isOnLoopback(context) || !context.publicUrl().startsWith('https:'));
}

/** What Quo itself says of the webhook; where the key may not ask, nothing. */
async function keptByQuo({ quo, settings }: OpenConnection, url: string): Promise<'on' | 'off' | 'gone' | undefined> {
    const ours = settings.quo?.webhookId;
    if (quo === undefined || ours === undefined) return undefined;
    try {
        const found = (await quo.subscriptions.list()).find((one) => one.id === ours || one.url === url);
        return found === undefined ? 'gone' : found.enabled ? 'on' : 'off';
    } catch {
        return undefined;
    }
}

/** Who listens is a choice, and where the org keeps the connector from checking it, less plays than was chosen. */
async function listeningLine(context: AppContext, opened: OpenConnection): Promise<CheckLine> {
    const line = (code: ErrorNote['code'], state: CheckLine['state'] = 'warning', seen?: string): CheckLine => ({
        id: 'listening',
        state,
        note: { code, ...(seen !== undefined && { seen }) }
    });
    const { recordingsNeedSignIn, recordingsInPlaceDays, preferences } = currentPreferencesOf(context, opened);
    if (!preferences.recordings) return { id: 'listening', state: 'ok' };
    if (!recordingsNeedSignIn) return line('WEB-LISTENING-OPEN');
    if ((await appOf(context)) === undefined) return line('WEB-LISTENING-NO-SIGN-IN', 'failed');
    try {
        const known = await opened.org?.administration.listeners();
        if (known === undefined) return line('WEB-LISTENING-UNKNOWN', 'failed', 'Salesforce');
        if (!known.seesFrozen && recordingsInPlaceDays > 0) return line('WEB-LISTENING-FROZEN');
        return { id: 'listening', state: 'ok', seen: String(known.userIds.length) };
    } catch (error) {
        return line('WEB-LISTENING-UNKNOWN', 'failed', noteIn(error)?.code ?? 'Salesforce');
    }
}

/** Compared with Quo's clock, by which deliveries are signed. */
async function clockLine({ quo, now }: AppContext): Promise<CheckLine> {
    try {
        const told = await quo.clock();
        if (told === undefined) return { id: 'clock', state: 'ok' };
        const offMs = now().getTime() - told;
        const seen = String(Math.round(offMs / 1_000));
        if (Math.abs(offMs) < CLOCK_OFF) return { id: 'clock', state: 'ok', seen: `${seen} s` };
        return { id: 'clock', state: 'failed', note: { code: 'WEB-CLOCK', seen } };
    } catch {
        return { id: 'clock', state: 'warning', note: { code: 'QUO-UNREACHABLE', seen: 'HEAD' } };
    }
}
