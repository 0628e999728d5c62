import type { FieldValue } from './draft.ts';
import type { Written } from './keep-theirs.ts';
import { standsIn } from './description/merge-text.ts';
import { KIND, SONA_CALL, TASK } from './names.ts';

type Fields = Readonly<Record<string, FieldValue>>;

/** Texts that people write in beside us. */
const LONG: readonly string[] = ['Description', SONA_CALL.summary, SONA_CALL.nextSteps];

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
        written[name] = now;
        const isLong = LONG.includes(name) && typeof now === 'string' && typeof value === 'string';
        fields[name] = isLong || isCount(name) || !isFilled(now) ? value : now;
        if (!isLong || isKnown(now, value)) continue;
        const stands = standsIn(value, now);
        written[name] = stands ? value : common(now, value);
        if (!stands) parts[name] = '';
    }
    return { fields, written: { fields: written, parts } };
}

function isFilled(value: unknown): value is string | number | boolean {
    return value !== '' && ['string', 'number', 'boolean'].includes(typeof value);
}

/** Whether every line that is there is one of ours. */
function isKnown(now: string, value: string): boolean {
    const ours = new Set(linesOf(value));
    return linesOf(now).every((line) => ours.has(line));
}

function common(now: string, value: string): string {
    const there = new Set(linesOf(now));
    return linesOf(value)
        .filter((line) => there.has(line))
        .join('\n');
}

function linesOf(text: string): readonly string[] {
    return text.split(/\r\n|\n|\r/).map((line) => line.trimEnd());
}
