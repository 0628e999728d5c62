import { z } from 'zod';
import type { Reading } from '../../domain/facts.ts';
import type { Read } from '../../contracts/quo/quo.ts';
import { API_WEBHOOKS } from './api-webhooks.ts';
import { APP_WEBHOOKS } from './app-webhooks.ts';
import { DATED_ARTEFACTS } from './dated-artefacts.ts';
import { DATED_CALLS } from './dated-calls.ts';
import { DATED_CONTACTS } from './dated-contacts.ts';
import { DATED_MESSAGES } from './dated-messages.ts';
import { envelope, UnknownShape, type Envelope, type EventTable } from './event.ts';
import { isSampleEvent } from './sample-event.ts';
import { storableText } from '../../domain/storable-text.ts';

const DATED: EventTable = { ...DATED_CALLS, ...DATED_ARTEFACTS, ...DATED_MESSAGES, ...DATED_CONTACTS };

/** Both have `data.object`, under other names: app webhooks say `v2` or `v3`, the API's own say `v4`. */
const OBJECT_FAMILIES: Readonly<Record<string, EventTable>> = { v2: APP_WEBHOOKS, v3: APP_WEBHOOKS };
const OTHER_OBJECTS: EventTable = { ...APP_WEBHOOKS, ...API_WEBHOOKS };

/** Real events that nobody expects on a Salesforce record. */
const NOT_LOGGED = /^(task|integration)\./;

const LONGEST_TYPE = 80;

/**
 * Turns the bytes of a signed delivery into facts.
 *
 * @throws {SyntaxError} only when the bytes are not JSON
 */
export const read: Read = (body): Reading => {
    const json: unknown = JSON.parse(new TextDecoder().decode(body));
    const parsed = envelope.safeParse(json);
    if (!parsed.success) return { kind: 'unknown', type: typeOf(json), why: where(parsed.error) };
    return readEvent(parsed.data);
};

function readEvent(event: Envelope): Reading {
    const head = { type: shortened(event.type), ...(event.id === undefined ? {} : { eventId: event.id }) };
    if (NOT_LOGGED.test(event.type)) return { kind: 'ignored', ...head, why: 'nothing that is logged' };
    if (isSampleEvent(event.data)) return { kind: 'ignored', ...head, why: 'a test event of Quo' };
    const reader = Object.entries(tableOf(event) ?? {}).find(([type]) => type === event.type)?.[1];
    if (reader === undefined) return { kind: 'unknown', ...head, why: 'a type of event that we do not know' };
    try {
        return { kind: 'facts', ...head, facts: reader(event) };
    } catch (error) {
        if (error instanceof z.ZodError) return { kind: 'unknown', ...head, why: where(error) };
        if (error instanceof UnknownShape) return { kind: 'unknown', ...head, why: error.message };
        // Nested deeper than the stack: no event of Quo's, but signed, so it is kept.
        if (error instanceof RangeError) return { kind: 'unknown', ...head, why: 'nested too deep' };
        throw error;
    }
}

function tableOf(event: Envelope): EventTable | undefined {
    if (event.data['resource'] !== undefined) return DATED;
    if (event.data['object'] === undefined) return undefined;
    return OBJECT_FAMILIES[event.apiVersion ?? ''] ?? OTHER_OBJECTS;
}

/** The keys that are not as we know them; never their values, which may be a person's. */
function where(error: z.ZodError): string {
    const paths = error.issues.map((issue) => issue.path.join('.') || 'the whole');
    return `a shape that we do not know, at ${[...new Set(paths)].slice(0, 5).join(', ')}`;
}

function typeOf(json: unknown): string {
    const type: unknown = typeof json === 'object' && json !== null ? Reflect.get(json, 'type') : undefined;
    return typeof type === 'string' && type !== '' ? shortened(type) : 'none';
}

function shortened(type: string): string {
    return storableText(storableText(type).slice(0, LONGEST_TYPE));
}
