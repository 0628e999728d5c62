import type { OrgQueue } from '../../contracts/org-administration.ts';
import { KEYS } from '../../contracts/key-value.ts';
import { CATALOGUE } from '../../domain/preferences/catalogue.ts';
import { isQueueId, isSameRecord } from '../../domain/record-id.ts';
import type { AppContext } from '../context.ts';
import type { Fault } from './model.ts';

type Raw = Readonly<Record<string, unknown>>;

const QUEUE_KEYS = Object.entries(CATALOGUE).flatMap(([key, entry]) => ('offersQueues' in entry ? [key] : []));

/** What was read of the org's queues last; `undefined`: never. */
export async function knownQueues({ store }: AppContext, id: string): Promise<readonly OrgQueue[] | undefined> {
    return (await store.memory.get(id, KEYS.orgQueues))?.value;
}

/** A queue may be named where there are too many users to choose among. */
export function withQueueIds(preferences: Raw, queues: readonly OrgQueue[] = []): Raw {
    const named = QUEUE_KEYS.flatMap((key): [string, string][] => {
        const typed = preferences[key];
        const found = queues.find(({ name }) => typeof typed === 'string' && isSameText(name, typed));
        return found === undefined ? [] : [[key, found.id]];
    });
    return { ...preferences, ...Object.fromEntries(named) };
}

/** A queue that is not one for Tasks, or is gone: Salesforce would refuse every record. */
export function queueFaults(preferences: Raw, queues: readonly OrgQueue[] | undefined): readonly Fault[] {
    if (queues === undefined) return [];
    return QUEUE_KEYS.flatMap((key): readonly Fault[] => {
        const chosen = preferences[key];
        if (typeof chosen !== 'string' || !isQueueId(chosen)) return [];
        return queues.some(({ id }) => isSameRecord(id, chosen)) ? [] : [{ at: key, why: 'nobody', seen: chosen }];
    });
}

function isSameText(one: string, other: string): boolean {
    return one.trim().toLowerCase() === other.trim().toLowerCase();
}
