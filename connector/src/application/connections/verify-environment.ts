import { OrgUnavailable } from '../../contracts/salesforce.ts';
import { CodedError } from '../../errors/errors.ts';
import type { AppStore } from '../../contracts/app-store.ts';
import { DEFAULT_CONNECTION, type Connections } from './connection-runtime.ts';
import { knownOrg } from './org-identity.ts';

/**
 * Sees, before anything is received, that the environment leads to the org that the store belongs to: what a process
 * with another org received would be written by whoever shares its store. Tokens that are kept for this very
 * configuration are proof; a changed one must be proved by its org. On a first start there is nothing to mix up, so that
 * it waits for no org.
 *
 * @throws {CodedError} `SF-OTHER-ORG`; what keeps a changed configuration from being proved
 */
export async function verifyEnvironment(
    store: Pick<AppStore, 'connections' | 'memory'>,
    connections: Pick<Connections, 'opened'>
): Promise<void> {
    const opened = connections.opened(DEFAULT_CONNECTION);
    if (opened?.org === undefined || !opened.isFromEnvironment) return;
    try {
        await opened.org.administration.identity();
    } catch (error) {
        if (!(error instanceof OrgUnavailable)) throw error;
        const isFirst = (await knownOrg(store, DEFAULT_CONNECTION)) === undefined;
        if (isFirst) return;
        throw new CodedError(error.note.code, error.note.seen, { cause: error });
    }
}
