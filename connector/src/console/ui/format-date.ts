import type { Preferences } from '../../domain/preferences/preferences.ts';
import { localeOf, type Language } from '../../locales/catalogue.ts';

/** `23 nov. 2026, 10:42`, in the time zone of the connection. */
export function formatDate(
    instant: string | null | undefined,
    language: Language,
    timeZone: Preferences['timeZone']
): string {
    if (instant === null || instant === undefined || Number.isNaN(Date.parse(instant))) return '';
    return new Intl.DateTimeFormat(localeOf(language), { timeZone, dateStyle: 'medium', timeStyle: 'short' }).format(
        new Date(instant)
    );
}
