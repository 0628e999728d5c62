import { unrestricted } from '../access/access.ts';
import type { OrgState } from '../org-state.ts';
import type { Row } from '../records/row.ts';
import { compileWhere } from '../soql/conditions.ts';
import { malformed } from '../soql/errors.ts';
import { parseSoql } from '../soql/parse.ts';

/** Compiles the condition of a validation rule, written as the WHERE of a query. @throws {OrgError} when it is none */
export function compileRule(
    state: OrgState,
    userId: string,
    objectName: string,
    condition: string
): (row: Row) => boolean {
    const text = `SELECT Id FROM ${objectName} WHERE ${condition}`;
    const query = parseSoql(text);
    const object = state.schema.object(objectName);
    if (!object || !query.where) throw malformed(`${objectName} is no object, or the condition is empty`);
    const caller = { userId, access: unrestricted, duplicateRule: { allowSave: true, includeRecordDetails: false } };
    const scope = { state, caller, object, text, selfNames: [objectName.toLowerCase()], all: true, base: '' };
    return compileWhere(scope, query.where, () => {
        throw malformed('A rule cannot look at other objects by a subquery.');
    }).test;
}
