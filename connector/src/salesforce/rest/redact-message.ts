import { redact } from '../../redact.ts';

const MAX_LENGTH = 300;

/** Salesforce's own message on one line, short, without what could be about a person. */
export function redactMessage(message: string): string {
    const cleaned = redact(message).replace(/\s+/g, ' ').trim();
    return cleaned.length <= MAX_LENGTH ? cleaned : `${cleaned.slice(0, MAX_LENGTH - 1)}…`;
}
