import { CONNECTION_CHOICES } from '../../domain/preferences/catalogue.ts';
import { preferenceReader, readPreferences, readPreferencesText } from '../../preferences/read-preferences.ts';
import { differing } from '../../preferences/stored-preferences.ts';
import { CodedError } from '../../errors/errors.ts';
import { changeSettings } from '../connections/connection-settings.ts';
import type { PreferenceUseCases, Difference, Saving } from './model.ts';
import type { Connection } from '../../pipeline/pipeline-context.ts';
import { choicesOf, currentPreferencesOf } from './current-preferences.ts';
import type { AppContext } from '../context.ts';
import { rerender, previewRerender } from './rerender.ts';
import { preferenceOptions } from './preference-options.ts';
import { faults, save } from './save-preferences.ts';
import { rehearsalReport, recordPreview } from './record-preview.ts';

const { read: readChoices } = preferenceReader(CONNECTION_CHOICES);

/** What an admin chooses for a connection, and how it would look. */
export function preferenceUseCases(context: AppContext): PreferenceUseCases {
    const { store, connections, pipeline } = context;
    return {
        chosen: async (id) => {
            const opened = connections.opened(id);
            return opened && currentPreferencesOf(context, opened);
        },
        options: (id) => preferenceOptions(context, id),
        read: (preferences) => readPreferences(preferences),
        faults: (id, saving) => faults(context, id, saving),
        save: (id, saving) => save(context, id, saving),
        recordPreview: async (id, preferences) => {
            const connection = connections.get(id);
            return connection && recordPreview(context, connection, preferences);
        },
        rerenderPreview: async (id, days) => previewRerender(context, connectionOrFail(context, id), days),
        applyAgain: (id, days) => rerender(context, id, days),
        exported: async (id) => {
            const opened = connections.opened(id);
            if (opened === undefined) throw new CodedError('WEB-NOT-FOUND');
            const current = currentPreferencesOf(context, opened);
            return `${JSON.stringify({ ...differing(current.preferences), ...choicesOf(current) }, null, 4)}\n`;
        },
        differences: (id, text) => differences(context, id, text),
        async rehearse(id, on) {
            const before = connections.opened(id)?.settings.rehearsingSince;
            const since = on ? (before ?? context.now().toISOString()) : undefined;
            await changeSettings(store.connections, id, () => ({ rehearsingSince: since }));
            await connections.refresh();
            // What waited for the end of the rehearsal is written now.
            if (before !== undefined && !on)
                await store.activities.makeDue(id, { sinceDays: daysSince(before, pipeline.now()) });
        },
        rehearsal: async (id) => rehearsalReport(context, connectionOrFail(context, id))
    };
}

function connectionOrFail({ connections }: AppContext, id: string): Connection {
    const connection = connections.get(id);
    if (connection === undefined) throw new CodedError('WEB-NOT-WHOLE');
    return connection;
}

function daysSince(instant: string, now: Date): number {
    return Math.ceil((now.getTime() - Date.parse(instant)) / 86_400_000) + 1;
}

/** @throws {CodedError} `CONFIG-PREFERENCES` when the text holds what is not a choice */
async function differences(
    context: AppContext,
    id: string,
    text: string
): Promise<{ readonly saving: Saving; readonly differences: readonly Difference[] }> {
    const opened = context.connections.opened(id);
    if (opened === undefined) throw new CodedError('WEB-NOT-FOUND');
    const { retentionDays, recordingsNeedSignIn, recordingsInPlaceDays, ...preferences } = parsed(text);
    const before = currentPreferencesOf(context, opened);
    const said = Object.entries({ retentionDays, recordingsNeedSignIn, recordingsInPlaceDays });
    const saving: Saving = {
        preferences,
        // What the file says nothing of stays: a right is not taken away by silence.
        ...readChoices({ ...choicesOf(before), ...Object.fromEntries(said.filter(([, value]) => value !== undefined)) })
    };
    const now = flat({ ...before.preferences, ...choicesOf(before) });
    const then = flat({ ...readPreferences(preferences), ...choicesOf(saving) });
    const keys = [...new Set([...Object.keys(now), ...Object.keys(then)])];
    return {
        saving,
        differences: keys
            .filter((key) => now[key] !== then[key])
            .map((key) => ({ key, now: now[key] ?? '—', then: then[key] ?? '—' }))
    };
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
