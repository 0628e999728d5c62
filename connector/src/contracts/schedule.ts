/** Something that is to be done again and again for a connection. */
export interface Repeated {
    readonly connection: string;
    /** Under which the last time is remembered. */
    readonly name: string;
    /** Milliseconds since the last time. */
    readonly everyMs: number;
}

/** What is due, for all connections at once: however many there are, one statement finds it. */
export interface ScheduleStore {
    /**
     * Those whose last time was so long ago, or never; and notes this time. Of several processes that ask at once, one
     * takes each.
     */
    take(repeated: readonly Repeated[]): Promise<readonly Pick<Repeated, 'connection' | 'name'>[]>;
    /**
     * Those for whose people something is to be done in Quo.
     *
     * @param scopes by connection: which people all are to be there, as it was noted of the last full run; `null`: no full run
     * @param restMs how long Quo is left alone that was out of reach
     */
    peopleWaiting(scopes: ReadonlyMap<string, string | null>, restMs: number): Promise<readonly string[]>;
}
