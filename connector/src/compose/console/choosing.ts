import { readPreferences, readPreferencesText } from '../../configuration/preferences.ts';
import { DEFAULT_PREFERENCES, type Preferences } from '../../domain/preferences/preferences.ts';
import { unmappedUsers } from '../../domain/people/credit.ts';
import type { Inbox, OrgUser, QuoUser } from '../../domain/workspace.ts';
import { CodedError } from '../../errors.ts';
import { changeSettings, RETENTION_DAYS } from '../../pipeline/console/settings.ts';
import type { Choosing, Chosen, Difference, Offers, Saving } from '../../pipeline/ports/console-choose.ts';
import type { Runtime } from '../../pipeline/runtime.ts';
import { readUsers } from '../../salesforce/users.ts';
import { DEFAULT } from '../connections.ts';
import type { Opened } from '../opened.ts';
import type { Desk } from './desk.ts';
import { rehearsalReport, sketchOf } from './sketches.ts';

/** What an admin chooses for a connection, and how it would look. */
export function choosing(desk: Desk): Choosing {
    const { store, connections, works } = desk;
    return {
        chosen: async (id) => {
            const opened = connections.opened(id);
            return opened && chosenOf(desk, opened);
        },
        offers: (id) => offers(desk, id),
        read: (preferences) => readPreferences(preferences),
        save: (id, saving) => save(desk, id, saving),
        sketch: async (id, preferences) => {
            const runtime = connections.get(id);
            return runtime && sketchOf(desk, runtime, preferences);
        },
        applyAgain: (id, days) => store.activities.makeDue(id, { sinceDays: days }, { force: true }),
        exported: async (id) => {
            const opened = connections.opened(id);
            if (opened === undefined) throw new CodedError('WEB-NOT-FOUND');
            const { preferences, retentionDays, recordingsNeedSignIn } = chosenOf(desk, opened);
            return `${JSON.stringify({ ...differing(preferences), retentionDays, recordingsNeedSignIn }, null, 4)}\n`;
        },
        differences: (id, text) => differences(desk, id, text),
        async rehearse(id, on) {
            const before = connections.opened(id)?.settings.rehearsingSince;
            const since = on ? (before ?? desk.now().toISOString()) : undefined;
            await changeSettings(store.connections, id, () => ({ rehearsingSince: since }));
            await connections.refresh();
            // What waited for the end of the rehearsal is written now.
            if (before !== undefined && !on)
                await store.activities.makeDue(id, { sinceDays: daysSince(before, works.now()) });
        },
        rehearsal: (id) => rehearsalReport(desk, runtimeOrFail(desk, id))
    };
}

function runtimeOrFail({ connections }: Desk, id: string): Runtime {
    const runtime = connections.get(id);
    if (runtime === undefined) throw new CodedError('WEB-NOT-WHOLE');
    return runtime;
}

function daysSince(instant: string, now: Date): number {
    return Math.ceil((now.getTime() - Date.parse(instant)) / 86_400_000) + 1;
}

function chosenOf({ config }: Desk, { id, settings, runtime }: Opened): Chosen {
    return {
        preferences: runtime?.preferences() ?? readPreferences(settings.preferences),
        isFixed: id === DEFAULT && config.preferencesFile !== undefined,
        retentionDays: settings.retentionDays ?? RETENTION_DAYS,
        recordingsNeedSignIn: settings.recordingsNeedSignIn ?? false,
        rehearsingSince: settings.rehearsingSince
    };
}

