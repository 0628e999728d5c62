import type { Preferences } from '../domain/preferences/preferences.ts';
import type { Log } from '../log.ts';
import type { Org } from '../contracts/salesforce.ts';
import { contactSync, type ContactSync } from '../pipeline/contact-sync/contact-sync.ts';
import { quoContacts } from '../quo/contacts.ts';
import type { OpenStore } from '../store/open.ts';
import { quoContactStore } from '../store/quo-contacts/quo-contacts.ts';
import { reportingRuns } from './contact-sync-progress.ts';
import type { OpenOrg, OpenQuo } from './connection-runtime.ts';

export interface ContactSyncDeps {
    readonly id: string;
    readonly org: OpenOrg;
    readonly quo: OpenQuo;
    /** Asked what its fields are. */
    readonly connected: Org;
    /** As they are now: a run over everybody outlives a change of them. */
    readonly preferences: () => Preferences;
    readonly isRehearsing: () => boolean;
    readonly store: OpenStore;
    readonly log: Log;
}

const EVERYBODY = ['Contact', 'Lead', 'Account'] as const;

/** Salesforce people in Quo, for one connection. The link to a record needs the org's address, which the first token brings. */
export function openContactSync({
    id,
    org,
    quo,
    preferences,
    isRehearsing,
    store,
    log,
    connected
}: ContactSyncDeps): ContactSync {
    let origin: string | undefined;
    const learnOrigin = async (): Promise<void> => {
        origin ??= await org.session.tokens().then(
            ({ instanceUrl }) => instanceUrl,
            () => undefined
        );
    };
    const sync = contactSync({
        connection: id,
        quo: quoContacts(quo.client),
        contacts: reportingRuns(quoContactStore(store.db), { memory: store.memory, log, nowMs: Date.now }),
        directory: store.directory,
        memory: store.memory,
        preferences,
        recordUrl: (recordId) => (origin === undefined ? undefined : `${origin}/${recordId}`),
        filterFault: async () => {
            const { objects = EVERYBODY } = preferences().contactFilter ?? {};
            const unknown = (await connected.unknownFilterFields?.(objects)) ?? [];
            return unknown.length === 0 ? undefined : { code: 'SF-FILTER-FIELD', seen: unknown.join(', ') };
        },
        // The schedule looks every few seconds whether something waits.
        requestRun: async () => {},
        isRehearsing,
        log
    });
    return afterwards(sync, learnOrigin);
}

/** Whoever needs the addresses of records asks for the org's first. */
function afterwards(sync: ContactSync, learnOrigin: () => Promise<void>): ContactSync {
    return {
        ...sync,
        onFacts: (facts) => learnOrigin().then(() => sync.onFacts(facts)),
        run: (signal) => learnOrigin().then(() => sync.run(signal)),
        estimate: (signal) => learnOrigin().then(() => sync.estimate(signal)),
        skipped: (page) => learnOrigin().then(() => sync.skipped(page))
    };
}
