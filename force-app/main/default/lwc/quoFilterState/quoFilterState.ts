/** What the user wants to see. Choices are kept per user on this device; the search is not, it is of the moment. */

export type Kind = 'all' | 'calls' | 'texts' | 'sona' | 'missed';
export type DirectionChoice = 'all' | 'incoming' | 'outgoing';
export type Period = 'all' | 'today' | '7' | '30' | '90';

/** Somebody on either end: `who` is a contact or a lead, `owner` one of ours. */
export interface PersonChoice {
    readonly role: 'who' | 'owner';
    readonly id: string;
    readonly name: string;
}

export interface Filters {
    readonly kind: Kind;
    readonly direction: DirectionChoice;
    readonly person?: PersonChoice;
    readonly inbox?: string;
    readonly period: Period;
}

export const NO_FILTERS: Filters = { kind: 'all', direction: 'all', period: 'all' };

const KINDS: readonly Kind[] = ['all', 'calls', 'texts', 'sona', 'missed'];
const DIRECTIONS: readonly DirectionChoice[] = ['all', 'incoming', 'outgoing'];
const PERIODS: readonly Period[] = ['all', 'today', '7', '30', '90'];

/** How many choices narrow the list. */
export function activeFilterCount(filters: Filters): number {
    const { kind, direction, person, inbox, period } = filters;
    return [kind !== 'all', direction !== 'all', person !== undefined, inbox !== undefined, period !== 'all'].filter(
        Boolean
    ).length;
}

const oneOf = <T extends string>(allowed: readonly T[], seen: unknown, fallback: T): T =>
    allowed.find((value) => value === seen) ?? fallback;

function personIn(value: unknown): PersonChoice | undefined {
    if (typeof value !== 'object' || value === null) return undefined;
    const { role, id, name } = value as Record<string, unknown>;
    const isPerson = (role === 'who' || role === 'owner') && typeof id === 'string' && typeof name === 'string';
    return isPerson && /^[A-Za-z0-9]{15,18}$/.test(id) ? { role, id, name } : undefined;
}

/** Parses what an earlier visit kept; anything unknown falls back to "all". */
export function parseFilters(text: string | null | undefined): Filters {
    let seen: Record<string, unknown> = {};
    try {
        const value: unknown = JSON.parse(text ?? '{}');
        if (typeof value === 'object' && value !== null) seen = value as Record<string, unknown>;
    } catch {
        return NO_FILTERS;
    }
    const person = personIn(seen.person);
    return {
        kind: oneOf(KINDS, seen.kind, 'all'),
        direction: oneOf(DIRECTIONS, seen.direction, 'all'),
        period: oneOf(PERIODS, seen.period, 'all'),
        ...(person ? { person } : {}),
        ...(typeof seen.inbox === 'string' && seen.inbox ? { inbox: seen.inbox } : {})
    };
}

const storageKey = (userId: string, recordId: string | undefined) =>
    `quo.timeline.${userId}.${recordId ? recordId : 'page'}`;

/**
 * The choices of the last visit. Kind, direction and period follow the user everywhere; person and inbox belong to one
 * record, where they mean something.
 */
export function loadFilters(userId: string, recordId?: string): Filters {
    try {
        const general = parseFilters(window.localStorage.getItem(storageKey(userId, 'all')));
        const { person, inbox } = parseFilters(window.localStorage.getItem(storageKey(userId, recordId)));
        return { ...general, ...(person ? { person } : {}), ...(inbox ? { inbox } : {}) };
    } catch {
        // Storage can be switched off in the browser: then nothing is remembered, and nothing breaks.
        return NO_FILTERS;
    }
}

export function saveFilters(userId: string, recordId: string | undefined, filters: Filters): void {
    const { person, inbox, ...general } = filters;
    try {
        window.localStorage.setItem(storageKey(userId, 'all'), JSON.stringify(general));
        if (person || inbox)
            window.localStorage.setItem(storageKey(userId, recordId), JSON.stringify({ person, inbox }));
        else window.localStorage.removeItem(storageKey(userId, recordId));
    } catch {
        // As above.
    }
}
