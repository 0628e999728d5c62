import { CATALOGUE } from '../domain/preferences/catalogue.ts';
import { DEFAULT_PREFERENCES, type Preferences } from '../domain/preferences/preferences.ts';
import { schemaOfEntry } from './schemas.ts';

type Stored = Readonly<Record<string, unknown>>;

export interface StoredPreferences {
    readonly preferences: Preferences;
    /** Stored, and not for this version to read: keys that it does not know, values that it would refuse. */
    readonly unread: Stored;
}

const SCHEMAS = new Map(Object.entries(CATALOGUE).map(([key, entry]) => [key, schemaOfEntry(entry)]));

/** Reads each stored preference by itself: one that a later version wrote costs no other. Never throws. */
export function readStoredPreferences(stored: Stored): StoredPreferences {
    const entries = Object.entries(stored);
    const read = new Map(
        entries.flatMap(([key, value]) => {
            const { success, data } = SCHEMAS.get(key)?.safeParse(value) ?? { success: false };
            return success ? [[key, data]] : [];
        })
    );
    return {
        preferences: { ...DEFAULT_PREFERENCES, ...Object.fromEntries(read) },
        unread: Object.fromEntries(entries.filter(([key]) => !read.has(key)))
    };
}

/** Only what is not the default, so that a better default reaches everybody who did not choose. */
export function differing(preferences: Preferences): Stored {
    const defaults: Stored = DEFAULT_PREFERENCES;
    return Object.fromEntries(
        Object.entries(preferences).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(defaults[key]))
    );
}

/**
 * What is to be stored once somebody chose `chosen` who saw `before`. Only what they changed is touched: what this version
 * cannot read, and what somebody else stored meanwhile, stays as it is.
 */
export function mergeIntoStored(stored: Stored, before: Preferences, chosen: Preferences): Stored {
    const wanted = differing(chosen);
    const saw = differing(before);
    const changed = Object.keys(CATALOGUE).filter((key) => JSON.stringify(wanted[key]) !== JSON.stringify(saw[key]));
    const untouched = Object.entries(stored).filter(([key]) => !changed.includes(key));
    const chosenNow = Object.entries(wanted).filter(([key]) => changed.includes(key));
    return Object.fromEntries([...untouched, ...chosenNow]);
}
