import { CodedError } from '../../errors/errors.ts';
import type { ContactSyncEngineDeps } from './deps.ts';

/**
 * Nobody is put into Quo through a filter that lets nobody pass by mistake.
 *
 * @throws {CodedError} `SF-FILTER-FIELD`, naming what the org does not have
 */
export async function requireFilter({ filterFault }: ContactSyncEngineDeps): Promise<void> {
    const fault = await filterFault?.();
    if (fault !== undefined) throw new CodedError(fault.code, fault.seen);
}
