import { SONA_LOOKUPS } from '../objects/catalogue.ts';
import type { FieldValue } from './draft.ts';
import { isLongText, type Written } from './keep-theirs.ts';
import { blocksOf } from './description/blocks.ts';
import { kindOf, linesOf } from './description/grammar/lines.ts';
import { standsIn } from './description/merge-text.ts';
import { KIND, TASK } from './names.ts';

type Fields = Readonly<Record<string, FieldValue>>;

export interface FoundRecord {
    /** What the record should hold. */
    readonly fields: Fields;
    /** What counts as put there by us. */
    readonly written: Written;
}

/**
 * A record that is in Salesforce and that we do not remember: the database was restored from a backup. What we do not know
 * replaces nothing, and of two values Salesforce's stands, which may be a person's; long texts keep every line and gain those
 * that are missing. The subject of a conversation counts its texts, as the text does.
 *
 * @param wanted what we would write of a new record
 * @param held what Salesforce holds
 */
export function keepFound(wanted: Fields, held: Readonly<Record<string, unknown>>): FoundRecord {
    const isCount = (name: string): boolean => name === 'Subject' && wanted[TASK.kind] === KIND.messages;
    const fields: Record<string, FieldValue> = {};
    const written: Record<string, unknown> = {};
    const parts: Record<string, string> = {};
    for (const [name, value] of Object.entries(wanted)) {
        const now = held[name];
        if (isToldOnce(name, value, now)) {
            fields[name] = value;
            continue;
        }
        written[name] = now;
        const isLong = isLongText(name) && typeof now === 'string' && typeof value === 'string';
        fields[name] = isLong || isCount(name) || !isFilled(now) ? value : now;
        if (!isLong || isKnown(now, value)) continue;
        const stands = standsIn(value, now);
        written[name] = stands ? value : common(now, value);
        if (!stands) parts[name] = '';
    }
    return { fields, written: { fields: written, parts } };
}

/**
 * What stands there and we cannot tell, as only a delivery did: it is nothing that we wrote, so that no later write of what
 * we do not know empties it. Whom a record is about is told by the people that are known.
 */
function isToldOnce(name: string, value: FieldValue, now: unknown): boolean {
    return !isFilled(value) && isFilled(now) && !ABOUT_WHOM.has(name);
}

/** Lookups of a Sona record are those of a transcript too. */
const ABOUT_WHOM: ReadonlySet<string> = new Set(['WhoId', 'WhatId', 'OwnerId', TASK.match, ...SONA_LOOKUPS]);

function isFilled(value: unknown): value is string | number | boolean {
    return value !== '' && ['string', 'number', 'boolean'].includes(typeof value);
}

/** Whether every line that is there is one of ours. */
function isKnown(now: string, value: string): boolean {
    const ours = new Set(trimmedLines(value));
    return trimmedLines(now).every((line) => ours.has(line));
}

/** Of what we want, what is there. Why a text did not arrive stands as it stands: we may know less of it. */
function common(now: string, value: string): string {
    const there = new Set(trimmedLines(now));
    const stands = (line: string): boolean => there.has(line);
    const lines = blocksOf(value).flatMap((block) => {
        const all = trimmedLines(block);
        const told = all.filter((line) => kindOf(line) !== 'sentence');
        return told.length > 0 && told.every(stands) ? all : all.filter(stands);
    });
    return lines.join('\n');
}

function trimmedLines(text: string): readonly string[] {
    return linesOf(text).map((line) => line.trimEnd());
}
