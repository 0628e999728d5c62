import { errorData, type Log } from '../log.ts';

export interface Repeated {
    readonly what: string;
    readonly everyMs: number;
    /** Also now. */
    readonly isDueAtOnce?: boolean;
    readonly run: () => Promise<void>;
}

/** Runs something every so often; a failure is logged and changes nothing. @returns stops it */
export function repeat({ what, everyMs, isDueAtOnce = false, run }: Repeated, log: Log): () => void {
    const safely = (): void => {
        void run().catch((error: unknown) => log.warn(`${what} failed`, errorData(error)));
    };
    const timer = setInterval(safely, everyMs);
    timer.unref();
    if (isDueAtOnce) safely();
    return () => clearInterval(timer);
}
