import type { AppStore } from '../../contracts/app-store.ts';
import type { ErrorNote } from '../../errors/errors.ts';
import type { AppContext } from '../context.ts';

type Resuming = Pick<AppContext, 'store' | 'connections'>;

/** Writing goes on at once; where the cause is still there, the connection pauses again after one try. */
export async function resume({ store, connections }: Resuming, id: string): Promise<void> {
    await store.activities.resume(id);
    await connections.refresh();
}

/** Resumes a connection whose pause is cured by what was just done. */
export async function resumeIf(
    context: Resuming,
    id: string,
    isCured: (why: ErrorNote) => boolean = () => true
): Promise<void> {
    const { pausedBecause } = (await context.store.connections.get(id)) ?? {};
    if (pausedBecause !== undefined && isCured(pausedBecause)) await resume(context, id);
}

/** After a start: what was changed meanwhile, in the environment or on the machine, may be the cure. */
export async function resumeAll(store: Pick<AppStore, 'activities' | 'connections'>): Promise<void> {
    for (const { id, pausedBecause } of await store.connections.list())
        if (pausedBecause !== undefined) await store.activities.resume(id);
}
