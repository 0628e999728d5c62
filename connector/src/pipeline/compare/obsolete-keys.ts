import { callKey } from '../../domain/activity-key.ts';
import type { Preferences } from '../../domain/preferences/preferences.ts';
import type { Draft, DraftObject } from '../../domain/records/draft.ts';
import { isOutdated } from '../../domain/records/transcript/outdated.ts';
import type { Plan } from '../fold.ts';

/**
 * Keys of records of this activity that fell away: Tasks of windows that were joined into others or grew shorter,
 * answers that a corrected summary no longer has, transcripts that became old or shorter, or lost their Task.
 */
export function obsoleteKeys(
    plan: Plan,
    drafts: readonly Draft[],
    preferences: Pick<Preferences, 'transcriptDays'>,
    now: string
): ReadonlySet<string> {
    const wanted = new Set(drafts.flatMap(({ key, formerKey }) => [key, formerKey]));
    const objects = fallenAway(plan, drafts, preferences, now);
    const unwanted = plan.claimed.records.filter(
        // What a person deleted is remembered: forgotten, it would be written again.
        (record) => objects.includes(record.object) && !wanted.has(record.key) && record.byHand?.deleted !== true
    );
    return new Set(unwanted.map(({ key }) => key));
}

/** Objects whose records are gone for sure where they are not drawn. */
function fallenAway(
    { claimed, activity }: Plan,
    drafts: readonly Draft[],
    { transcriptDays }: Pick<Preferences, 'transcriptDays'>,
    now: string
): readonly DraftObject[] {
    if (activity.kind === 'messages') return ['Task'];
    const { call } = activity;
    const isDeleted = (object: DraftObject, key?: string): boolean =>
        claimed.records.some(
            (one) => one.object === object && (key === undefined || one.key === key) && one.byHand?.deleted === true
        );
    // The answers of a record that a person deleted went with it, and come back with it.
    const answers = call.summary?.progress === 'completed' && !isDeleted('Sona_Call__c');
    // Those that are not wanted any more stay: an admin who turns them off deletes nothing.
    const transcripts =
        drafts.some(({ object }) => object === 'Quo_Transcript__c') ||
        isDeleted('Task', callKey(call.id)) ||
        isOutdated(call, transcriptDays, now);
    return [
        ...(answers ? (['Sona_Answer__c'] as const) : []),
        ...(transcripts ? (['Quo_Transcript__c'] as const) : [])
    ];
}
