import type { Family } from '../world/records.ts';
import { appBody } from './app-webhook.ts';
import { datedBody } from './dated.ts';
import type { Json, QuoEvent, Scenery } from './event.ts';
import { v4Body } from './v4.ts';

/** What a webhook of that family is sent; `undefined` when the family has no such event. */
export function bodyOf(event: QuoEvent, family: Family, scenery: Scenery): Json | undefined {
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
