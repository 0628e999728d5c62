import type { ErrorNote } from '../errors/errors.ts';

/** Settings of a connection as they are stored, with whatever a later version put there. */
export type StoredSettings = Readonly<Record<string, unknown>>;

export interface ConnectionRow {
    readonly id: string;
    readonly settings: StoredSettings;
    readonly pausedForMs?: number;
    readonly pausedBecause?: ErrorNote;
}

export interface ConnectionStore {
    ensure(id: string): Promise<void>;
    get(id: string): Promise<ConnectionRow | undefined>;
    list(): Promise<readonly ConnectionRow[]>;
    /**
     * Changes settings as they are at that moment: of several changes at once, in whatever process, each sees the one before.
     *
     * @param change may be called again, so it does nothing else; `undefined` from it leaves all as it is
     * @returns what is kept now; `undefined` where nothing was changed, or there is no such connection
     */
    changeSettings(
        id: string,
        change: (stored: StoredSettings) => StoredSettings | undefined
    ): Promise<StoredSettings | undefined>;
}
