import type { Named, Value } from './nodes';
import type { Person } from './row';

/** The value of a field; undefined when it is empty or not readable. */
export const valueOf = <T>(field: Value<T> | null | undefined): T | undefined => field?.value ?? undefined;
/** A person or company that the user may see; one without a name is not shown. */
export const personOf = (named: Named | null | undefined): Person | undefined => {
    const name = valueOf(named?.Name);
    return named?.Id && name ? { id: named.Id, name } : undefined;
};
/** Leaves out what is not there, so that a row says nothing instead of saying "undefined". */
export function definedOnly<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
    return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}

/** ISO with milliseconds and `Z`, so that texts of instants compare as the instants do. */
export function instantOf(text: string | undefined): string | undefined {
    const at = text ? Date.parse(text) : NaN;
    return Number.isNaN(at) ? undefined : new Date(at).toISOString();
}
