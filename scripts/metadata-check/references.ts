import type { PackageModel } from 'salesforce-metadata/package-model.ts';
import type { Problem } from 'salesforce-metadata/problem.ts';
import { checkApps } from './references/apps.ts';
import { checkBundles } from './references/bundles.ts';
import { checkDashboards } from './references/dashboards.ts';
import { checkExternalClientApp } from './references/external-client-app.ts';
import { checkFlexipages } from './references/flexipages.ts';
import { checkLayouts } from './references/layouts.ts';
import { checkListViews } from './references/list-views.ts';
import { checkObjects } from './references/objects.ts';
import { checkPermissionSetGroups } from './references/permission-set-groups.ts';
import { checkPermissionSets } from './references/permission-sets.ts';
import { checkReportTypes } from './references/report-types.ts';
import { checkReports } from './references/reports.ts';

const CHECKS = [
    ...[checkObjects, checkLayouts, checkListViews, checkPermissionSets, checkApps, checkFlexipages],
    ...[checkReportTypes, checkReports, checkDashboards, checkBundles, checkExternalClientApp, checkPermissionSetGroups]
];

/** Everything that is named anywhere exists. */
export function checkReferences(model: PackageModel): Problem[] {
    return CHECKS.flatMap((check) => check(model));
}
