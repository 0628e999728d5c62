import type { PersonObject } from '../people/person.ts';
import type { ContactFilter } from '../quo-contacts/filter.ts';
import type { DefaultedObject, FieldDefault } from '../records/field-defaults.ts';

/** An answer given to Sona that is copied to a field of `Sona_Call__c`. */
export interface SonaField {
    readonly job: string;
    readonly question: string;
    readonly field: string;
    /** How many characters the field holds, where it is known: a longer answer is cut in the field, and whole in its own record. */
    readonly length?: number;
}

/** What a value is, by kind. A kind decides how a preference is checked, shown on the page and read from it. */
export interface ValueOfKind {
    readonly switch: boolean;
    /** One of the entry's `options`. */
    readonly choice: string;
    readonly text: string;
    /** Whole numbers. */
    readonly number: number;
    /** Texts of one format, in a form one a line. */
    readonly list: readonly string[];
    /** A Salesforce user or queue, by id or email. */
    readonly owner: string;
    /** Owners by inbox (`PN…`). */
    readonly 'inbox-owners': Readonly<Record<string, string>>;
    /** IANA time zones by inbox (`PN…`). */
    readonly 'inbox-zones': Readonly<Record<string, string>>;
    /** Salesforce user ids by Quo user (`US…`). */
    readonly 'user-pairs': Readonly<Record<string, string>>;
    /** Quo phone number ids (`PN…`). */
    readonly inboxes: 'all' | readonly string[];
    /** API names of fields, by object. */
    readonly 'phone-fields': Readonly<Partial<Record<PersonObject, readonly string[]>>>;
    readonly 'sona-fields': readonly SonaField[];
    readonly 'contact-filter': ContactFilter;
    /** Values of fields of one object. */
    readonly 'field-defaults': readonly FieldDefault[];
}

export type Kind = keyof ValueOfKind;

/** The parts of the console's page, in their order. */
export const SECTIONS = ['what', 'how', 'who', 'users', 'sona-fields', 'quo', 'keeping'] as const;
export type Section = (typeof SECTIONS)[number];

/** How a text has to look. `rule` completes “the value …” for whoever wrote the file. */
export interface Format {
    readonly matches: (text: string) => boolean;
    readonly rule: string;
    /** The text as it is meant, however people write it. */
    readonly tidy?: (text: string) => string;
}

interface Common<V> {
    readonly section: Section;
    /** Absent: the preference may be absent. */
    readonly default?: V;
    /** Needed where there is no default, or an empty one. */
    readonly example?: V;
}

/** One preference as it is declared. */
export type Entry =
    | (Common<boolean> & { readonly kind: 'switch' })
    | (Common<string> & { readonly kind: 'choice'; readonly options: readonly string[] })
    | (Common<string> & { readonly kind: 'text'; readonly format?: Format; readonly longest?: number })
    | (Common<number> & { readonly kind: 'number'; readonly min: number; readonly max?: number })
    | (Common<readonly string[]> & { readonly kind: 'list'; readonly format: Format })
    | (Common<string> & { readonly kind: 'owner'; readonly offersQueues?: true })
    | (Common<readonly FieldDefault[]> & { readonly kind: 'field-defaults'; readonly object: DefaultedObject })
    | { [K in PlainKind]: Common<ValueOfKind[K]> & { readonly kind: K } }[PlainKind];

/** Kinds of which an entry says nothing more. */
type PlainKind = Exclude<Kind, 'switch' | 'choice' | 'text' | 'number' | 'list' | 'owner' | 'field-defaults'>;

export type EntryOf<K extends Kind> = Extract<Entry, { readonly kind: K }>;

/** Preferences by key, in the order of the page and of the documents. */
export type Catalogue = Readonly<Record<string, Entry>>;

export type ValueOf<E> = E extends { readonly options: readonly (infer O)[] }
    ? O
    : E extends { readonly kind: infer K extends Kind }
      ? ValueOfKind[K]
      : never;

type Defaulted<C> = { [K in keyof C]: C[K] extends { readonly default: unknown } ? K : never }[keyof C];

/** The whole with defaults filled in; what has no default may be absent. */
export type ValuesOf<C> = Readonly<
    { [K in keyof Pick<C, Defaulted<C>>]: ValueOf<C[K]> } & { [K in keyof Omit<C, Defaulted<C>>]?: ValueOf<C[K]> }
>;

/** Every default of a catalogue. */
export function defaultsOf(catalogue: Catalogue): Readonly<Record<string, unknown>> {
    return Object.fromEntries(
        Object.entries(catalogue).flatMap(([key, entry]) => (entry.default === undefined ? [] : [[key, entry.default]]))
    );
}
