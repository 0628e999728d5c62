import { CATALOGUE } from '../../domain/preferences/catalogue.ts';
import { SECTIONS, type Catalogue, type Entry, type Section } from '../../domain/preferences/kinds.ts';
import type { CurrentPreferences, PreferenceOptions } from '../../application/preferences/model.ts';
import { html, type Markup } from '../../web/html.ts';
import { wordsOfPreference } from '../../locales/preference-words.ts';
import type { Words } from '../../locales/catalogue.ts';
import type { FieldView } from './controls/control.ts';
import { controlOf } from './controls/controls.ts';
import { userList } from './controls/org-users.ts';
import type { FaultAt } from './fault-text.ts';
import { ON_PAGE, SHOWN, type FormState } from './preferences-form.ts';

/** A form of preferences in whatever state somebody left it. */
export interface FormView {
    readonly chosen: CurrentPreferences;
    readonly options: PreferenceOptions;
    readonly filled: FormState;
    readonly faultAt: FaultAt;
    readonly spare: FieldView<'text'>['spare'];
}

/** The fields of every preference, section by section; `readPreferencesForm` reads them. */
export function preferenceFields(view: FormView, words: Words, catalogue: Catalogue = ON_PAGE): Markup {
    const entries = Object.entries(catalogue);
    const parts = SECTIONS.map((section) => ({
        section,
        fields: entries.filter(([, entry]) => entry.section === section)
    }));
    return html`${userList(view.options.orgUsers, view.options.orgQueues)}
    ${parts.map(({ section, fields }) => sectionFields(section, fields, view, words))}`;
}

function sectionFields(
    section: Section,
    entries: readonly (readonly [string, Entry])[],
    view: FormView,
    words: Words
): Markup {
    const isDisabled = entries.every(([key]) => isFixed(key, view));
    return html`<fieldset id="${section}" ${isDisabled && html`disabled`}>
        <legend>${words.preferences.sections[section]}</legend>
        ${rowsOf(entries).map(({ isWide, row }) => {
            const fields = row.map(([key, entry]) => fieldOf(key, entry, view, words));
            return isWide ? html`${fields}` : html`<div class="fields">${fields}</div>`;
        })}
    </fieldset>`;
}

interface Row {
    readonly isWide: boolean;
    readonly row: (readonly [string, Entry])[];
}

/** Fields beside each other, as far as none is wide. */
function rowsOf(entries: readonly (readonly [string, Entry])[]): readonly Row[] {
    const rows: Row[] = [];
    for (const one of entries) {
        const isWide = controlOf(one[1]).isWide === true;
        const last = rows.at(-1);
        if (last?.isWide === isWide) last.row.push(one);
        else rows.push({ isWide, row: [one] });
    }
    return rows;
}

function fieldOf(key: string, entry: Entry, view: FormView, words: Words): Markup {
    const { options, faultAt, spare, filled } = view;
    const isDisabled = isFixed(key, view);
    const says = wordsOfPreference(words.preferences, key);
    const around = { options, faultAt, spare, words, isDisabled };
    return html`${!isDisabled && html`<input type="hidden" name="${SHOWN}" value="${key}" />`}
    ${controlOf(entry).field({ key, entry, state: filled[key], says, ...around })}`;
}

/** The preferences file decides over preferences, not over what is kept beside them. */
function isFixed(key: string, { chosen }: FormView): boolean {
    return chosen.isFixed && Object.hasOwn(CATALOGUE, key);
}
