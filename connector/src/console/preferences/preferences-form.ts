import type { PersonObject } from '../../domain/people/person.ts';
import type { Preferences } from '../../domain/preferences/preferences.ts';
import type { FilterField } from '../../domain/quo-contacts/filter.ts';
import type { CurrentPreferences, Saving } from '../../application/preferences/model.ts';

export const SWITCHES = [
    'logCalls',
    'logMessages',
    'recordings',
    'summaries',
    'transcripts',
    'sona',
    'internalCalls'
] as const satisfies readonly (keyof Preferences)[];
export const TEXTS = [
    'language',
    'timeZone',
    'defaultRegion',
    'unknownCallers',
    'leadSource',
    'opportunities',
    'fallbackOwner',
    'syncContacts',
    'contactOwnerField'
] as const satisfies readonly (keyof Preferences)[];
export const NUMBERS = [
    'leadMinSeconds',
    'directoryRefreshSeconds',
    'apiBudget'
] as const satisfies readonly (keyof Preferences)[];
export const PEOPLE = ['Contact', 'Lead', 'Account'] as const satisfies readonly PersonObject[];
export const FILTER_FIELDS = [
    'company',
    'title',
    'email',
    'lastName',
    'accountId',
    'ownerName'
] as const satisfies readonly FilterField[];

export type TextKey = (typeof TEXTS)[number] | (typeof NUMBERS)[number] | 'retentionDays';

/** The form of preferences as somebody filled it in: nothing of it is trusted, and nothing typed is lost. */
export interface FormState {
    readonly texts: Readonly<Partial<Record<TextKey, string>>>;
    readonly switches: ReadonlySet<string>;
    readonly inboxes: 'all' | readonly string[];
    /** One a line. */
    readonly ignoredNumbers: string;
    readonly inboxOwners: Readonly<Record<string, string>>;
    readonly users: Readonly<Record<string, string>>;
    readonly phoneFields: Readonly<Record<PersonObject, readonly string[]>>;
    readonly sonaFields: readonly { readonly job: string; readonly question: string; readonly field: string }[];
    readonly filter: {
        readonly objects: readonly string[];
        readonly owners: readonly string[];
        readonly rows: readonly { readonly field: string; readonly value: string }[];
    };
    readonly recordingsNeedSignIn: boolean;
}

/** The form as it is before anybody touches it. */
export function formStateOf({ preferences: now, retentionDays, recordingsNeedSignIn }: CurrentPreferences): FormState {
    const texts = Object.fromEntries(
        [...TEXTS, ...NUMBERS].flatMap((key) => (now[key] === undefined ? [] : [[key, String(now[key])]]))
    );
    const { objects = [], owners = [], fields = {} } = now.contactFilter ?? {};
    return {
        texts: { ...texts, retentionDays: String(retentionDays) },
        switches: new Set(SWITCHES.filter((key) => now[key])),
        inboxes: now.inboxes,
        ignoredNumbers: now.ignoredNumbers.join('\n'),
        inboxOwners: now.inboxOwners,
        users: now.users,
        phoneFields: {
            Contact: now.phoneFields['Contact'] ?? [],
            Lead: now.phoneFields['Lead'] ?? [],
            Account: now.phoneFields['Account'] ?? []
        },
        sonaFields: now.sonaFields.map(({ job, question, field }) => ({ job, question, field })),
        filter: {
            objects,
            owners,
            rows: Object.entries(fields).flatMap(([field, values]) => values.map((value) => ({ field, value })))
        },
        recordingsNeedSignIn
    };
}

/** What is to be saved; an empty field means the default. */
export function savingOf(filled: FormState): Saving {
    const { texts, switches, inboxes, ignoredNumbers, inboxOwners, users, phoneFields, sonaFields } = filled;
    const numbers = NUMBERS.map((key): [string, string | number] => [key, numberOf(texts[key] ?? '')]);
    const phones = PEOPLE.flatMap((object) => (phoneFields[object].length > 0 ? [[object, phoneFields[object]]] : []));
    const filter = filterOf(filled.filter);
    const preferences = {
        ...notEmpty(TEXTS.map((key) => [key, texts[key] ?? ''])),
        ...notEmpty(numbers),
        ...Object.fromEntries(SWITCHES.map((key) => [key, switches.has(key)])),
        inboxes,
        ignoredNumbers: numbersOf(ignoredNumbers),
        inboxOwners: notEmpty(Object.entries(inboxOwners)),
        users: notEmpty(Object.entries(users)),
        phoneFields: Object.fromEntries(phones) as unknown,
        sonaFields,
        ...(Object.keys(filter).length > 0 && { contactFilter: filter })
    };
    const retention = texts.retentionDays ?? '';
    const { recordingsNeedSignIn } = filled;
    return { preferences, recordingsNeedSignIn, ...(retention !== '' && { retentionDays: Number(retention) }) };
}

/** What is no number stays what was typed, so that it can be told. */
function numberOf(typed: string): string | number {
    return typed === '' || Number.isNaN(Number(typed)) ? typed : Number(typed);
}

/** However people write them: spaces, dots and brackets do not count. */
function numbersOf(typed: string): readonly string[] {
    const lines = typed.split(/[\n,;]+/).map((line) => line.replaceAll(/[\s().-]/g, ''));
    return lines.filter((line) => line !== '');
}

function filterOf({ objects, owners, rows }: FormState['filter']): Record<string, unknown> {
    const fields = Map.groupBy(rows, ({ field }) => field);
    const values = [...fields].map(([field, some]) => [field, some.map(({ value }) => value)] as const);
    return {
        ...(objects.length > 0 && { objects }),
        ...(owners.length > 0 && { owners }),
        ...(values.length > 0 && { fields: Object.fromEntries(values) })
    };
}

function notEmpty<T>(fields: readonly (readonly [string, T])[]): Record<string, T> {
    return Object.fromEntries(fields.filter(([, value]) => value !== ''));
}
