import { CONNECTION_CHOICES } from '../../domain/preferences/catalogue.ts';
import { readStoredPreferences } from '../../preferences/stored-preferences.ts';
import { RETENTION_DAYS } from '../connections/connection-settings.ts';
import type { CurrentPreferences, Saving } from './model.ts';
import { DEFAULT_CONNECTION, type OpenConnection } from '../connections/connection-runtime.ts';
import type { AppContext } from '../context.ts';

/** What is saved for a connection now. */
export function currentPreferencesOf(
    context: Pick<AppContext, 'config'>,
    { id, settings, connection }: OpenConnection
): CurrentPreferences {
    return {
        preferences: connection?.preferences() ?? readStoredPreferences(settings.preferences).preferences,
        isFixed: isFixed(context, id),
        retentionDays: settings.retentionDays ?? RETENTION_DAYS,
        recordingsNeedSignIn: settings.recordingsNeedSignIn ?? CONNECTION_CHOICES.recordingsNeedSignIn.default,
        recordingsInPlaceDays: settings.recordingsInPlaceDays ?? CONNECTION_CHOICES.recordingsInPlaceDays.default,
        rehearsingSince: settings.rehearsingSince
    };
}

type Choices = Omit<Saving, 'preferences'>;

/** What is kept beside the preferences; what a form or a file says nothing of is left out. */
export function choicesOf(from: Choices): Choices {
    const { retentionDays, recordingsNeedSignIn, recordingsInPlaceDays } = from;
    return {
        ...(retentionDays !== undefined && { retentionDays }),
        ...(recordingsNeedSignIn !== undefined && { recordingsNeedSignIn }),
        ...(recordingsInPlaceDays !== undefined && { recordingsInPlaceDays })
    };
}

/** The preferences file of the environment decides for the connection of the environment. */
export function isFixed({ config }: Pick<AppContext, 'config'>, id: string): boolean {
    return id === DEFAULT_CONNECTION && config.preferencesFile !== undefined;
}
