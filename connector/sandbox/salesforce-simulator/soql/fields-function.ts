import type { FieldType as Selected } from '@jetstreamapp/soql-parser-js';
import type { SObject } from '../schema/types.ts';
import { malformed } from './errors.ts';
import type { Scope } from './scope.ts';

/** Rows that `FIELDS(ALL)` and `FIELDS(CUSTOM)` may ask for. */
const UNBOUNDED_LIMIT = 200;

/** Replaces `FIELDS(ALL | STANDARD | CUSTOM)` by the fields that it stands for. @throws {OrgError} MALFORMED_QUERY */
export function expandFields(scope: Scope, selected: readonly Selected[], limit: number | undefined): Selected[] {
    return selected.flatMap((item): Selected[] => {
        if (item.type !== 'FieldFunctionExpression' || item.functionName.toUpperCase() !== 'FIELDS') return [item];
        const which = fieldSetOf(item.parameters[0]);
        if (which !== 'STANDARD' && (limit === undefined || limit > UNBOUNDED_LIMIT)) {
            throw malformed(`The SOQL FIELDS function must have a LIMIT of at most ${UNBOUNDED_LIMIT}`);
        }
        const named = new Set(selected.map((other) => (other.type === 'Field' ? other.field.toLowerCase() : '')));
        return fieldNames(scope, scope.object, which)
            .filter((name) => !named.has(name.toLowerCase()))
            .map((field) => ({ type: 'Field', field }));
    });
}

function fieldSetOf(parameter: unknown): string {
    return typeof parameter === 'string' ? parameter.toUpperCase() : '';
}

function fieldNames(scope: Scope, object: SObject, which: string): string[] {
    if (!['ALL', 'STANDARD', 'CUSTOM'].includes(which)) throw malformed(`unexpected token: '${which}'`);
    return object.fields
        .filter((field) => scope.caller.access.field(object, field).read)
        .filter((field) => which === 'ALL' || field.custom === (which === 'CUSTOM'))
        .map((field) => field.name);
}
