import type { MemoryStore } from '../ports/store.ts';

const FORGOTTEN = 'forgotten-activities';
/** Quo's own list is compared for a little longer than a day; afterwards nothing brings an activity back. */
const REMEMBERED_FOR = 3 * 86_400_000;

interface Forgotten {
    /** Hashes of activities, so that what is forgotten is not kept here. */
    readonly [hash: string]: number;
}

/** Remembers for some days that these activities are not to come back when Quo is asked what was missed. */
export async function rememberForgotten(
    memory: MemoryStore,
    connection: string,
    subjects: readonly string[],
    { hash, nowMs }: { readonly hash: (text: string) => string; readonly nowMs: number }
): Promise<void> {
    const before = (await memory.recall<Forgotten>(connection, FORGOTTEN))?.value ?? {};
    const fresh = Object.entries(before).filter(([, at]) => nowMs - at < REMEMBERED_FOR);
    const added = subjects.map((subject): [string, number] => [hash(subject), nowMs]);
    await memory.remember(connection, FORGOTTEN, Object.fromEntries([...fresh, ...added]));
}

/** @returns whether an activity was forgotten lately */
export async function forgottenLately(
    memory: MemoryStore,
    connection: string,
    hash: (text: string) => string
): Promise<(subject: string) => boolean> {
    const known = (await memory.recall<Forgotten>(connection, FORGOTTEN))?.value ?? {};
    return (subject) => Object.hasOwn(known, hash(subject));
}
