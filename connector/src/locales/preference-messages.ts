import type { CATALOGUE, CONNECTION_CHOICES } from '../domain/preferences/catalogue.ts';
import type { Section, ValueOf } from '../domain/preferences/kinds.ts';

/** What people read of one preference. */
interface MessagesOfOne {
    readonly label: string;
    readonly help: string;
    /** What is wrong with `{seen}`, and what would do; absent: one of the values offered is to be chosen. */
    readonly fault?: string;
    /** Of a choice: what each value means. */
    readonly options?: Readonly<Record<string, string>>;
    /** In the tables of the documents: what it does. */
    readonly guide: string;
    /** In the tables of the documents, where there is no default: what holds instead. */
    readonly otherwise?: string;
}

type Choosable = typeof CATALOGUE & typeof CONNECTION_CHOICES;

/** A choice names its options, and what has no default says what holds instead. */
type MessagesOf<E> = MessagesOfOne &
    (E extends { readonly kind: 'choice' }
        ? { readonly options: Readonly<Record<ValueOf<E> & string, string>> }
        : object) &
    (E extends { readonly default: unknown } ? object : { readonly otherwise: string });

/** Everything that has to be said of preferences: a preference that is declared and not named here doesn't compile. */
export interface PreferenceMessages {
    readonly sections: Readonly<Record<Section, string>>;
    readonly of: { readonly [K in keyof Choosable]: MessagesOf<Choosable[K]> };
    /** Of a value that has no fault of its own. */
    readonly fault: string;
    readonly inboxes: { readonly all: string; readonly some: string };
    readonly owners: {
        readonly ofInbox: string;
        readonly nobody: string;
        readonly sameAsAbove: string;
        readonly credited: string;
        readonly queues: string;
    };
    readonly zones: { readonly ofInbox: string; readonly sameAsAbove: string };
    readonly table: { readonly key: string; readonly does: string; readonly example: string; readonly default: string };
}
