import { readFileSync } from 'node:fs';

const FIELDS = JSON.parse(readFileSync(new URL('data/field-security.json', import.meta.url), 'utf8')) as Readonly<
    Record<string, readonly string[]>
>;

/**
 * Whether field-level security covers a standard field, which is also whether a permission set may name it.
 *
 * @param field an address stands as its compound: `BillingAddress`, never `BillingCity`
 */
export function hasFieldSecurity(object: string, field: string): boolean {
    return FIELDS[object]?.includes(field) ?? false;
}
