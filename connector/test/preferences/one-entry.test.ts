import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CurrentPreferences, PreferenceOptions } from '../../src/application/preferences/model.ts';
import { wordsOf } from '../../src/locales/catalogue.ts';
import { preferenceFields } from '../../src/console/preferences/preference-fields.ts';
import { formStateOf, readPreferencesForm, savingOf } from '../../src/console/preferences/preferences-form.ts';
import { CATALOGUE } from '../../src/domain/preferences/catalogue.ts';
import type { Catalogue, Kind } from '../../src/domain/preferences/kinds.ts';
import { DEFAULT_PREFERENCES } from '../../src/domain/preferences/preferences.ts';
import { preferenceReader, readPreferences } from '../../src/preferences/read-preferences.ts';
import { preferencesTable } from '../../../scripts/docs/preferences.ts';
import { fieldsOf, formOf } from './sent-form.ts';

/** A preference that somebody declares tomorrow, and its words. */
const TOMORROW = {
    ...CATALOGUE,
    quietHours: { kind: 'choice', section: 'how', options: ['night', 'weekend'], default: 'night' },
    quietMinutes: { kind: 'number', section: 'how', min: 5, max: 60, example: 10 }
} as const satisfies Catalogue;
const english = wordsOf('en');
const WORDS = {
    ...english,
    preferences: {
        ...english.preferences,
        of: {
            ...english.preferences.of,
            quietHours: {
                label: 'Quiet hours',
                help: 'When nothing is written.',
                options: { night: 'At night', weekend: 'At the weekend' },
                guide: 'when nothing is written'
            },
            quietMinutes: { label: 'Quiet minutes', help: 'How long.', guide: 'how long', otherwise: 'no end' }
        }
    }
};
const OFFERS: PreferenceOptions = { inboxes: [], quoUsers: [], orgUsers: [], pairings: [], questions: [] };
const reader = preferenceReader(TOMORROW);

function pageWith(preferences: Readonly<Record<string, unknown>>): readonly [CurrentPreferences, string] {
    const chosen: CurrentPreferences = {
        preferences: { ...DEFAULT_PREFERENCES, ...preferences },
        isFixed: false,
        retentionDays: 30,
        recordingsNeedSignIn: false,
        recordingsInPlaceDays: 30
    };
    const filled = formStateOf(chosen, TOMORROW);
    const view = {
        chosen,
        options: OFFERS,
        filled,
        faultAt: () => undefined,
        spare: { answers: 0, conditions: 0, defaults: 0 }
    };
    return [chosen, `<form class="choices">${preferenceFields(view, WORDS, TOMORROW).text}</form>`];
}

test('an entry of the catalogue is read, with its type, its default and its faults', () => {
    const hours: 'night' | 'weekend' = reader.read({}).quietHours;
    const minutes: number | undefined = reader.read({ quietMinutes: 20 }).quietMinutes;
    assert.deepEqual([hours, minutes], ['night', 20]);
    assert.throws(() => reader.read({ quietMinutes: 4 }), /quietMinutes: 4: .*for example 10/);
    assert.deepEqual(reader.faults({ quietHours: 'noon' }), [{ path: ['quietHours'], seen: '"noon"' }]);
    assert.throws(() => readPreferences({ quietHours: 'night' }), /quietHours/, 'it is in no other catalogue');
});

test('an entry of the catalogue is a field of its section, under its label, and is read back from it', () => {
    const [chosen, page] = pageWith({ quietHours: 'night', quietMinutes: 10 });
    const section = page.slice(page.indexOf('<fieldset id="how"'), page.indexOf('<fieldset id="who"'));
    for (const text of ['Quiet hours', 'At the weekend', 'When nothing is written.', 'Quiet minutes'])
        assert.ok(section.includes(text), text);
    const typed = fieldsOf(page).map(([name, value]) =>
        name === 'quietHours' ? ([name, 'weekend'] as const) : ([name, value] as const)
    );
    const saving = savingOf(readPreferencesForm(formOf(typed), OFFERS, chosen, TOMORROW), chosen, TOMORROW);
    const { quietHours, quietMinutes } = reader.read(saving.preferences);
    assert.deepEqual([quietHours, quietMinutes], ['weekend', 10]);
});

test('an entry of the catalogue is a row of the documents', () => {
    const rows = preferencesTable(WORDS.preferences, TOMORROW).split('\n');
    const cells = (key: string): readonly string[] =>
        (rows.find((row) => row.startsWith(`| \`${key}\``)) ?? '').split('|').map((cell) => cell.trim());
    assert.deepEqual(cells('quietHours').slice(1, 5), [
        '`quietHours`',
        'when nothing is written',
        '`night`, `weekend`',
        '`night`'
    ]);
    assert.deepEqual(cells('quietMinutes').slice(1, 5), ['`quietMinutes`', 'how long', '5–60', 'no end']);
});

test('every preference has its example, and the reader takes it', () => {
    for (const [key, { kind, ...entry }] of Object.entries<Catalogue[string]>(CATALOGUE)) {
        const value = entry.example ?? entry.default;
        assert.deepEqual((reader.read({ [key]: value }) as Readonly<Record<string, unknown>>)[key], value, key);
        const isBare: readonly Kind[] = [
            'list',
            'inbox-owners',
            'inbox-zones',
            'user-pairs',
            'phone-fields',
            'sona-fields',
            'field-defaults'
        ];
        if (isBare.includes(kind)) assert.notEqual(JSON.stringify(value).length, 2, `${key} shows nothing`);
    }
});

test('every preference is said in both languages, each in its own words', () => {
    const [en, fr] = [wordsOf('en').preferences.of, wordsOf('fr').preferences.of];
    for (const key of Object.keys(CATALOGUE) as (keyof typeof CATALOGUE)[])
        for (const part of ['label', 'help', 'guide'] as const) {
            assert.notEqual(en[key][part], '', `${key}.${part}`);
            assert.notEqual(en[key][part], fr[key][part], `${key}.${part}`);
            assert.equal('fault' in en[key], 'fault' in fr[key], key);
        }
});
