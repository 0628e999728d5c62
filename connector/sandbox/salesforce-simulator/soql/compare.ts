import type { Value } from '../records/row.ts';
import type { Field } from '../schema/types.ts';

const collator = new Intl.Collator('en', { sensitivity: 'accent', numeric: false });

/** How values of a field are told apart: texts without regard to case, unless the field is case-sensitive. */
export function keyOf(field: Field, value: Value): Value {
    if (value === undefined) return null;
    return typeof value === 'string' && !isExact(field) ? value.toLowerCase() : value;
}

function isExact(field: Field): boolean {
    return field.caseSensitive || field.type === 'id' || field.type === 'reference';
}

/** The order of two values of a field that are both there. Ids are in the order of their letters' codes. */
export function compareValues(field: Field, a: Value, b: Value): number {
    const isId = field.type === 'id' || field.type === 'reference';
    if (!isId && typeof a === 'string' && typeof b === 'string') return collator.compare(a, b);
    if (a === b) return 0;
    return (a as string | number) < (b as string | number) ? -1 : 1;
}

/** `%` and `_` of a LIKE pattern as a regular expression; `\` before one of them makes it a plain character. */
export function likePattern(pattern: string, caseSensitive: boolean): RegExp {
    const source = pattern.replace(
        /\\([\\%_])|([%_])|[.*+?^${}()|[\]\\/-]/g,
        (found, escaped?: string, wild?: string) => {
            if (wild === '%') return '[\\s\\S]*';
            if (wild === '_') return '[\\s\\S]';
            return `\\${escaped ?? found}`.replace('\\%', '%').replace('\\_', '_');
        }
    );
    return new RegExp(`^${source}$`, caseSensitive ? 'u' : 'iu');
}
