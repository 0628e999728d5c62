import { createHash } from 'node:crypto';
import { canonicalJson } from '../../domain/canonical-json.ts';
import { CATALOGUE, CONNECTION_CHOICES } from '../../domain/preferences/catalogue.ts';
import type { Catalogue, Entry } from '../../domain/preferences/kinds.ts';
import type { CurrentPreferences, PreferenceOptions, Saving } from '../../application/preferences/model.ts';
import type { Form } from '../../web/auth/forms.ts';
import { controlOf } from './controls/controls.ts';

/** Everything that is chosen on the page of preferences. */
export const ON_PAGE: Catalogue = { ...CATALOGUE, ...CONNECTION_CHOICES };

/** Names every field that a page shows: an empty box is sent like one that was never there. */
export const SHOWN = 'shown';

/** Tells of every field what stood in it when the page was drawn: somebody else may save another page meanwhile. */
export const DRAWN = 'drawn';

/** The form of preferences as somebody filled it in, by key; each state is of its control. */
export type FormState = Readonly<Record<string, unknown>>;

/** The form as it is before anybody touches it. */
export function formStateOf(current: CurrentPreferences, catalogue: Catalogue = ON_PAGE): FormState {
    const values = currentValues(current);
    return Object.fromEntries(
        Object.entries(catalogue).map(([key, entry]) => [key, controlOf(entry).fill(values[key])])
    );
}

function currentValues(current: CurrentPreferences): FormState {
    const { retentionDays, recordingsNeedSignIn, recordingsInPlaceDays } = current;
    return { ...current.preferences, retentionDays, recordingsNeedSignIn, recordingsInPlaceDays };
}

/** The value of the field `DRAWN` on a page that is drawn now, in whatever state somebody left its fields. */
export function drawnMarks(current: CurrentPreferences, catalogue: Catalogue = ON_PAGE): string {
    const saved = formStateOf(current, catalogue);
    const marks = Object.entries(catalogue).map(([key, entry]): [string, string] => [key, markOf(entry, saved[key])]);
    return new URLSearchParams(marks).toString();
}

/** Equal for equal values; short, because there is one for every field. */
function markOf(entry: Entry, state: FormState[string]): string {
    const value = canonicalJson(controlOf(entry).value(state, entry));
    return createHash('sha256').update(value).digest('base64url').slice(0, 8);
}

/** The form as it was sent; what the page did not show stays as it is, and so does what nobody touched since it was drawn. */
export function readPreferencesForm(
    form: Form,
    options: PreferenceOptions,
    current: CurrentPreferences,
    catalogue: Catalogue = ON_PAGE
): FormState {
    const now = formStateOf(current, catalogue);
    const shown = new Set(form.all(SHOWN));
    const drawn = new URLSearchParams(form.text(DRAWN));
    const read = (key: string, entry: Entry): FormState[string] => {
        if (!shown.has(key)) return now[key];
        const sent = controlOf(entry).read(form, key, now[key], options);
        return drawn.get(key) === markOf(entry, sent) ? now[key] : sent;
    };
    return Object.fromEntries(Object.entries(catalogue).map(([key, entry]) => [key, read(key, entry)]));
}

/**
 * What is to be saved; an empty field means the default. What nobody touched stays to the letter, also where the form
 * shows less than is chosen.
 */
export function savingOf(filled: FormState, current: CurrentPreferences, catalogue: Catalogue = CATALOGUE): Saving {
    const valuesOf = (some: Catalogue): Readonly<Record<string, unknown>> => {
        const now = currentValues(current);
        const before = formStateOf(current, some);
        const values = Object.entries(some).map(([key, entry]): [string, unknown] => {
            const isUntouched = JSON.stringify(filled[key]) === JSON.stringify(before[key]);
            return [key, isUntouched ? now[key] : controlOf(entry).value(filled[key], entry)];
        });
        return Object.fromEntries(values.filter(([, value]) => value !== undefined));
    };
    return { ...valuesOf(CONNECTION_CHOICES), preferences: valuesOf(catalogue) };
}
