import type { z } from 'zod';
import { CATALOGUE } from '../domain/preferences/catalogue.ts';
import { defaultsOf, type Catalogue, type ValuesOf } from '../domain/preferences/kinds.ts';
import { CodedError } from '../errors/errors.ts';
import { listFaults, type Fault } from '../errors/faults.ts';
import { schemaOf } from './schemas.ts';

interface PreferenceFault {
    /** From the preference inwards: `['sonaFields', 0, 'field']`. */
    readonly path: readonly PropertyKey[];
    /** What stands there, shortened. */
    readonly seen: string;
}

export interface PreferenceReader<C extends Catalogue> {
    /**
     * Fills in the defaults.
     *
     * @throws {CodedError} `CONFIG-PREFERENCES`, naming every faulty key
     */
    readonly read: (value: unknown) => ValuesOf<C>;
    /** What `read` would refuse, one by one; empty when nothing. */
    readonly faults: (value: unknown) => readonly PreferenceFault[];
}

/** Reads what somebody wrote: the preferences file, an import, the form. */
export function preferenceReader<const C extends Catalogue>(catalogue: C): PreferenceReader<C> {
    const schema = schemaOf(catalogue);
    return {
        read(value) {
            const { success, data, error } = schema.safeParse(value);
            if (!success) {
                const faults = error.issues.map((issue) => faultOf(issue, value, catalogue));
                throw new CodedError('CONFIG-PREFERENCES', listFaults(faults));
            }
            return { ...defaultsOf(catalogue), ...withoutUndefined(data) } as ValuesOf<C>;
        },
        faults(value) {
            const { error } = schema.safeParse(value);
            return (error?.issues ?? []).map(({ path }) => ({ path, seen: seenIn(value, path) }));
        }
    };
}

export const { read: readPreferences, faults: preferenceFaults } = preferenceReader(CATALOGUE);

/** @throws {CodedError} `CONFIG-PREFERENCES` when the text is not JSON or a key is faulty */
export function readPreferencesText(text: string): ReturnType<typeof readPreferences> {
    try {
        return readPreferences(JSON.parse(text));
    } catch (error) {
        if (!(error instanceof SyntaxError)) throw error;
        throw new CodedError('CONFIG-PREFERENCES', `not JSON (${error.message})`, { cause: error });
    }
}

function faultOf({ path, message }: z.core.$ZodIssue, value: unknown, catalogue: Catalogue): Fault {
    const entry = Object.hasOwn(catalogue, String(path[0])) ? catalogue[String(path[0])] : undefined;
    const example = entry?.example ?? entry?.default ?? { language: 'fr' };
    return {
        name: path.join('.') || 'preferences',
        seen: `${seenIn(value, path)}: ${message}`,
        example: JSON.stringify(example)
    };
}

const LONGEST_SEEN = 60;

function seenIn(value: unknown, path: readonly PropertyKey[]): string {
    const at = path.reduce<unknown>((inside, key) => (inside as Record<PropertyKey, unknown> | null)?.[key], value);
    const text = (JSON.stringify(at) as string | undefined) ?? 'nothing';
    return text.length > LONGEST_SEEN ? `${text.slice(0, LONGEST_SEEN)}…` : text;
}

function withoutUndefined(value: object): Record<string, unknown> {
    return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined));
}
