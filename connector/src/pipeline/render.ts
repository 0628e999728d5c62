import { callKey } from '../domain/activity-key.ts';
import type { Call } from '../domain/calls/call.ts';
import { orgUserOf } from '../domain/people/ownership.ts';
import type { Match } from '../domain/people/match.ts';
import { callTask } from '../domain/records/call-task.ts';
import { wordingOf } from '../locales/records-wording.ts';
import type { RenderContext } from '../domain/records/context.ts';
import { conversationTasks } from '../domain/records/conversation-task.ts';
import type { Draft } from '../domain/records/draft.ts';
import { timeZoneOf } from '../domain/records/local-time.ts';
import { sonaDrafts } from '../domain/records/sona-call.ts';
import { transcriptDrafts } from '../domain/records/transcript/transcript-drafts.ts';
import type { Preferences } from '../domain/preferences/preferences.ts';
import { isSona, type QuoUser } from '../domain/workspace.ts';
import { formatNumber } from '../phone/format.ts';
import { inPieces } from './in-pieces.ts';
import { knownRecord } from './known-record.ts';
import type { Lookups } from './lookups.ts';
import type { ManualOverride, KnownRecord } from '../contracts/store.ts';
import type { Connection } from './pipeline-context.ts';
import { ownerOf, unmatchedOwnerOf } from './match/owner.ts';
import { matchOfRecord, type People } from './match/match.ts';
import type { Plan } from './fold.ts';
import { keptMatch } from './match/keep-existing-match.ts';

/** The records that an activity should be, whole; parents before children. */
export async function draftsOf(
    plan: Plan,
    match: Match,
    seen: Lookups,
    people: People,
    connection: Connection,
    now: Date
): Promise<readonly Draft[]> {
    const context = contextOf(plan, match, seen, people, connection, now);
    const { activity } = plan;
    const { preferences } = context;
    const ofTask = (key: string): RenderContext => {
        const record = recordOf(plan, 'Task', key);
        const standing =
            record?.byHand?.choice === undefined
                ? keptMatch(match, record, people.standing, preferences)
                : matchOfRecord(plan, record, people, connection);
        return { ...context, match: standing, setByHand: record?.byHand };
    };
    const drafts =
        activity.kind === 'messages'
            ? await inPieces(activity.placed.placed, (one) =>
                  conversationTasks([one], ofTask(one.formerKey ?? one.key))
              )
            : ofCall(activity.call, ofTask(callKey(activity.call.id)));
    return drafts.filter((draft) => !isDeleted(plan, draft));
}

function ofCall(call: Call, context: RenderContext): readonly Draft[] {
    return [...sonaDrafts(call, context), callTask(call, context), ...transcriptDrafts(call, context)];
}

/** A person deleted the record, or, of an answer, the record that it belongs to. */
function isDeleted(plan: Plan, { object, key, formerKey }: Draft): boolean {
    const isAnswer = object === 'Sona_Answer__c' && plan.activity.kind === 'call';
    if (isAnswer && byHand(plan, 'Sona_Call__c', plan.activity.call.id)?.deleted === true) return true;
    return byHand(plan, object, formerKey ?? key)?.deleted === true;
}

function contextOf(
    plan: Plan,
    match: Match,
    seen: Lookups,
    people: People,
    connection: Connection,
    now: Date
): RenderContext {
    const preferences = connection.preferences();
    const { inboxes, quoUsers, orgUsers, vocabulary } = seen;
    const usersById = new Map(quoUsers.map((user) => [user.id, user]));
    return {
        preferences,
        wording: wordingOf(preferences.language),
        timeZone: timeZoneOf(plan.inboxId, preferences),
        match,
        vocabulary,
        inbox: inboxes.find(({ id }) => id === plan.inboxId),
        ownerId: ownerOf(plan, seen, preferences),
        unmatchedOwnerId: unmatchedOwnerOf(plan, seen, preferences),
        userName: (id) => (isSona(id) ? 'Sona' : nameOf(usersById.get(id))),
        orgUserId: (id) => orgUserOf(id, { quoUsers, orgUsers, preferences })?.id,
        personName: (number) => {
            const chosen = people.chosenPeople.get(people.choices.get(number)?.record ?? '');
            if (chosen !== undefined) return chosen.name;
            const [person, ...others] = people.byNumber.get(number) ?? [];
            return others.length === 0 ? person?.name : undefined;
        },
        formatNumber: formatting(preferences.defaultRegion),
        recordingUrl: (...which) => connection.recordingUrl(...which),
        attachmentUrl: (...which) => connection.attachmentUrl(...which),
        recordId: (object, key) => {
            const record = recordOf(plan, object, key);
            return record?.byHand?.deleted === true ? undefined : record?.salesforceId;
        },
        sonaFields: seen.sonaFields,
        takesTranscripts: seen.takesTranscripts,
        now: now.toISOString()
    };
}

/** A number is formatted once: a conversation shows the same two beside each of its messages. */
function formatting(region: Preferences['defaultRegion']): (number: string) => string {
    const formatted = new Map<string, string>();
    return (number) => {
        const text = formatted.get(number) ?? formatNumber(number, region);
        formatted.set(number, text);
        return text;
    };
}

function byHand(plan: Plan, object: Draft['object'], key: string): ManualOverride | undefined {
    return recordOf(plan, object, key)?.byHand;
}

function recordOf(plan: Plan, object: Draft['object'], key: string): KnownRecord | undefined {
    return knownRecord(plan.claimed.records, object, key);
}

function nameOf(user: QuoUser | undefined): string | undefined {
    const name = [user?.firstName, user?.lastName].filter((part) => part !== undefined && part !== '').join(' ');
    return name === '' ? user?.email : name;
}
