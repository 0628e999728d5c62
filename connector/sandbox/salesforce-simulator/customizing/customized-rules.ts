import { compileAssignmentRule, compileStep } from '../automation/compile.ts';
import type { PackageContents } from '../metadata/read-package.ts';
import type { OrgState } from '../org-state.ts';
import { compileValidationRule } from '../rules/validation-rules.ts';
import type { Schema } from '../schema/schema.ts';
import type { Customization } from './customization.ts';

type Rules = Pick<OrgState, 'validationRules' | 'duplicateRules' | 'automation' | 'assignmentRules'>;

/** The rules and the automation that an org starts with. @throws {Error} naming one that cannot be carried out */
export function customizedRules(
    schema: Schema,
    packages: readonly PackageContents[],
    { validationRules = [], duplicateRules = [], automation = [], assignmentRules = [] }: Customization
): Rules {
    const packaged = packages.flatMap((contents) => contents.validationRules);
    return {
        validationRules: [...packaged, ...validationRules].map((rule) => compileValidationRule(schema, rule)),
        duplicateRules: [...duplicateRules],
        automation: automation.map((step) => compileStep(schema, step)),
        assignmentRules: assignmentRules.map((rule) => compileAssignmentRule(schema, rule))
    };
}
