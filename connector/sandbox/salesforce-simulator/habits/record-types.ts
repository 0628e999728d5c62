import type { PicklistDraft } from '../schema/field-definitions.ts';
import type { RecordTypeDraft } from '../schema/record-types.ts';
import type { Habits } from './habits.ts';
import { firstSources } from './picklists.ts';

/** The profile of integration users, whose record type nobody chose with care. */
const API_ONLY = 'Minimum Access - API Only Integrations';

/**
 * The record types of an org. Which of them a profile has as its default is not known: it is the first one of the object,
 * and for the profile of integrations the one with the fewest values.
 */
export function recordTypesOf(habits: Habits): RecordTypeDraft[] {
    const drafts = (habits.recordTypes ?? []).map(({ object, name, Status, Priority, LeadSource }) => ({
        object,
        developerName: name,
        picklists: {
            ...(Status ? { Status: Status.map(toDraft) } : {}),
            ...(Priority ? { Priority: Priority.map(toDraft) } : {}),
            ...(LeadSource === undefined ? {} : { LeadSource: firstSources(habits, LeadSource) })
        }
    }));
    return drafts.map((draft) => {
        const siblings = drafts.filter(({ object }) => object === draft.object);
        return {
            ...draft,
            isDefaultElsewhere: draft === siblings[0],
            defaultFor: draft === narrowest(siblings) ? [API_ONLY] : []
        };
    });
}

function toDraft([value, defaultValue]: readonly [string, boolean]): PicklistDraft {
    return { value, defaultValue };
}

function narrowest<Draft extends RecordTypeDraft>(drafts: readonly Draft[]): Draft | undefined {
    const size = (draft: Draft): number =>
        Object.values(draft.picklists ?? {}).reduce((sum, list) => sum + list.length, 0);
    return drafts.reduce<Draft | undefined>(
        (least, draft) => (least === undefined || size(draft) < size(least) ? draft : least),
        undefined
    );
}
