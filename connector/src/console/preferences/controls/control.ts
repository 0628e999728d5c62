import { PERSON_OBJECTS, type PersonObject } from '../../../domain/objects/catalogue.ts';
import type { EntryOf, Kind, ValueOfKind } from '../../../domain/preferences/kinds.ts';
import type { PreferenceOptions } from '../../../application/preferences/model.ts';
import type { Form } from '../../../web/auth/forms.ts';
import type { Part } from '../../../web/html.ts';
import type { PreferenceWords } from '../../../locales/preference-words.ts';
import type { Words } from '../../../locales/catalogue.ts';
import type { FaultAt } from '../fault-text.ts';

export const PEOPLE: readonly PersonObject[] = PERSON_OBJECTS;

export interface FilterState {
    readonly objects: readonly string[];
    readonly owners: readonly string[];
    readonly rows: readonly { readonly field: string; readonly value: string }[];
}

/** `on`: empty for all kinds. */
export interface DefaultRow {
    readonly field: string;
    readonly value: string;
    readonly on: string;
}

/** What a form holds of each kind of value as somebody filled it in: nothing of it is trusted, and nothing typed is lost. */
interface StateOfKind {
    readonly switch: boolean;
    readonly choice: string;
    readonly text: string;
    readonly number: string;
    /** One a line. */
    readonly list: string;
    readonly owner: string;
    readonly 'inbox-owners': Readonly<Record<string, string>>;
    readonly 'inbox-zones': Readonly<Record<string, string>>;
    readonly 'user-pairs': Readonly<Record<string, string>>;
    readonly inboxes: 'all' | readonly string[];
    readonly 'phone-fields': Readonly<Record<PersonObject, readonly string[]>>;
    readonly 'sona-fields': readonly { readonly job: string; readonly question: string; readonly field: string }[];
    readonly 'contact-filter': FilterState;
    readonly 'field-defaults': readonly DefaultRow[];
}

/** One preference on the page. */
export interface FieldView<K extends Kind> {
    readonly key: string;
    readonly entry: EntryOf<K>;
    readonly state: StateOfKind[K];
    readonly says: PreferenceWords;
    readonly words: Words;
    readonly options: PreferenceOptions;
    readonly faultAt: FaultAt;
    /** Empty rows beyond the usual one. */
    readonly spare: { readonly answers: number; readonly conditions: number; readonly defaults: number };
    readonly isDisabled: boolean;
}

/** How a kind of value stands on the page, and how it is read from there. */
export interface Control<K extends Kind> {
    /** Before anybody touches it; of `undefined` where nothing is chosen and there is no default. */
    fill(value: ValueOfKind[K] | undefined): StateOfKind[K];
    /** As it was sent; what the page did not show of it stays as it is `now`. */
    read(form: Form, key: string, now: StateOfKind[K], options: PreferenceOptions): StateOfKind[K];
    /** What is to be saved; `undefined`: the default. What cannot be saved stays as it was typed, so that it can be told. */
    value(state: StateOfKind[K], entry: EntryOf<K>): unknown;
    field(view: FieldView<K>): Part;
    /** Takes a line of its own instead of a place among the fields. */
    readonly isWide?: boolean;
    /** Where a fault's link leads; absent: to the field of that name. */
    anchor?(key: string): string;
}

/** Values by id, of which the page shows those that it knows. */
export function readById(
    form: Form,
    key: string,
    now: Readonly<Record<string, string>>,
    ids: readonly string[]
): Record<string, string> {
    return Object.fromEntries(
        [...new Set([...ids, ...Object.keys(now)])].map((id) => {
            const name = `${key}.${id}`;
            return [id, form.has(name) ? form.text(name) : (now[id] ?? '')];
        })
    );
}

/** Values by inbox. */
export function readByInbox(
    form: Form,
    key: string,
    now: Readonly<Record<string, string>>,
    { inboxes }: Pick<PreferenceOptions, 'inboxes'>
): Record<string, string> {
    return readById(
        form,
        key,
        now,
        inboxes.map(({ id }) => id)
    );
}

/** Rows that somebody filled in, at least in part; those left empty are gone. */
export function readRows<K extends string>(
    form: Form,
    name: string,
    columns: readonly K[]
): readonly Record<K, string>[] {
    const found: Record<K, string>[] = [];
    for (let n = 0; form.has(`${name}.${n}.${columns[0] ?? ''}`); n += 1) {
        const row = Object.fromEntries(columns.map((column) => [column, form.text(`${name}.${n}.${column}`)]));
        if (Object.values(row).some((value) => value !== '')) found.push(row as Record<K, string>);
    }
    return found;
}

export function notEmpty(fields: Readonly<Record<string, string>>): Record<string, string> {
    return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
}
