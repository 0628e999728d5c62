export interface AllowanceStore {
    /** Takes `calls` from the day's budget before they are made. @returns false when the budget has not that many left */
    reserve(connection: string, calls: number, budget: number): Promise<boolean>;
    /** API calls that we made in the last 24 hours. */
    used(connection: string): Promise<number>;
}

/** Small values read from the platforms and kept between starts: inboxes, users, the org's vocabulary. */
export interface KeyValueStore {
    recall<T>(connection: string, name: string): Promise<{ readonly value: T; readonly ageMs: number } | undefined>;
    remember(connection: string, name: string, value: unknown): Promise<void>;
    forget(connection: string, name: string): Promise<void>;
}

/** Tokens and keys, encrypted at rest. */
export interface Vault {
    read(connection: string, name: string): Promise<string | undefined>;
    write(connection: string, name: string, secret: string): Promise<void>;
    erase(connection: string, name?: string): Promise<void>;
    /**
     * Runs `change` while no other process can run it for the same connection and name, with the stored secret in its
     * newest form; what it returns is stored before anybody else can read.
     */
    exchange(
        connection: string,
        name: string,
        change: (current: string | undefined) => Promise<string>
    ): Promise<string>;
}
