import type { Preferences } from '../../domain/preferences/preferences.ts';
import type { ErrorNote } from '../../errors/errors.ts';
import type { Log } from '../../log.ts';
import type { QuoContacts, QuoContactStore } from '../../contracts/quo/contacts.ts';
import type { KeyValueStore } from '../../contracts/key-value.ts';
import type { DirectoryStore } from '../../contracts/store.ts';

/** What putting the people of one connection into Quo needs. */
export interface ContactSyncEngineDeps {
    readonly connection: string;
    readonly quo: QuoContacts;
    readonly contacts: QuoContactStore;
    readonly directory: Pick<DirectoryStore, 'lookup' | 'people' | 'choices' | 'counts'>;
    readonly memory: KeyValueStore;
    readonly preferences: () => Preferences;
    /** The page of a record in Salesforce; undefined while the org's address is not known. */
    readonly recordUrl: (id: string) => string | undefined;
    /** What is wrong with the filter of people in this org; absent: nothing is known to be. */
    readonly filterFault?: () => Promise<ErrorNote | undefined>;
    /** Asks that `run` be called soon, by whatever process; asking again while it runs changes nothing. */
    readonly requestRun: () => Promise<void>;
    /** Everything else runs and nothing is to be written. Default: no. */
    readonly isRehearsing?: () => boolean;
    readonly log: Log;
}
