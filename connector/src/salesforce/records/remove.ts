import { z } from 'zod';
import { OrgUnavailable } from '../../contracts/salesforce.ts';
import { recordFailure } from '../rest/failures.ts';
import { readErrors, Refusal } from '../rest/refusal.ts';
import type { Session } from '../rest/session.ts';
import { readAnswer } from '../rest/unreadable.ts';

const IDS_PER_REQUEST = 200; // sObject collections maximum
const GONE = new Set(['ENTITY_IS_DELETED', 'INVALID_CROSS_REFERENCE_KEY', 'NOT_FOUND']);
const Results = z.array(z.object({ success: z.boolean(), errors: z.unknown() }));

/**
 * Deletes records. One that is already gone counts as deleted.
 *
 * @throws {OrgUnavailable} `retry` when a row was locked, `forbidden` when the integration user may not delete
 */
export async function remove(session: Session, ids: readonly string[]): Promise<void> {
    for (let at = 0; at < ids.length; at += IDS_PER_REQUEST) {
        const some = ids.slice(at, at + IDS_PER_REQUEST);
        const path = `${session.root}/composite/sobjects?ids=${some.map(encodeURIComponent).join(',')}&allOrNone=false`;
        for (const result of readAnswer(Results, await deleted(session, path)))
            if (!result.success) refuse(new Refusal(200, readErrors(result.errors, 200)));
    }
}

async function deleted(session: Session, path: string): Promise<unknown> {
    try {
        return await session.request({ method: 'DELETE', path });
    } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        refuse(error);
        return [];
    }
}

function refuse(refusal: Refusal): void {
    if (GONE.has(refusal.first.code)) return;
    const { remedy, note } = recordFailure(refusal.errors, '');
    if (remedy === 'retry') throw new OrgUnavailable('retry', note);
    throw new OrgUnavailable('forbidden', { code: 'SF-DELETE-RIGHT', seen: note.seen });
}
