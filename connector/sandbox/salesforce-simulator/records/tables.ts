import type { Schema } from '../schema/schema.ts';
import type { SObject } from '../schema/types.ts';
import { createJournal, type Journal } from './journal.ts';
import { createTable, type Table } from './table.ts';
import type { Row } from './row.ts';

/** Every record of the org. */
export interface Tables {
    readonly journal: Journal;
    of(object: SObject): Table;
    /** The row with this 18-character id, whatever its object. */
    byId(schema: Schema, id: string): Row | undefined;
    /** Takes over a schema that a deploy extended. */
    redefine(schema: Schema): void;
}

export function createTables(): Tables {
    const journal = createJournal();
    const tables = new Map<string, Table>();
    const of = (object: SObject): Table => {
        let table = tables.get(object.name);
        if (!table) {
            table = createTable(object, journal);
            tables.set(object.name, table);
        }
        return table;
    };
    return {
        journal,
        of,
        byId: (schema, id) => {
            const object = schema.ofId(id);
            return object && of(object).get(id);
        },
        redefine: (schema) => {
            for (const object of schema.objects) of(object).redefine(object);
        }
    };
}
