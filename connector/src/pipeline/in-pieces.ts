/** Some milliseconds of work at a time: windows of a conversation, their drafts, activities of a pass. */
const AT_ONCE = 50;

/**
 * Works through a list that may be long, and lets whatever waits for the event loop go first in between: a conversation of
 * thousands of texts that is drawn whole keeps no webhook waiting.
 *
 * @returns what came of each, in order
 */
export async function inPieces<T, R>(
    items: readonly T[],
    work: (item: T) => readonly R[] | Promise<readonly R[]>
): Promise<readonly R[]> {
    const done: R[] = [];
    for (const [n, item] of items.entries()) {
        if (n > 0 && n % AT_ONCE === 0) await new Promise((resolve) => setImmediate(resolve));
        const results = work(item);
        // A promise would cost each item a turn of its own.
        for (const one of results instanceof Promise ? await results : results) done.push(one);
    }
    return done;
}
