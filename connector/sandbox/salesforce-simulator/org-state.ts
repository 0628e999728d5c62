import type { CompiledAssignmentRule, CompiledStep } from './automation/compile.ts';
import type { Transaction } from './automation/transaction.ts';
import type { Access } from './access/access.ts';
import type { RecordTypeIds } from './customizing/customize-object.ts';
import type { SchemaSettings } from './metadata/build-schema.ts';
import type { PermissionSet } from './metadata/permission-set.ts';
import type { PackageContents } from './metadata/read-package.ts';
import type { Tables } from './records/tables.ts';
import type { DuplicateRule } from './rules/duplicate-rules.ts';
import type { Locks } from './rules/locks.ts';
import type { RecordFault } from './rules/record-faults.ts';
import type { ValidationRule } from './rules/validation-rules.ts';
import type { Schema } from './schema/schema.ts';
import type { SharingModel } from './schema/types.ts';

/** What distinguishes this org from another. */
export interface OrgSettings extends SchemaSettings {
    /** `68.0`: the newest version offered. */
    readonly apiVersion: string;
    readonly namespace: string;
    /** API calls in 24 hours; what `Sforce-Limit-Info` counts against. */
    readonly dailyApiRequests: number;
    /** The org's time zone, which date literals and `HOUR_IN_DAY` follow. */
    readonly timeZone: string;
}

/** Everything that the org holds. The simulator changes it in place; only deploys replace the schema. */
export interface OrgState {
    readonly settings: OrgSettings;
    readonly organizationId: string;
    readonly tables: Tables;
    readonly locks: Locks;
    readonly nextId: (prefix: string) => string;
    readonly recordTypeId: RecordTypeIds;
    /** Milliseconds since 1970, always a whole second: Salesforce keeps no finer time. */
    readonly now: () => number;
    /** In the order of their deploy. */
    packages: PackageContents[];
    schema: Schema;
    /** When a deploy last changed the schema. */
    schemaChangedAt: number;
    permissionSets: PermissionSet[];
    validationRules: ValidationRule[];
    duplicateRules: DuplicateRule[];
    readonly recordFaults: RecordFault[];
    /** In the order in which they run. */
    automation: CompiledStep[];
    assignmentRules: CompiledAssignmentRule[];
    /** Saves under way that share their limits. */
    transaction: Transaction | undefined;
    /** During maintenance, records can be read only. */
    readOnly: boolean;
    /** Organization-wide defaults that differ from a new org's. */
    sharing: ReadonlyMap<string, SharingModel>;
}

/** Who is asking, and how. */
export interface Caller {
    readonly userId: string;
    readonly access: Access;
    /** `Sforce-Duplicate-Rule-Header`. */
    readonly duplicateRule: { readonly allowSave: boolean; readonly includeRecordDetails: boolean };
    /** Whether assignment rules are run: `Sforce-Auto-Assign`. */
    readonly autoAssign?: boolean;
    /** What the org held before anybody set up its rules: no rule, automation or maintenance looks at it. */
    readonly isSeed?: boolean;
}
