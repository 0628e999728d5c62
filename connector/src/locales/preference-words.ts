import type { Sayable } from './bind.ts';
import type { Words } from './catalogue.ts';

/** What people read of one preference, in one language. */
export interface PreferenceWords {
    readonly label: string;
    readonly help: string;
    /** What is wrong with a value, and what would do; absent: one of the values offered is to be chosen. */
    readonly fault?: Sayable<'seen'>;
    /** Of a choice: what each value means. */
    readonly options?: Readonly<Record<string, string>>;
    /** In the tables of the documents: what it does. */
    readonly guide: string;
    /** In the tables of the documents, where there is no default: what holds instead. */
    readonly otherwise?: string;
}

/** The words of a preference that a catalogue declares; one without words would be no preference. */
export function wordsOfPreference({ of }: Pick<Words['preferences'], 'of'>, key: string): PreferenceWords {
    const all: Readonly<Record<string, PreferenceWords>> = of;
    const words = Object.hasOwn(all, key) ? all[key] : undefined;
    return words ?? { label: key, help: '', guide: '' };
}
