import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parkedPage } from '../../src/console/monitoring/parked.page.ts';
import { preferenceFields } from '../../src/console/preferences/preference-fields.ts';
import { formStateOf } from '../../src/console/preferences/preferences-form.ts';
import type { ErrorCode } from '../../src/errors/errors.ts';
import { DEFAULT_PREFERENCES } from '../../src/domain/preferences/preferences.ts';
import { wholePage } from './whole-page.ts';
import { wordsOf } from '../../src/locales/catalogue.ts';

const connection = { id: 'acme', name: 'Acme', isFromEnvironment: false, hasSecrets: true } as never;
const session = { language: 'en', formToken: 'token', user: { actor: 'a', admin: 'all', member: [] } } as never;

function pageOf(code: ErrorCode, rules: readonly string[]): string {
    const count = (rule: string): number => rules.filter((one) => one === rule).length;
    const groups = [...new Set(rules)].map((rule) => ({ code, rule, count: count(rule), seen: rule, oldestForMs: 1 }));
    const rows = rules.map((seen, n) => ({
        ...{ activityKey: `call_AC${n}`, title: `Call ${n}`, inbox: null, parkedForMs: 1, nextTryInMs: 1 },
        error: { code, seen }
    }));
    return wholePage({ session, connection }, parkedPage({ session, connection, groups, rows }));
}

/** Every preference, with the places that a link can lead to. */
function preferencesForm(): string {
    const chosen = {
        ...{
            preferences: DEFAULT_PREFERENCES,
            isFixed: false,
            retentionDays: 30,
            recordingsNeedSignIn: false,
            recordingsInPlaceDays: 30
        }
    };
    const options = { inboxes: [], quoUsers: [], orgUsers: [], pairings: [], questions: [] };
    const spare = { answers: 0, conditions: 0, defaults: 0 };
    const view = { chosen, options, filled: formStateOf(chosen), faultAt: () => undefined, spare };
    return preferenceFields(view, wordsOf('en')).text;
}

test('a rule of the org is shown once, by its own sentence, however many calls it met', () => {
    const page = pageOf('SF-LEAD-REFUSED', [
        ...Array.from({ length: 7 }, () => 'Choose a country'),
        'Ten digits [Phone]'
    ]);
    assert.equal(page.split('the leads of unknown callers: Choose a country').length, 2);
    assert.equal(page.split('the leads of unknown callers: Ten digits').length, 2);
    assert.match(page, /The 7 calls and conversations that the rule met/);
});

test('beside a rule stands the way to the choice that may satisfy it, and it leads somewhere', () => {
    const form = preferencesForm();
    for (const [seen, anchor] of [
        ['A phone has ten digits [Phone]', 'field-leadPhoneFormat'],
        ['Choose a source [LeadSource]', 'field-leadSource'],
        ['Required fields are missing: [Region__c]', 'group-leadFields']
    ] as const) {
        assert.match(pageOf('SF-LEAD-REFUSED', [seen]), new RegExp(`/console/acme/preferences#${anchor}"`));
        assert.match(form, new RegExp(`id="${anchor}"`));
    }
    assert.doesNotMatch(pageOf('SF-ROW-LOCK', ['locked']), /preferences#(?:field|group)-/);
});
