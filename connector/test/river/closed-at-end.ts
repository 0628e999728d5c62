import { after } from 'node:test';

/**
 * What a test file opened and must not leave open: a server or a process that nobody closes keeps the file from ending,
 * for ever and without a word.
 */
const open = new Set<() => Promise<void>>();

// Imported before what the databases are made with, so that worlds are closed before their database goes.
after(async () => {
    await Promise.all([...open].map((close) => close()));
});

/** @returns the same, that does it once whoever calls it, at the end of the test file at the latest */
export function closedAtEnd(close: () => Promise<void>): () => Promise<void> {
    let closing: Promise<void> | undefined;
    const once = (): Promise<void> => (closing ??= close().finally(() => open.delete(once)));
    open.add(once);
    return once;
}
