import type { CurrentPreferences, PreferenceOptions } from '../../application/preferences/model.ts';
import type { Form } from '../../web/auth/forms.ts';
import { NUMBERS, PEOPLE, SWITCHES, TEXTS, type FormState } from './preferences-form.ts';

/** Rows that a page can have of one kind; further ones are not read. */
const MOST_ROWS = 200;

/** Reads the form of preferences as it was sent. */
export function readPreferencesForm(
    form: Form,
    { inboxes, quoUsers }: PreferenceOptions,
    { preferences }: CurrentPreferences
): FormState {
    const texts = [...TEXTS, ...NUMBERS, 'retentionDays' as const].map((key) => [key, form.text(key)]);
    const byId = (prefix: string, ids: readonly string[]): Record<string, string> =>
        Object.fromEntries([...new Set(ids)].map((id) => [id, form.text(`${prefix}.${id}`)]));
    return {
        texts: Object.fromEntries(texts) as FormState['texts'],
        switches: new Set(SWITCHES.filter((key) => form.has(key))),
        inboxes: form.has('all-inboxes') ? 'all' : form.all('inboxes'),
        ignoredNumbers: form.text('ignoredNumbers'),
        inboxOwners: byId('inboxOwners', [...inboxes.map(({ id }) => id), ...Object.keys(preferences.inboxOwners)]),
        users: byId('users', [...quoUsers.map(({ id }) => id), ...Object.keys(preferences.users)]),
        phoneFields: Object.fromEntries(
            PEOPLE.map((object) => [object, form.all(`phoneFields.${object}`)])
        ) as FormState['phoneFields'],
        sonaFields: rows(form, 'sonaFields', ['job', 'question', 'field']),
        filter: {
            objects: form.all('contactFilter.objects'),
            owners: form.all('contactFilter.owners').filter((owner) => owner !== ''),
            rows: rows(form, 'contactFilter.rows', ['field', 'value'])
        },
        recordingsNeedSignIn: form.has('recordingsNeedSignIn')
    };
}

/** Rows that somebody filled in, at least in part; those left empty are gone. */
function rows<K extends string>(form: Form, name: string, columns: readonly K[]): readonly Record<K, string>[] {
    const found: Record<K, string>[] = [];
    for (let n = 0; n < MOST_ROWS && form.has(`${name}.${n}.${columns[0] ?? ''}`); n += 1) {
        const row = Object.fromEntries(columns.map((column) => [column, form.text(`${name}.${n}.${column}`)]));
        if (Object.values(row).some((value) => value !== '')) found.push(row as Record<K, string>);
    }
    return found;
}
