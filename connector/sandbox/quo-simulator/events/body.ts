import type { Family } from '../world/records.ts';
import { appBody } from './app-webhook.ts';
import { datedBody } from './dated.ts';
import type { Json, QuoEvent, Scenery } from './event.ts';
import { v4Body } from './v4.ts';

/** What a webhook of that family is sent; `undefined` when the family has no such event. */
export function bodyOf(event: QuoEvent, family: Family, scenery: Scenery): Json | undefined {
    const body = formOf(event, family, scenery);
    return body !== undefined && event.offsetTimes ? (withOffsets(body) as Json) : body;
}

function formOf(event: QuoEvent, family: Family, scenery: Scenery): Json | undefined {
    switch (family) {
        case '2026-03-30':
            return datedBody(event, scenery);
        case 'v4':
            return v4Body(event, scenery);
        case 'v3':
        case 'v2':
            return appBody(event, family, scenery);
    }
}

/** A v3 delivery was seen with times like `2025-11-25T05:14:12+00:00`. */
function withOffsets(value: unknown): unknown {
    if (typeof value === 'string') return value.replace(/^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)\.\d{3}Z$/, '$1+00:00');
    if (Array.isArray(value)) return value.map(withOffsets);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withOffsets(inner)]));
}
