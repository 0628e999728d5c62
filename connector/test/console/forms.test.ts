import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readPreferences } from '../../src/preferences/read-preferences.ts';
import { DEFAULT_PREFERENCES, type Preferences } from '../../src/domain/preferences/preferences.ts';
import type { CurrentPreferences, PreferenceOptions } from '../../src/application/preferences/model.ts';
import { formStateOf, readPreferencesForm, savingOf } from '../../src/console/preferences/preferences-form.ts';
import { preferencesPage } from '../../src/console/preferences/preferences.page.ts';
import { anyPreferences, inOrder } from '../preferences/arbitrary-preferences.ts';
import { wholePage } from './whole-page.ts';
import { sentBack } from '../preferences/sent-form.ts';

const NOBODY: PreferenceOptions = { inboxes: [], quoUsers: [], orgUsers: [], pairings: [], questions: [] };
const chosenWith = (preferences: Partial<Preferences>): CurrentPreferences => ({
    preferences: { ...DEFAULT_PREFERENCES, ...preferences },
    isFixed: false,
    retentionDays: 30,
    recordingsNeedSignIn: false,
    recordingsInPlaceDays: 30
});

test('a page of preferences that is sent back untouched changes nothing, whatever was chosen', () => {
    const session = { formToken: 't', language: 'en' as const };
    const connection = {
        id: 'c',
        name: 'C',
        isFromEnvironment: false,
        webhook: { url: '', isOurs: false, keys: 0 },
        isWhole: true
    };
    fc.assert(
        fc.property(anyPreferences, (some) => {
            const chosen = chosenWith(some);
            const inboxes = ['PN1', 'PN2'].map((one) => ({ id: one, name: one, number: '+15145550100' }));
            const quoUsers = [{ id: 'US1' }, { id: 'US2' }];
            const pairings = quoUsers.map((user) => ({ user, by: 'nothing' as const, suggestions: [] }));
            const options = { ...NOBODY, inboxes, quoUsers, pairings };
            const page = preferencesPage({
                session,
                connection,
                chosen,
                options,
                filled: formStateOf(chosen)
            });
            const back = readPreferences(
                savingOf(
                    readPreferencesForm(sentBack(wholePage({ session, connection }, page)), options, chosen),
                    chosen
                ).preferences
            );
            assert.deepEqual(inOrder(back), inOrder(chosen.preferences));
        }),
        { numRuns: 150 }
    );
});
