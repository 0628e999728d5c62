import type { TouchedTask } from './ports/org.ts';
import type { Runtime, Works } from './runtime.ts';

/** What people decided in Salesforce about our Tasks. */
export async function followChoices(
    _works: Works,
    _runtime: Runtime,
    _touched: readonly TouchedTask[]
): Promise<void> {}
