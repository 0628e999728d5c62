import type { PackageModel } from 'salesforce-metadata/package-model.ts';
import type { Problem } from 'salesforce-metadata/problem.ts';
import { checkComponentConfigs } from './rules/component-configs.ts';
import { checkDashboardRules } from './rules/dashboards.ts';
import { checkFieldRules } from './rules/fields.ts';
import { checkFlowRules } from './rules/flows.ts';
import { checkKeys } from './rules/keys.ts';
import { checkLabelRules } from './rules/labels.ts';
import { checkLayoutRules } from './rules/layouts.ts';
import { checkListViewRules } from './rules/list-views.ts';
import { checkObjectRules } from './rules/objects.ts';
import { checkPathRules } from './rules/paths.ts';
import { checkPermissionRules } from './rules/permission-sets.ts';
import { checkReportTypeRules } from './rules/report-types.ts';
import { checkReportRules } from './rules/reports.ts';

const CHECKS = [
    ...[checkFieldRules, checkKeys, checkObjectRules, checkLayoutRules, checkListViewRules, checkPermissionRules],
    ...[checkReportTypeRules, checkReportRules, checkDashboardRules, checkComponentConfigs, checkLabelRules],
    ...[checkFlowRules, checkPathRules]
];

/** What the platform refuses although every element is well-formed and every name exists. */
export function checkRules(model: PackageModel): Problem[] {
    return CHECKS.flatMap((check) => check(model));
}
