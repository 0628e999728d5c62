export interface AuditRow {
    readonly seq: number;
    readonly at: string;
    readonly actor: string;
    readonly action: string;
    readonly detail: Readonly<Record<string, unknown>>;
}

/** Who did what in the console, and what the connector did for them. Nothing removes an entry. */
export interface AuditStore {
    append(
        connection: string,
        entry: {
            /** Who signed in, or `connector`. */
            readonly actor: string;
            /** `sign-in`, `preferences.saved`, `recording.played` … */
            readonly action: string;
            readonly detail?: Readonly<Record<string, unknown>>;
        }
    ): Promise<void>;
    /** Newest first; `before`: the `seq` where the last page ended; `action`: this one only. */
    list(
        connection: string,
        page?: { readonly limit?: number; readonly before?: number; readonly action?: string }
    ): Promise<readonly AuditRow[]>;
}
