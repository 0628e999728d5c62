import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readPreferences } from '../../src/preferences/read-preferences.ts';
import { DEFAULT_PREFERENCES, type Preferences } from '../../src/domain/preferences/preferences.ts';
import type { CurrentPreferences, PreferenceOptions } from '../../src/application/preferences/model.ts';
import { CATALOGUE } from '../../src/domain/preferences/catalogue.ts';
import { PEOPLE } from '../../src/console/preferences/controls/control.ts';
import { FILTER_FIELDS } from '../../src/console/preferences/controls/contact-filter.ts';
import { formStateOf, readPreferencesForm, savingOf } from '../../src/console/preferences/preferences-form.ts';
import { preferencesPage } from '../../src/console/preferences/preferences.page.ts';
import type { Form } from '../../src/web/auth/forms.ts';

const NOBODY: PreferenceOptions = { inboxes: [], quoUsers: [], orgUsers: [], pairings: [], questions: [] };
const chosenWith = (preferences: Partial<Preferences>): CurrentPreferences => ({
    preferences: { ...DEFAULT_PREFERENCES, ...preferences },
    isFixed: false,
    retentionDays: 30,
    recordingsNeedSignIn: false
});

const word = fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom('a', 'é', '<', '"', '&', "'", 'Z', '9') });
const field = fc.constantFrom('Direct_Line__c', 'Needs__c', 'X1');
const id = (prefix: string): fc.Arbitrary<string> =>
    fc.nat(999).map((n) => `${prefix}${String(n).padStart(12, '0')}AAA`);
const some = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(one, { minLength: 1, maxLength: 3 });
const switches = Object.fromEntries(
    Object.entries(CATALOGUE).flatMap(([key, { kind }]) => (kind === 'switch' ? [[key, fc.boolean()]] : []))
) as Partial<Record<keyof Preferences, fc.Arbitrary<never>>>;
const preferences: fc.Arbitrary<Partial<Preferences>> = fc.record(
    {
        ...switches,
        language: fc.constantFrom('fr', 'en'),
        inboxes: fc.oneof(fc.constant('all' as const), fc.uniqueArray(fc.constantFrom('PN1', 'PN2'))),
        leadSource: word,
        fallbackOwner: id('005'),
        inboxOwners: fc.dictionary(fc.constantFrom('PN1', 'PN2'), id('005'), { noNullPrototype: true }),
        users: fc.dictionary(fc.constantFrom('US1', 'US2'), id('005'), { noNullPrototype: true }),
        ignoredNumbers: fc.uniqueArray(fc.constantFrom('+15145550123', '+33612345678')),
        phoneFields: fc
            .uniqueArray(fc.constantFrom(...PEOPLE))
            .chain((objects) => fc.record(Object.fromEntries(objects.map((object) => [object, some(field)])))),
        sonaFields: fc.array(fc.record({ job: word, question: word, field }), { maxLength: 3 }),
        contactFilter: fc.record(
            {
                objects: fc.uniqueArray(fc.constantFrom(...PEOPLE), { minLength: 1 }),
                owners: some(id('005')),
                fields: fc.record(
                    Object.fromEntries(FILTER_FIELDS.map((key) => [key, some(word)])) as Record<
                        (typeof FILTER_FIELDS)[number],
                        fc.Arbitrary<string[]>
                    >,
                    { requiredKeys: ['company'] }
                )
            },
            { requiredKeys: ['objects'] }
        ),
        leadMinSeconds: fc.integer({ min: 1, max: 3_600 }),
        directoryRefreshSeconds: fc.integer({ min: 30, max: 86_400 }),
        apiBudget: fc.integer({ min: 1, max: 1_000_000 })
    },
    { requiredKeys: [] }
);

/** What a browser would send back of a page that nobody touched. */
function sentBack(page: string): Form {
    const [, inner = ''] = /<form[^>]*class="choices"[^>]*>([\s\S]*?)<\/form>/.exec(page) ?? [];
    const values: [string, string][] = [];
    const attribute = (tag: string, name: string): string =>
        unescaped(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '');
    for (const [tag] of inner.matchAll(/<input[^>]*>/g)) {
        const isTick = attribute(tag, 'type') === 'checkbox';
        if (!isTick || /\schecked/.test(tag)) values.push([attribute(tag, 'name'), attribute(tag, 'value')]);
    }
    for (const [, tag = '', options = ''] of inner.matchAll(/(<select[^>]*>)([\s\S]*?)<\/select>/g)) {
        const all = [...options.matchAll(/<option[^>]*>/g)].map(([option]) => option);
        const chosen = all.find((option) => /\sselected/.test(option)) ?? all[0] ?? '';
        values.push([attribute(tag, 'name'), attribute(chosen, 'value')]);
    }
    for (const [, tag = '', text = ''] of inner.matchAll(/(<textarea[^>]*>)([\s\S]*?)<\/textarea/g))
        values.push([attribute(tag, 'name'), unescaped(text)]);
    const all = (name: string): readonly string[] => values.filter(([one]) => one === name).map(([, value]) => value);
    return { all, text: (name) => (all(name)[0] ?? '').trim(), has: (name) => all(name).length > 0 };
}

function unescaped(text: string): string {
    const signs: Readonly<Record<string, string>> = { quot: '"', '#39': "'", '#96': '`', lt: '<', gt: '>', amp: '&' };
    return text.replaceAll(/&(quot|#39|#96|lt|gt|amp);/g, (_, name: string) => signs[name] ?? '');
}

/** Ticks come in the order of the page, each once. */
function inOrder(value: Preferences): unknown {
    const { inboxes, contactFilter, phoneFields } = value;
    const phones = Object.entries(phoneFields).map(([object, names]) => [object, [...new Set(names)].toSorted()]);
    const ordered = {
        ...value,
        inboxes: inboxes === 'all' ? inboxes : inboxes.toSorted(),
        contactFilter: contactFilter && { ...contactFilter, objects: contactFilter.objects?.toSorted() },
        phoneFields: Object.fromEntries(phones) as unknown
    };
    return JSON.parse(JSON.stringify(sorted(ordered)));
}

function sorted(value: unknown): unknown {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        return Array.isArray(value) ? value.map(sorted) : value;
    const entries = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
    return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}

test('a page of preferences that is sent back untouched changes nothing, whatever was chosen', () => {
    const visit = { formToken: 't', language: 'en' as const };
    const connection = {
        id: 'c',
        name: 'C',
        isFromEnvironment: false,
        webhook: { url: '', isOurs: false, keys: 0 },
        isWhole: true
    };
    fc.assert(
        fc.property(preferences, (some) => {
            const chosen = chosenWith(some);
            const inboxes = ['PN1', 'PN2'].map((one) => ({ id: one, name: one, number: '+15145550100' }));
            const quoUsers = [{ id: 'US1' }, { id: 'US2' }];
            const pairings = quoUsers.map((user) => ({ user, by: 'nothing' as const, suggestions: [] }));
            const offers = { ...NOBODY, inboxes, quoUsers, pairings };
            const page = preferencesPage({
                visit: visit,
                connection,
                chosen,
                offers,
                filled: formStateOf(chosen)
            });
            const back = readPreferences(savingOf(readPreferencesForm(sentBack(page), offers, chosen)).preferences);
            assert.deepEqual(inOrder(back), inOrder(chosen.preferences));
        }),
        { numRuns: 150 }
    );
});
