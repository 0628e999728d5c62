import type { FieldValue } from './draft.ts';
import { mergeText } from './merge-text.ts';
import { SONA_CALL } from './names.ts';
import { isSameValue } from './same-value.ts';

type Fields = Readonly<Record<string, FieldValue>>;

/** What others made of a record of ours, as far as it was seen when we last wrote it. */
export interface Kept {
    /** Fields that hold what somebody else put there. */
    readonly fields: readonly string[];
    /** Of long texts that somebody else wrote in: the part that is ours. */
    readonly parts: Readonly<Record<string, string>>;
}

/** Texts that people write in beside us, and the most that each holds (characters). */
const LONG: Readonly<Record<string, number>> = {
    Description: 32_000,
    [SONA_CALL.summary]: 32_768,
    [SONA_CALL.nextSteps]: 32_768
};

export interface Compared {
    /** What may be written. */
    readonly fields: Fields;
    readonly kept: Kept;
}

/**
 * Compares the fields that a record should have with those that it has, field by field. What is as we last wrote it is
 * ours to change; what a person, a flow or another integration put there stays, until they empty it. A long text keeps
 * every character of theirs, with our part in its place.
 *
 * @param wanted the fields as they should be
 * @param held what Salesforce holds now; a field that is absent could not be read, and is written
 * @param written what we last wanted there; `isOurs` tells it where the value itself is not known
 */
export function keepTheirs(
    wanted: Fields,
    held: Readonly<Record<string, unknown>>,
    written: {
        readonly fields: Readonly<Record<string, unknown>>;
        readonly kept?: Kept | undefined;
        readonly isOurs: (name: string, value: unknown) => boolean;
    }
): Compared {
    const fields: Record<string, FieldValue> = {};
    const theirs: string[] = [];
    const parts: Record<string, string> = {};
    for (const [name, value] of Object.entries(wanted)) {
        const now = held[name];
        const isTold = name in held;
        if (!isTold || isSameValue(now, value) || isSameValue(now, null) || written.isOurs(name, now)) {
            fields[name] = value;
            continue;
        }
        const most = LONG[name];
        const merged =
            most === undefined || typeof now !== 'string'
                ? undefined
                : mergeText(now, lastOf(name, written), textOf(value));
        if (merged === undefined || merged.text.length > (most ?? 0)) {
            theirs.push(name);
            continue;
        }
        parts[name] = merged.part;
        if (merged.text !== now) fields[name] = merged.text;
    }
    return { fields, kept: { fields: theirs, parts } };
}

function lastOf(
    name: string,
    { fields, kept }: { readonly fields: Readonly<Record<string, unknown>>; readonly kept?: Kept | undefined }
): { readonly whole: string; readonly part: string } | undefined {
    const whole = fields[name];
    return typeof whole === 'string' ? { whole, part: kept?.parts[name] ?? whole } : undefined;
}

function textOf(value: FieldValue): string {
    return typeof value === 'string' ? value : '';
}