/** From memory where it is known, asked where it is not; what cannot be asked now is left out. */
async function offers({ store, connections }: Desk, id: string): Promise<Offers> {
    const opened = connections.opened(id);
    const known = async <T>(name: string, ask: (() => Promise<readonly T[]>) | undefined): Promise<readonly T[]> => {
        const remembered = await store.memory.recall<readonly T[]>(id, name);
        if (remembered !== undefined || ask === undefined) return remembered?.value ?? [];
        const asked = await ask().catch((): readonly T[] => []);
        if (asked.length > 0) await store.memory.remember(id, name, asked);
        return asked;
    };
    const { runtime, org } = opened ?? {};
    const inboxes = await known<Inbox>('inboxes', runtime && (() => runtime.workspace.inboxes()));
    const quoUsers = await known<QuoUser>('quo-users', runtime && (() => runtime.workspace.users()));
    const orgUsers = await known<OrgUser>('org-users', org && (() => readUsers(org.session)));
    return { inboxes, quoUsers, orgUsers, unmapped: orgUsers.length === 0 ? [] : unmappedUsers(quoUsers, orgUsers) };
}

async function save({ store, connections, config }: Desk, id: string, saving: Saving): Promise<void> {
    const preferences = differing(readPreferences(saving.preferences));
    const { retentionDays, recordingsNeedSignIn } = saving;
    if (
        retentionDays !== undefined &&
        !(Number.isInteger(retentionDays) && retentionDays >= 1 && retentionDays <= 3_650)
    )
        throw new CodedError('WEB-VALUE', 'retentionDays');
    const isFixed = id === DEFAULT && config.preferencesFile !== undefined;
    if (isFixed && Object.keys(preferences).length > 0) throw new CodedError('WEB-FIXED', 'PREFERENCES_FILE');
    await changeSettings(store.connections, id, () => ({
        ...(!isFixed && { preferences }),
        ...(retentionDays !== undefined && { retentionDays }),
        ...(recordingsNeedSignIn !== undefined && { recordingsNeedSignIn })
    }));
    await connections.refresh();
}

/** Only what is not the default, so that a better default reaches everybody who did not choose. */
function differing(preferences: Preferences): Record<string, unknown> {
    const defaults = DEFAULT_PREFERENCES as unknown as Record<string, unknown>;
    const entries = Object.entries(preferences) as [string, unknown][];
    return Object.fromEntries(
        entries.filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(defaults[key]))
    );
}

/** @throws {CodedError} `CONFIG-PREFERENCES` when the text holds what is not a choice */
async function differences(
    desk: Desk,
    id: string,
    text: string
): Promise<{ readonly saving: Saving; readonly differences: readonly Difference[] }> {
    const opened = desk.connections.opened(id);
    if (opened === undefined) throw new CodedError('WEB-NOT-FOUND');
    const { retentionDays, recordingsNeedSignIn, ...preferences } = parsed(text);
    const before = chosenOf(desk, opened);
    const saving: Saving = {
        preferences,
        retentionDays: typeof retentionDays === 'number' ? retentionDays : before.retentionDays,
        recordingsNeedSignIn: recordingsNeedSignIn === true
    };
    const now = flat({ ...before.preferences, ...pick(before) });
    const then = flat({ ...readPreferences(preferences), ...pick(saving) });
    const keys = [...new Set([...Object.keys(now), ...Object.keys(then)])];
    return {
        saving,
        differences: keys
            .filter((key) => now[key] !== then[key])
            .map((key) => ({ key, now: now[key] ?? '—', then: then[key] ?? '—' }))
    };
}

function pick({ retentionDays, recordingsNeedSignIn }: Pick<Saving, 'retentionDays' | 'recordingsNeedSignIn'>) {
    return { retentionDays, recordingsNeedSignIn };
}

function parsed(text: string): Record<string, unknown> {
    const value: unknown = (() => {
        try {
            return JSON.parse(text) as unknown;
        } catch {
            return readPreferencesText(text);
        }
    })();
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new CodedError('WEB-VALUE', 'JSON');
    return value as Record<string, unknown>;
}

function flat(value: object): Record<string, string> {
    const entries = Object.entries(value) as [string, unknown][];
    return Object.fromEntries(
        entries.filter(([, one]) => one !== undefined).map(([key, one]) => [key, JSON.stringify(one)])
    );
}
