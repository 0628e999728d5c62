import type { Draft } from '../../domain/records/draft.ts';
import type { Plan } from '../fold.ts';

/**
 * Keys of records of this activity that fell away: Tasks of windows that were joined into others or grew shorter, and
 * answers that a corrected summary no longer has.
 */
export function obsoleteKeys({ claimed, activity }: Plan, drafts: readonly Draft[]): ReadonlySet<string> {
    const wanted = new Set(drafts.flatMap(({ key, formerKey }) => [key, formerKey]));
    const object = activity.kind === 'messages' ? 'Task' : 'Sona_Answer__c';
    // The answers of a record that a person deleted went with it, and come back with it.
    const isSonaGone = claimed.records.some((one) => one.object === 'Sona_Call__c' && one.byHand?.deleted === true);
    const isKnown = activity.kind === 'messages' || (activity.call.summary?.progress === 'completed' && !isSonaGone);
    const unwanted = claimed.records.filter(
        // What a person deleted is remembered: forgotten, it would be written again.
        (record) => record.object === object && !wanted.has(record.key) && record.byHand?.deleted !== true
    );
    return new Set(isKnown ? unwanted.map(({ key }) => key) : []);
}
