import type { OrgState } from '../org-state.ts';
import type { Row } from '../records/row.ts';
import type { SObject } from '../schema/types.ts';

const PLACE = /\{(0+)\}/;

/** The next auto numbers of an object: `Q-{0000}` becomes `Q-0001`, `Q-0002`… */
export function autoNumbers(state: OrgState, object: SObject): Row {
    const values: Row = {};
    for (const field of object.fields) {
        if (!field.autoNumber) continue;
        const number = String(state.tables.of(object).size + 1);
        values[field.name] = (field.displayFormat ?? '{0}').replace(PLACE, (_, zeros: string) =>
            number.padStart(zeros.length, '0')
        );
    }
    return values;
}
