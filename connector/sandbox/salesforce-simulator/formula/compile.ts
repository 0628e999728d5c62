import { create, parseSync, type FormulaReturnType, type SyncParseOptions } from 'sformula';
import type { OrgState } from '../org-state.ts';
import type { Schema } from '../schema/schema.ts';
import type { SObject } from '../schema/types.ts';
import { typesOf } from './field-types.ts';
import { functionsIn, ownFunctionTypes } from './platform-functions.ts';
import { valuesOf, type FormulaRecord } from './record-values.ts';
import { rewriteCalls, type Node } from './rewrite.ts';
import { spellAsDefined } from './spelling.ts';

/** A formula of one object, ready to be evaluated. @returns the value; `null` for a blank one */
export type Formula = (state: OrgState, record: FormulaRecord) => unknown;

/**
 * Compiles a Salesforce formula.
 *
 * @param returnType refuses a formula of another type; `undefined` takes any
 * @param where names the formula in the error: `Validation rule Lead.Phone_Format`
 * @throws {Error} naming the function, field or place that is not known here
 */
export function compileFormula(
    schema: Schema,
    object: SObject,
    formula: string,
    returnType: FormulaReturnType | undefined,
    where: string
): Formula {
    try {
        const inputTypes = { ...typesOf(schema, object), ...ownFunctionTypes } as SyncParseOptions['inputTypes'] &
            object;
        const { compiled } = parseSync(spellAsDefined(schema, object, formula), {
            inputTypes,
            ...(returnType === undefined ? {} : { returnType })
        });
        const expression = rewriteCalls(compiled.expression as unknown as Node);
        const calculated = create({ ...compiled, expression: expression as unknown as typeof compiled.expression });
        return (state, record) => {
            const isNew = record.previous === undefined;
            return calculated.evaluate({
                ...valuesOf(state, record, compiled.fields),
                ...functionsIn({ isNew, now: state.now(), timeZone: state.settings.timeZone })
            }) as unknown;
        };
    } catch (error) {
        throw new Error(`${where}: the simulated org cannot evaluate its formula: ${(error as Error).message}`);
    }
}
