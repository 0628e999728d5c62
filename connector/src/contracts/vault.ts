/** Tokens and keys, encrypted at rest. */
export interface Vault {
    read(connection: string, name: string): Promise<string | undefined>;
    write(connection: string, name: string, secret: string): Promise<void>;
    erase(connection: string, name?: string): Promise<void>;
    /**
     * Runs `change` while no other process runs it for the same connection and name, with the stored secret in its newest
     * form; what it returns is stored before anybody else can read, as often as the database has to be asked. Holds
     * nothing of the database meanwhile. `change` runs again where the secret was written by other means since.
     */
    exchange(
        connection: string,
        name: string,
        change: (current: string | undefined) => Promise<string>
    ): Promise<string>;
}
