import { readSharing } from './access/sharing-models.ts';
import { customizedRules } from './customizing/customized-rules.ts';
import { createRecordTypeIds } from './customizing/record-type-ids.ts';
import { buildSchema } from './metadata/build-schema.ts';
import { checkPermissionSets } from './metadata/check-permission-sets.ts';
import { readPackage } from './metadata/read-package.ts';
import { readSourceFiles } from './metadata/source-files.ts';
import { DEFAULTS, type OrgOptions } from './options.ts';
import type { OrgSettings, OrgState } from './org-state.ts';
import { createIds, toId18 } from './records/ids.ts';
import { createTables } from './records/tables.ts';
import { createLocks } from './rules/locks.ts';
import { seedRecords } from './seed/seed.ts';
import { addStandingData, type StandingData } from './seed/standing-data.ts';
import { createCursors } from './api/cursors.ts';
import type { Org } from './api/exchange.ts';
import { createUsage } from './api/usage.ts';

/** An org with its records, before anything listens. */
export interface BuiltOrg extends Org {
    readonly standing: StandingData;
}

/** Builds the org that the options describe. @throws {Error} naming what a package declares that cannot be simulated */
export function buildOrg(options: OrgOptions): BuiltOrg {
    const clock = options.clock ?? Date.now;
    const now = (): number => Math.floor(clock() / 1_000) * 1_000;
    const nextId = createIds();
    const state = createState(options, now, nextId);
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

function createState(options: OrgOptions, now: () => number, nextId: (prefix: string) => string): OrgState {
    const settings = settingsOf(options);
    const own = readPackage((options.packages ?? []).flatMap(readSourceFiles), settings.namespace);
    const others = (options.metadata ?? []).map((folder) => readPackage(readSourceFiles(folder)));
    const packages = [own, ...others];
    const recordTypeId = createRecordTypeIds(nextId);
    const schema = buildSchema(packages, settings, recordTypeId);
    const permissionSets = packages.flatMap((contents) => [...contents.permissionSets]);
    checkPermissionSets(schema, permissionSets);
    return {
        settings,
        organizationId: organizationIdOf(options) ?? nextId('00D'),
        tables: createTables(),
        locks: createLocks(),
        nextId,
        recordTypeId,
        now,
        packages,
        schema,
        schemaChangedAt: now(),
        permissionSets,
        ...customizedRules(schema, packages, settings.customization),
        recordFaults: [],
        transaction: undefined,
        readOnly: false,
        sharing: readSharing(schema, options.sharing ?? {}, settings.personAccounts)
    };
}

function settingsOf(options: OrgOptions): OrgSettings {
    return {
        apiVersion: options.apiVersion ?? DEFAULTS.apiVersion,
        namespace: options.namespace ?? '',
        personAccounts: options.personAccounts ?? false,
        sharedActivities: options.sharedActivities ?? false,
        customization: options.customization ?? {},
        dailyApiRequests: options.dailyApiRequests ?? DEFAULTS.dailyApiRequests,
        timeZone: options.timeZone ?? DEFAULTS.timeZone
    };
}

/** An access token begins with the id of its org. */
function organizationIdOf(options: OrgOptions): string | undefined {
    const id = /^(00D\w{12})(?:\w{3})?!/.exec(options.accessToken ?? '')?.[1];
    return id === undefined ? undefined : toId18(id);
}
