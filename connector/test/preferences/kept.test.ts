import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { CurrentPreferences, PreferenceOptions } from '../../src/application/preferences/model.ts';
import { wordsOf } from '../../src/locales/catalogue.ts';
import { preferenceFields } from '../../src/console/preferences/preference-fields.ts';
import { formStateOf, readPreferencesForm, savingOf, SHOWN } from '../../src/console/preferences/preferences-form.ts';
import { CATALOGUE } from '../../src/domain/preferences/catalogue.ts';
import type { Preferences } from '../../src/domain/preferences/preferences.ts';
import { readPreferences } from '../../src/preferences/read-preferences.ts';
import { mergeIntoStored, readStoredPreferences } from '../../src/preferences/stored-preferences.ts';
import { anyPreferences, inOrder } from './arbitrary-preferences.ts';
import { fieldsOf, formOf } from './sent-form.ts';

type Stored = Readonly<Record<string, unknown>>;

const KEYS = Object.keys(CATALOGUE);
const OFFERS: PreferenceOptions = {
    inboxes: ['PN1', 'PN2'].map((id) => ({ id, name: id, number: '+15145550100' })),
    quoUsers: [{ id: 'US1' }, { id: 'US2' }],
    orgUsers: [],
    pairings: ['US1', 'US2'].map((id) => ({ user: { id }, by: 'nothing', suggestions: [] })),
    questions: []
};

/** What may stand in the store: choices of this version, keys of another, values that this one does not understand. */
const anyStored: fc.Arbitrary<Stored> = fc
    .tuple(
        anyPreferences,
        fc.dictionary(
            fc.string({ minLength: 1 }).map((name) => `later-${name}`),
            fc.jsonValue(),
            { noNullPrototype: true }
        ),
        fc.dictionary(fc.constantFrom(...KEYS), fc.jsonValue(), { maxKeys: 3, noNullPrototype: true })
    )
    .map(([known, unknown, odd]) => JSON.parse(JSON.stringify({ ...known, ...unknown, ...odd })) as Stored);

const currently = (preferences: Preferences): CurrentPreferences => ({
    preferences,
    isFixed: false,
    retentionDays: 30,
    recordingsNeedSignIn: false,
    recordingsInPlaceDays: 30
});

/** The form of a page on which everything stands as in `preferences`, without the fields of `hidden`. */
function sent(preferences: Preferences, hidden: readonly string[]): ReturnType<typeof formOf> {
    const chosen = currently(preferences);
    const view = {
        chosen,
        options: OFFERS,
        filled: formStateOf(chosen),
        faultAt: () => undefined,
        spare: { answers: 0, conditions: 0, defaults: 0 }
    };
    const page = `<form class="choices">${preferenceFields(view, wordsOf('en')).text}</form>`;
    return formOf(
        fieldsOf(page).filter(
            ([name, value]) => !hidden.some((key) => name.split('.')[0] === key || (name === SHOWN && value === key))
        )
    );
}

test('whatever is stored and whatever page is saved, only what the page showed can change', () => {
    fc.assert(
        fc.property(anyStored, anyPreferences, fc.subarray(KEYS), (stored, choices, hidden) => {
            const before = readStoredPreferences(stored).preferences;
            const form = sent(readPreferences(choices), hidden);
            const filled = readPreferencesForm(form, OFFERS, currently(before));
            const chosen = readPreferences(savingOf(filled, currently(before)).preferences);
            const after = mergeIntoStored(stored, before, chosen);
            for (const [key, value] of Object.entries(stored))
                if (!KEYS.includes(key) || hidden.includes(key)) assert.deepEqual(after[key], value, key);
            for (const key of hidden) assert.equal(key in after, key in stored, key);
            assert.deepEqual(inOrder(readStoredPreferences(after).preferences), inOrder(chosen));
        }),
        { numRuns: 200 }
    );
});

test('one value that this version does not understand costs no other', () => {
    const { preferences, unread } = readStoredPreferences({ unknownCallers: 'case', language: 'en', later: 1 });
    assert.deepEqual([preferences.unknownCallers, preferences.language], ['none', 'en']);
    assert.deepEqual(unread, { unknownCallers: 'case', later: 1 });
});

test('what somebody else stored since the page was drawn stays, unless it was chosen here as well', () => {
    const before = readPreferences({ language: 'en' });
    const stored = { language: 'en', leadSource: 'Phone', opportunities: 'never' };
    const chosen = readPreferences({ language: 'fr', opportunities: 'most-recent' });
    assert.deepEqual(mergeIntoStored(stored, before, chosen), { leadSource: 'Phone', opportunities: 'most-recent' });
});
