import type { OrgState } from '../org-state.ts';
import type { Row } from '../records/row.ts';
import type { SObject } from '../schema/types.ts';
import { GLOBALS } from './spelling.ts';

/** The record that a formula looks at, as it would be saved and as it is. */
export interface FormulaRecord {
    readonly object: SObject;
    readonly next: Row;
    /** `undefined` when the record is new. */
    readonly previous: Row | undefined;
    /** Who saves it. */
    readonly userId: string;
}

/** The values behind the names that a formula uses, and the same of before the save under `$Prior`. */
export function valuesOf(state: OrgState, record: FormulaRecord, paths: readonly string[]): Record<string, unknown> {
    const tops = [...new Set(paths.map((path) => path.split('.')[0] as string))];
    const { object, next, previous } = record;
    const own = tops.filter((name) => !(name in GLOBALS));
    const values = viewOf(state, object, next, own);
    for (const name of tops) if (name in GLOBALS) values[name] = globalOf(state, record, name);
    // A new record has no prior values: PRIORVALUE answers the present ones.
    return { ...values, $Prior: previous ? viewOf(state, object, previous, own) : values };
}

function globalOf(state: OrgState, { next, userId }: FormulaRecord, name: string): unknown {
    const user = state.tables.byId(state.schema, userId);
    const ids: Readonly<Record<string, unknown>> = {
        $User: userId,
        $Profile: user?.ProfileId,
        $UserRole: user?.UserRoleId,
        $Organization: state.organizationId,
        $RecordType: next.RecordTypeId
    };
    return parentView(state, GLOBALS[name] as string, ids[name]);
}

function viewOf(state: OrgState, object: SObject, row: Row, names: readonly string[]): Record<string, unknown> {
    return Object.fromEntries(names.map((name) => [name, valueOf(state, object, row, name)]));
}

function valueOf(state: OrgState, object: SObject, row: Row, name: string): unknown {
    const field = state.schema.field(object, name);
    if (!field) {
        const lookup = state.schema.relationship(object, name);
        return lookup && parentView(state, lookup.referenceTo[0] ?? '', row[lookup.name]);
    }
    const value = row[field.name];
    if (field.type === 'boolean') return value === true;
    if (field.type === 'datetime') return typeof value === 'number' ? new Date(value).toISOString() : null;
    return value ?? null;
}

/** A parent's values, read when they are asked for. One that is not there has none. */
function parentView(state: OrgState, name: string, id: unknown): unknown {
    const object = state.schema.object(name);
    const row = object && typeof id === 'string' ? state.tables.of(object).get(id) : undefined;
    return new Proxy(
        {},
        { get: (_, key) => (object && typeof key === 'string' ? valueOf(state, object, row ?? {}, key) : undefined) }
    );
}
