import { readSharing } from './access/sharing-models.ts';
import { buildSchema } from './metadata/build-schema.ts';
import { checkPermissionSets } from './metadata/check-permission-sets.ts';
import { readPackage } from './metadata/read-package.ts';
import { readSourceFiles } from './metadata/source-files.ts';
import { DEFAULTS, type OrgOptions } from './options.ts';
import type { OrgState } from './org-state.ts';
import { createIds, toId18 } from './records/ids.ts';
import { createTables } from './records/tables.ts';
import { createLocks } from './rules/locks.ts';
import { seedRecords } from './seed/seed.ts';
import { addStandingData, type StandingData } from './seed/standing-data.ts';
import { createCursors } from './rest/cursors.ts';
import type { Org } from './rest/exchange.ts';
import { createUsage } from './rest/usage.ts';

/** An org with its records, before anything listens. */
export interface BuiltOrg extends Org {
    readonly standing: StandingData;
}

/** Builds the org that the options describe. @throws {Error} naming what a package declares that cannot be simulated */
export function buildOrg(options: OrgOptions): BuiltOrg {
    const clock = options.clock ?? Date.now;
    const now = (): number => Math.floor(clock() / 1_000) * 1_000;
    const features = {
        personAccounts: options.personAccounts ?? false,
        sharedActivities: options.sharedActivities ?? false
    };
    const namespace = options.namespace ?? '';
    const own = readPackage((options.packages ?? []).flatMap(readSourceFiles), namespace);
    const others = (options.metadata ?? []).map((folder) => readPackage(readSourceFiles(folder)));
    const packages = [own, ...others];
    const nextId = createIds();
    const schema = buildSchema(packages, features);
    const permissionSets = packages.flatMap((contents) => [...contents.permissionSets]);
    checkPermissionSets(schema, permissionSets);
    const state: OrgState = {
        settings: {
            apiVersion: options.apiVersion ?? DEFAULTS.apiVersion,
            namespace,
            ...features,
            dailyApiRequests: options.dailyApiRequests ?? DEFAULTS.dailyApiRequests,
            timeZone: options.timeZone ?? DEFAULTS.timeZone
        },
        organizationId: organizationIdOf(options) ?? nextId('00D'),
        tables: createTables(),
        locks: createLocks(),
        nextId,
        now,
        packages,
        schema,
        schemaChangedAt: now(),
        permissionSets,
        validationRules: [],
        duplicateRules: [],
        recordFaults: [],
        sharing: readSharing(schema, options.sharing ?? {}, features.personAccounts)
    };
    const standing = addStandingData(state, options.runAs);
    if (options.seed) seedRecords(state, standing, options.seed);
    return {
        state,
        standing,
        usage: createUsage(state.settings.dailyApiRequests, now),
        cursors: createCursors(nextId, now),
        jobs: new Map()
    };
}

/** An access token begins with the id of its org. */
function organizationIdOf(options: OrgOptions): string | undefined {
    const id = /^(00D\w{12})(?:\w{3})?!/.exec(options.accessToken ?? '')?.[1];
    return id === undefined ? undefined : toId18(id);
}
