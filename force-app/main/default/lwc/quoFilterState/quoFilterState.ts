/** What the user wants to see. Kind, direction and period are kept for the next page of the same kind; nothing else is. */

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

/** Parses what an earlier visit kept; anything unknown falls back to "all". */
function parseFilters(text: string | null): Filters {
    let seen: Record<string, unknown> = {};
    try {
        const value: unknown = JSON.parse(text ?? '{}');
        if (typeof value === 'object' && value !== null) seen = value as Record<string, unknown>;
    } catch {
        return NO_FILTERS;
    }
    return {
        kind: oneOf(KINDS, seen.kind, 'all'),
        direction: oneOf(DIRECTIONS, seen.direction, 'all'),
        period: oneOf(PERIODS, seen.period, 'all')
    };
}

/** Where versions before kept people and inboxes, by name. */
const FORMER_PREFIX = 'quo.timeline.';

const storageKey = (userId: string, pageKind: string) => `quo.filters.${userId}.${pageKind}`;

function removeFormerFilters(storage: Storage): void {
    for (const key of Object.keys(storage)) if (key.startsWith(FORMER_PREFIX)) storage.removeItem(key);
}

/**
 * The choices of the user's last visit to a page of this kind, in this browser. Person and inbox are never among them:
 * they belong to the record at hand, and a name does not stay on a device.
 *
 * @param pageKind an object's API name for record pages, else `mine` or `everyone`
 */
export function loadFilters(userId: string, pageKind: string): Filters {
    try {
        removeFormerFilters(window.localStorage);
        return parseFilters(window.localStorage.getItem(storageKey(userId, pageKind)));
    } catch {
        // Storage can be switched off in the browser: then nothing is remembered, and nothing breaks.
        return NO_FILTERS;
    }
}

export function saveFilters(userId: string, pageKind: string, { kind, direction, period }: Filters): void {
    try {
        window.localStorage.setItem(storageKey(userId, pageKind), JSON.stringify({ kind, direction, period }));
    } catch {
        // As above.
    }
}
