import { QuoError } from './quo-error.ts';

/** 404, also for ids of another workspace, becomes undefined: there is nothing, and asking again changes nothing. */
export async function notFoundAsUndefined<T>(answer: Promise<T>): Promise<T | undefined> {
    try {
        return await answer;
    } catch (error) {
        if (error instanceof QuoError && error.status === 404) return undefined;
        throw error;
    }
}
