import type { FieldValue } from './draft.ts';
import { linesOf, visibleLine } from './description/grammar/lines.ts';
import { mergeText, standsIn } from './description/merge-text.ts';
import { SONA_CALL } from './names.ts';
import { isSameValue } from './same-value.ts';

type Fields = Readonly<Record<string, FieldValue>>;

/** What others made of a record of ours, as far as it was seen when we last wrote it. */
export interface Kept {
    /** Fields that hold what somebody else put there. */
    readonly fields: readonly string[];
    /** Of long texts that somebody else wrote in: the part that is ours. */
    readonly parts: Readonly<Record<string, string>>;
    /** The user other than ours who was seen to have changed it last. */
    readonly by?: string | undefined;
}

/** Texts that people write in beside us, and the most that each holds (characters). */
const LONG: Readonly<Record<string, number>> = {
    Description: 32_000,
    [SONA_CALL.summary]: 32_768,
    [SONA_CALL.nextSteps]: 32_768
};

/** Emptied, it says something too: nobody is to follow up. */
const STAYS_EMPTY: ReadonlySet<string> = new Set([SONA_CALL.followUpOwner]);

export interface Compared {
    /** What may be written. */
    readonly fields: Fields;
    readonly kept: Kept;
}

/** Whether a field holds a text that people write in beside us. */
export function isLongText(name: string): boolean {
    return Object.hasOwn(LONG, name);
}

/** What we put into a record: all that we wanted in it, and which part of a long text that somebody else wrote in is ours. */
export interface Written extends Pick<Kept, 'parts'> {
    readonly fields: Readonly<Record<string, unknown>>;
}

/**
 * Compares the fields that a record should have with those that it has, field by field. What is as we last wrote it is
 * ours to change; what a person, a flow or another integration put there stays, until they empty it. A long text keeps
 * every character of theirs, with our part in its place.
 *
 * @param wanted the fields as they should be
 * @param held what Salesforce holds now; a field that is absent could not be read, and is written
 * @param written what we last put there, newest first: with a write whose answer was lost there are two possibilities
 * @param reclaimed fields that are to be ours again, whatever they hold
 */
export function keepTheirs(
    wanted: Fields,
    held: Readonly<Record<string, unknown>>,
    written: readonly Written[],
    reclaimed: readonly string[] = []
): Compared {
    const fields: Record<string, FieldValue> = {};
    const theirs: string[] = [];
    const parts: Record<string, string> = {};
    for (const [name, value] of Object.entries(wanted)) {
        const now = held[name];
        const isFree = !(name in held) || isSameValue(now, value) || (isEmptied(name, now) && !STAYS_EMPTY.has(name));
        if (isFree || reclaimed.includes(name) || isOurs(name, now, written)) {
            fields[name] = value;
            continue;
        }
        const merged = mergedText(name, now, textOf(value), written);
        if (merged === undefined) {
            theirs.push(name);
            continue;
        }
        parts[name] = merged.part;
        if (merged.text !== now) fields[name] = merged.text;
    }
    return { fields, kept: { fields: theirs, parts } };
}

/** A long text whose words somebody deleted may keep marks of ours: nobody sees them. */
function isEmptied(name: string, now: unknown): boolean {
    if (!isLongText(name) || typeof now !== 'string') return isSameValue(now, null);
    return linesOf(now).every((line) => visibleLine(line).length === 0);
}

/**
 * What we never set is theirs too (a field that an admin maps later), unless Salesforce set it by itself, our login as the
 * owner, or nothing is remembered of the record.
 */
function isOurs(name: string, now: unknown, written: readonly Written[]): boolean {
    const set = written.filter(({ fields }) => name in fields);
    if (set.length > 0) return set.some(({ fields }) => isSameValue(now, fields[name]));
    return name === 'OwnerId' || written.every(({ fields }) => Object.keys(fields).length === 0);
}

/** @returns `undefined` for a field that is no long text, or has no room for theirs and ours */
function mergedText(
    name: string,
    now: unknown,
    next: string,
    written: readonly Written[]
): { readonly text: string; readonly part: string } | undefined {
    const most = LONG[name];
    if (most === undefined || typeof now !== 'string') return undefined;
    const possible = written.flatMap((one) => {
        if (!(name in one.fields)) return [];
        const whole = textOf(one.fields[name]);
        return [{ whole, part: one.parts[name] ?? whole }];
    });
    const last = possible.find(({ part }) => standsIn(part, now)) ?? possible.at(-1);
    const merged = mergeText(now, last, next);
    return merged.text.length > most ? undefined : merged;
}

function textOf(value: unknown): string {
    return typeof value === 'string' ? value : '';
}
