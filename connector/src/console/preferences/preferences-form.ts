import { CATALOGUE, CONNECTION_CHOICES } from '../../domain/preferences/catalogue.ts';
import type { Catalogue } from '../../domain/preferences/kinds.ts';
import type { CurrentPreferences, PreferenceOptions, Saving } from '../../application/preferences/model.ts';
import type { Form } from '../../web/auth/forms.ts';
import { controlOf } from './controls/controls.ts';

/** Everything that is chosen on the page of preferences. */
export const ON_PAGE: Catalogue = { ...CATALOGUE, ...CONNECTION_CHOICES };

/** Names every field that a page shows: an empty box is sent like one that was never there. */
export const SHOWN = 'shown';

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

/** The form as it was sent; what the page did not show stays as it is. */
export function readPreferencesForm(
    form: Form,
    options: PreferenceOptions,
    current: CurrentPreferences,
    catalogue: Catalogue = ON_PAGE
): FormState {
    const now = formStateOf(current, catalogue);
    const shown = new Set(form.all(SHOWN));
    return Object.fromEntries(
        Object.entries(catalogue).map(([key, entry]) => [
            key,
            shown.has(key) ? controlOf(entry).read(form, key, now[key], options) : now[key]
        ])
    );
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
