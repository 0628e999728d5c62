import type { Runtime, Works } from '../runtime.ts';
import type { People } from './people.ts';
import type { Plan } from './plan.ts';

export async function createLeads(
    _works: Works,
    _runtime: Runtime,
    _plans: readonly Plan[],
    people: People
): Promise<People> {
    return people;
}
