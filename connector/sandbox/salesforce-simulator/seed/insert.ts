import type { OrgState } from '../org-state.ts';
import type { Row } from '../records/row.ts';

/** Puts a row into the org as it stands, unchecked. @returns its id */
export type Insert = (name: string, values: Row) => string;

/** @param userId who the rows are created by */
export function inserter(state: OrgState, userId: string): Insert {
    const at = state.now();
    return (name, values) => {
        const object = state.schema.object(name);
        if (!object) throw new Error(`The org has no object ${name}.`);
        const id = (values.Id as string | undefined) ?? state.nextId(object.keyPrefix);
        const stamps = { CreatedDate: at, CreatedById: userId, LastModifiedDate: at, LastModifiedById: userId };
        state.tables.of(object).insert({ Id: id, ...stamps, SystemModstamp: at, ...values });
        return id;
    };
}

/** The row of an object whose field has this value, letter for letter. @throws {Error} when there is none */
export function rowNamed(state: OrgState, name: string, field: string, value: string): Row {
    const found = findRow(state, name, field, value);
    if (!found) throw new Error(`The org has no ${name} whose ${field} is ${value}.`);
    return found;
}

export function findRow(state: OrgState, name: string, field: string, value: string): Row | undefined {
    const object = state.schema.object(name);
    return object && [...state.tables.of(object).all()].find((row) => row[field] === value);
}
