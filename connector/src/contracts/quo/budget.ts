/**
 * Who goes first when requests to Quo wait: contacts while it rings; contacts of texts and of calls that are over, and
 * recordings that somebody plays; what is asked about calls and texts at leisure; the run over everybody.
 */
export type QuoLane = 'ringing' | 'just-in-time' | 'calls' | 'full';

/** The requests that one API key may make, shared by every process that uses it. */
export interface QuoBudget {
    /**
     * Waits until a request may start.
     *
     * @returns to be called when the answer has come, or none will: its place is free again a second later
     * @throws the signal's reason
     */
    take(lane: QuoLane, signal?: AbortSignal): Promise<() => void>;
    /** Quo said that its second is spent: nobody starts anything for one. */
    spent(): void;
}
