import fc from 'fast-check';
import { CATALOGUE } from '../../src/domain/preferences/catalogue.ts';
import type { Preferences } from '../../src/domain/preferences/preferences.ts';
import { FILTER_FIELDS } from '../../src/console/preferences/controls/contact-filter.ts';
import { PEOPLE } from '../../src/console/preferences/controls/control.ts';

const word = fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom('a', 'é', '<', '"', '&', "'", 'Z', '9') });
const field = fc.constantFrom('Direct_Line__c', 'Needs__c', 'X1');
const id = (prefix: string): fc.Arbitrary<string> =>
    fc.nat(999).map((n) => `${prefix}${String(n).padStart(12, '0')}AAA`);
const some = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(one, { minLength: 1, maxLength: 3 });
const switches = Object.fromEntries(
    Object.entries(CATALOGUE).flatMap(([key, { kind }]) => (kind === 'switch' ? [[key, fc.boolean()]] : []))
) as Partial<Record<keyof Preferences, fc.Arbitrary<never>>>;
/** Whatever an admin may have chosen; inboxes and users are PN1, PN2, US1, US2. */
export const anyPreferences: fc.Arbitrary<Partial<Preferences>> = fc.record(
    {
        ...switches,
        language: fc.constantFrom('fr', 'en'),
        inboxes: fc.oneof(fc.constant('all' as const), fc.uniqueArray(fc.constantFrom('PN1', 'PN2'))),
        leadSource: word,
        fallbackOwner: id('005'),
        inboxOwners: fc.dictionary(fc.constantFrom('PN1', 'PN2'), id('005'), { noNullPrototype: true }),
        inboxTimeZones: fc.dictionary(
            fc.constantFrom('PN1', 'PN2'),
            fc.constantFrom('America/Vancouver', 'Europe/Paris'),
            { noNullPrototype: true }
        ),
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
        taskFields: fc.array(
            fc.record(
                { field, value: fc.oneof(word, fc.integer(), fc.boolean()), on: fc.constantFrom('call', 'messages') },
                { requiredKeys: ['field', 'value'] }
            ),
            { maxLength: 3 }
        ),
        leadFields: fc.array(fc.record({ field, value: fc.oneof(word, fc.integer(), fc.boolean()) }), { maxLength: 3 }),
        leadPhoneFormat: fc.constantFrom('e164', 'national', 'digits'),
        leadMinSeconds: fc.integer({ min: 1, max: 3_600 }),
        directoryRefreshSeconds: fc.integer({ min: 30, max: 86_400 }),
        apiBudget: fc.integer({ min: 1, max: 1_000_000 })
    },
    { requiredKeys: [] }
);

/** Ticks come in the order of the page, each once. */
export function inOrder(value: Preferences): unknown {
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
