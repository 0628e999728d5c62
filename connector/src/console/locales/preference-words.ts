import type { CATALOGUE, CONNECTION_CHOICES } from '../../domain/preferences/catalogue.ts';
import type { Section, ValueOf } from '../../domain/preferences/kinds.ts';

/** What people read of one preference. */
export interface PreferenceWords {
    readonly label: string;
    readonly help: string;
    /** What is wrong with a value, and what would do; absent: one of the values offered is to be chosen. */
    readonly fault?: (seen: string) => string;
    /** Of a choice: what each value means. */
    readonly options?: Readonly<Record<string, string>>;
    /** In the tables of the documents: what it does. */
    readonly guide: string;
    /** In the tables of the documents, where there is no default: what holds instead. */
    readonly otherwise?: string;
}

type Choosable = typeof CATALOGUE & typeof CONNECTION_CHOICES;

/** A choice names its options, and what has no default says what holds instead. */
type WordsOf<E> = PreferenceWords &
    (E extends { readonly kind: 'choice' }
        ? { readonly options: Readonly<Record<ValueOf<E> & string, string>> }
        : object) &
    (E extends { readonly default: unknown } ? object : { readonly otherwise: string });

/** Everything said of preferences in one language. */
export interface PreferencesWords {
    readonly sections: Readonly<Record<Section, string>>;
    readonly of: { readonly [K in keyof Choosable]: WordsOf<Choosable[K]> };
    /** Of a value that has no fault of its own. */
    readonly fault: (seen: string) => string;
    readonly inboxes: { readonly all: string; readonly some: string };
    readonly owners: {
        readonly ofInbox: (inbox: string) => string;
        readonly nobody: string;
        readonly sameAsAbove: string;
    };
    readonly table: { readonly key: string; readonly does: string; readonly example: string; readonly default: string };
}

/** The words of a preference that a catalogue declares; one without words would be no preference. */
export function wordsOfPreference({ of }: Pick<PreferencesWords, 'of'>, key: string): PreferenceWords {
    const all: Readonly<Record<string, PreferenceWords>> = of;
    const words = Object.hasOwn(all, key) ? all[key] : undefined;
    return words ?? { label: key, help: '', guide: '' };
}
