import { PERSON_OBJECTS } from '../../domain/objects/catalogue.ts';
import type { AppStore } from '../../contracts/app-store.ts';
import type { OpenQuo } from '../../contracts/quo/platform.ts';
import type { Preferences } from '../../domain/preferences/preferences.ts';
import type { ErrorNote } from '../../errors/errors.ts';
import type { Log } from '../../log.ts';
import { contactSync, type ContactSync } from '../../pipeline/contact-sync/contact-sync.ts';
import { reportingRuns } from '../../pipeline/contact-sync/report-runs.ts';
import type { OpenOrg } from '../connections/connection-runtime.ts';

export interface ContactSyncDeps {
    readonly id: string;
    readonly org: OpenOrg;
    readonly quo: OpenQuo;
    /** As they are now: a run over everybody outlives a change of them. */
    readonly preferences: () => Preferences;
    readonly isRehearsing: () => boolean;
    readonly store: AppStore;
    readonly log: Log;
    readonly now: () => Date;
}

/** Salesforce people in Quo, for one connection. The link to a record needs the org's address, which the first token brings. */
export function openContactSync(deps: ContactSyncDeps): ContactSync {
    const { id, org, quo, preferences, isRehearsing, store, log, now } = deps;
    let origin: string | undefined;
    const learnOrigin = async (): Promise<void> => {
        origin ??= await org.administration.identity().then(
            ({ instanceUrl }) => instanceUrl,
            () => undefined
        );
    };
    const nowMs = (): number => now().getTime();
    const sync = contactSync({
        connection: id,
        quo: quo.contacts,
        contacts: reportingRuns(store.quoContacts, { memory: store.memory, log, nowMs }),
        directory: store.directory,
        memory: store.memory,
        preferences,
        recordUrl: (recordId) => (origin === undefined ? undefined : `${origin}/${recordId}`),
        filterFault: () => filterFault(org, preferences()),
        // The schedule looks every few seconds whether something waits.
        requestRun: async () => {},
        isRehearsing,
        log
    });
    return knowingOrigin(sync, learnOrigin);
}

/** A field of the filter that the org does not have: nobody is put into Quo by half a filter. */
async function filterFault({ org }: OpenOrg, { contactFilter }: Preferences): Promise<ErrorNote | undefined> {
    const unknown = (await org.unknownFilterFields?.(contactFilter?.objects ?? PERSON_OBJECTS)) ?? [];
    return unknown.length === 0 ? undefined : { code: 'SF-FILTER-FIELD', seen: unknown.join(', ') };
}

/** Whoever needs the addresses of records asks for the org's first. */
function knowingOrigin(sync: ContactSync, learnOrigin: () => Promise<void>): ContactSync {
    return {
        ...sync,
        onFacts: (facts) => learnOrigin().then(() => sync.onFacts(facts)),
        run: (signal) => learnOrigin().then(() => sync.run(signal)),
        estimate: (signal) => learnOrigin().then(() => sync.estimate(signal)),
        skipped: (page) => learnOrigin().then(() => sync.skipped(page))
    };
}
