/** What must run once across all processes, for one connection at a time. */
export type JobName = 'flush' | 'ask' | 'directory' | 'repair' | 'count' | 'people-sync';

/** @returns `'again'` when there is more to do: it is asked for again, behind whoever waits by now */
export type Handler = (connection: string, signal: AbortSignal) => Promise<unknown>;

/** Spreads work over processes: single flight per job and connection, recovery after a crash. */
export interface Engine {
    /** Handlers run with a signal that aborts on shutdown. A handler that throws is tried again later. */
    start(handlers: Partial<Record<JobName, Handler>>): Promise<void>;
    /** Asks for a job; while one waits or runs for the connection, asking again changes nothing. */
    request(job: JobName, connections: readonly string[]): Promise<void>;
    /** Waits for the handlers that run, at most `graceMs`. */
    stop(graceMs?: number): Promise<void>;
}
