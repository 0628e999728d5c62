import type { AppContext } from '../context.ts';

/**
 * Makes calls due whose transcripts an admin wants no longer in Salesforce: the next flush deletes the records, and no
 * later fact brings them back. The audit log tells how many.
 */
export async function deleteOldTranscripts({
    store,
    connections,
    log
}: Pick<AppContext, 'store' | 'connections' | 'log'>): Promise<void> {
    for (const { id } of connections.all()) {
        const connection = connections.get(id);
        const days = connection?.preferences().transcriptDays;
        if (days === undefined) continue;
        const which = { transcriptsOlderThanDays: days };
        const calls = await store.activities.makeDue(id, which, { force: true });
        if (calls === 0) continue;
        log.info('old transcripts due for deletion', { connection: id, calls });
        await store.audit.append(id, { actor: 'connector', action: 'transcripts.outdated', detail: { calls, days } });
    }
}
