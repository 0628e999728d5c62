import { z } from 'zod';
import {
    allowance,
    checkLines,
    compared,
    completenessTotals,
    estimateState,
    fieldDefinitions,
    fieldShapes,
    inboxes,
    orgFields,
    orgQueues,
    orgUsers,
    progressState,
    quoUsers,
    quoKeyTrial,
    taskPicklists
} from './stored-values.ts';
import type { LongTask } from './progress.ts';

/** What a value is called in the store, and what it has to be to be read back. */
export interface Key<T> {
    readonly name: string;
    /** @returns `undefined` for what another version wrote differently: it counts as never kept */
    parse(this: void, stored: unknown): T | undefined;
}

/** Small values kept between starts and shared by all processes: what was read from the platforms, how far work is. */
export interface KeyValueStore {
    get<T>(connection: string, key: Key<T>): Promise<{ readonly value: T; readonly ageMs: number } | undefined>;
    set<T>(connection: string, key: Key<T>, value: NoInfer<T>): Promise<void>;
    delete(connection: string, key: Key<unknown>): Promise<void>;
}

/** Every value that is kept. Names are what stands in the database: they stay. */
export const KEYS = {
    /** The org that the connection's people and records are of; never replaced. */
    organization: key('organization', z.string()),
    /** The Quo workspace that its calls are of, and a fingerprint of what led there by environment. */
    workspace: key('workspace', z.object({ organizationId: z.string(), provedBy: z.string() })),
    inboxes: key('inboxes', inboxes),
    quoUsers: key('quo-users', quoUsers),
    /** Admins' own contact fields in Quo. */
    quoContactFields: key('quo-contact-fields', fieldDefinitions),
    orgUsers: key('org-users', orgUsers),
    orgQueues: key('org-queues', orgQueues),
    /** Names of users, by id, that the people they own carry. */
    ownerNames: key('owner-names', z.record(z.string(), z.string())),
    taskPicklists: key('vocabulary', taskPicklists),
    /** What the fields of `Sona_Call__c` can hold. */
    sonaFields: key('sona-fields', fieldShapes),
    /** What the org lacks for transcripts, since when they wait, and whether somebody wants it asked again. */
    transcriptAccess: key(
        'transcript-access',
        z.object({ missing: z.array(z.string()), since: z.string().optional(), isStale: z.boolean().optional() })
    ),
    /** Phone fields of the org that live look-ups search instead of filtering. */
    fieldsNotFiltered: key('fields-not-filtered', z.array(z.string())),
    /** What an admin can choose among the org's fields. */
    orgFields: key('org-fields', orgFields),
    /** Under which key the connector reports to the org, what it said last and when; `isRefused`: the org took nothing. */
    connectionReport: key(
        'connection-report',
        z.object({
            key: z.string(),
            said: z.string(),
            step: z.string(),
            at: z.string(),
            isRefused: z.boolean().optional()
        })
    ),
    /** API calls of the org's day, as Salesforce told last: a process that just began must not think the budget spent. */
    orgAllowance: key('org-allowance', allowance),
    /** Tasks that people changed are followed from here: `SystemModstamp` of the last one. */
    manualChangesSince: key('touched-since', z.string()),
    /** When a refresh of the directory was last requested, ISO 8601. */
    directoryRequested: key('directory-asked', z.string()),
    /** When a comparison with Quo was last requested, ISO 8601. */
    reconcileRequested: key('repair-asked', z.string()),
    /** When Salesforce's records were last requested to be counted, and since when that is done, ISO 8601. */
    countRequested: key('count-asked', z.string()),
    countedSince: key('counted-since', z.string()),
    /** Where the calls and texts of the last seven days are. */
    completeness: key('completeness', completenessTotals),
    /** How far Quo's lists were compared with what is known here. */
    compared: key('compared-with-quo', compared),
    /** How many activities became due when rendering again began. */
    rerenderTotal: key('again-since', z.object({ total: z.number() })),
    /** What came of the last delivery with a good signature. */
    webhookArrived: key('webhook-arrived', z.string()),
    /** Why the last delivery with a bad one was refused. */
    webhookRefused: key('webhook-refused', z.string()),
    /** When a test event was requested, ISO 8601. */
    webhookTested: key('webhook-test', z.string()),
    /** How far the test of a Quo API key is. */
    quoKeyTrial: key('quo-key', quoKeyTrial),
    /** The check list as it was last. */
    checks: key('checks', checkLines),
    /** The filter of the last full run, as canonical JSON; absent when people came since whom it left out. */
    fullRunFilter: key('people-run-covers', z.string()),
    /** `true`: contacts of before are known. `behind`: the directory changed while the sync was off. */
    contactsLinked: key('quo-contacts-adopted', z.union([z.literal(true), z.literal('behind')])),
    /** Set when Quo was out of reach; its age counts. */
    contactSyncResting: key('people-sync-resting', z.literal(true)),
    /** What putting everybody into Quo would take. */
    contactSyncEstimate: key('people-estimate', estimateState)
};

/** How far a long task is. */
export function progressKey(task: LongTask) {
    return key(`progress-${task}`, progressState);
}

function key<T>(name: string, schema: z.ZodType<T>): Key<T> {
    return {
        name,
        parse(stored) {
            const read = schema.safeParse(stored);
            return read.success ? read.data : undefined;
        }
    };
}
