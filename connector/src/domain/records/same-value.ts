import { recordPart } from '../record-id.ts';

/**
 * Whether a field of a record holds what we sent.
 *
 * Salesforce gives values back in its own form: instants with `+0000` and in whole seconds, texts without white space at their ends and
 * sometimes with other line ends, nothing for an empty text or an unticked box, ids of 18 characters for those of 15.
 */
export function isSameValue(held: unknown, sent: unknown): boolean {
    return plain(held) === plain(sent);
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:?\d{2})$/;
const ID = /^[a-zA-Z0-9]{15}(?:[A-Z0-5]{3})?$/;

function plain(value: unknown): string | undefined {
    if (value === null || value === undefined || value === false) return undefined;
    if (typeof value !== 'string') return JSON.stringify(value);
    if (INSTANT.test(value)) return String(secondOf(value));
    if (ID.test(value)) return recordPart(value);
    const text = value
        .replaceAll(/\r\n|\r/g, '\n')
        .split('\n')
        .map((line) => line.trimEnd())
        .join('\n')
        .trim();
    return text === '' ? undefined : text;
}

function secondOf(instant: string): number {
    return Math.floor(Date.parse(instant.replace(/([+-]\d{2})(\d{2})$/, '$1:$2')) / 1000);
}
