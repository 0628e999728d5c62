import { dayOf } from '../soql/time-zone.ts';
import type { FormulaType } from './field-types.ts';

/** The functions that the library lacks, or that need to know more than it does. */
interface OwnFunction {
    readonly argument: readonly { readonly type: string }[];
    readonly returns: { readonly type: string } | { readonly type: 'template'; readonly ref: string };
}

const ANY = { type: 'any' };
const STRING = { type: 'string' };
const BOOLEAN = { type: 'boolean' };
/** What comes out is of the type of what goes in. */
const SAME = { type: 'template', ref: 'T' } as const;

const OWN: Readonly<Record<string, OwnFunction>> = {
    REGEX: { argument: [STRING, STRING], returns: BOOLEAN },
    ISNEW: { argument: [], returns: BOOLEAN },
    ISCHANGED: { argument: [ANY], returns: BOOLEAN },
    PRIORVALUE: { argument: [SAME], returns: SAME }
};

/** Their types, beside those of the fields. */
export const ownFunctionTypes = Object.fromEntries(
    Object.entries(OWN).map(([name, { argument, returns }]) => [
        name,
        { type: 'function', arguments: argument.map((type) => ({ argument: type, optional: false })), returns }
    ])
) as unknown as Record<string, FormulaType>;

/** What the functions below look at beside their arguments. */
export interface Circumstances {
    readonly isNew: boolean;
    /** Milliseconds since 1970. */
    readonly now: number;
    /** The org's. */
    readonly timeZone: string;
}

/** The names that calls get instead of the library's own, which nothing else could take the place of. */
export const REPLACED: ReadonlySet<string> = new Set(['TODAY', 'NOW', 'TIMENOW', 'ISPICKVAL']);

/** What a call of `TODAY` and the like is called inside. */
export function insideName(name: string): string {
    return `$${name}`;
}

/** The functions by name, as a formula under evaluation finds them. */
export function functionsIn({ isNew, now, timeZone }: Circumstances): Record<string, unknown> {
    return {
        REGEX: (text: string | null, pattern: string) => new RegExp(`^(?:${pattern})$`).test(text ?? ''),
        ISNEW: () => isNew,
        $CHANGED: (value: unknown, prior: unknown) => !isNew && (value ?? '') !== (prior ?? ''),
        // The library's own reads the machine's clock, and has no answer for a picklist that is empty.
        $TODAY: () => dayOf(now, timeZone),
        $NOW: () => new Date(now).toISOString(),
        $TIMENOW: () => new Date(now).toISOString().slice(11),
        $ISPICKVAL: (value: unknown, wanted: unknown) => (value ?? '') === (wanted ?? '')
    };
}
