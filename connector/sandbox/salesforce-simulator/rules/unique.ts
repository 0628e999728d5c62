import { refused } from '../org-error.ts';
import type { OrgState } from '../org-state.ts';
import { isDeleted, type Row } from '../records/row.ts';
import type { SObject } from '../schema/types.ts';

/** @throws {OrgError} DUPLICATE_VALUE when another live record holds a unique value already */
export function checkUnique(state: OrgState, object: SObject, values: Row, self: Row | undefined): void {
    const table = state.tables.of(object);
    for (const name in values) {
        const value = values[name];
        const field = value === null || value === undefined ? undefined : state.schema.field(object, name);
        if (!field?.unique) continue;
        const other = table.find(name, value)?.find((row) => row !== self && !isDeleted(row));
        if (other) {
            const id15 = String(other.Id).slice(0, 15);
            throw refused(
                'DUPLICATE_VALUE',
                `duplicate value found: ${name} duplicates value on record with id: ${id15}`
            );
        }
    }
}
