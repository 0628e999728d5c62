import type { Match } from '../../domain/people/match.ts';
import { callTask } from '../../domain/records/call-task.ts';
import type { RenderContext } from '../../domain/records/context.ts';
import { conversationTasks } from '../../domain/records/conversation-task.ts';
import type { Draft } from '../../domain/records/draft.ts';
import { sonaDrafts } from '../../domain/records/sona-call.ts';
import { isSonaCall } from '../../domain/calls/outcome.ts';
import { isSona, type QuoUser } from '../../domain/workspace.ts';
import { formatNumber } from '../../phone/format.ts';
import type { Lookups } from '../lookups.ts';
import type { Runtime } from '../runtime.ts';
import { ownerOf } from './owner.ts';
import type { People } from './people.ts';
import type { Plan } from './plan.ts';

/** The records that an activity should be, whole; parents before children. */
export function draftsOf(
    plan: Plan,
    match: Match,
    seen: Lookups,
    people: People,
    runtime: Runtime,
    now: Date
): readonly Draft[] {
    const context = contextOf(plan, match, seen, people, runtime, now);
    if (plan.subject.kind === 'messages') return conversationTasks(plan.subject.placed.placed, context);
    const { call } = plan.subject;
    const sona = isSonaCall(call) ? sonaDrafts(call, context) : [];
    return [...sona, callTask(call, context)];
}

function contextOf(
    plan: Plan,
    match: Match,
    seen: Lookups,
    people: People,
    runtime: Runtime,
    now: Date
): RenderContext {
    const preferences = runtime.preferences();
    const { inboxes, quoUsers, orgUsers, vocabulary } = seen;
    const usersById = new Map(quoUsers.map((user) => [user.id, user]));
    return {
        preferences,
        match,
        vocabulary,
        inbox: inboxes.find(({ id }) => id === plan.inboxId),
        ownerId: ownerOf(plan, seen, preferences),
        userName: (id) => (isSona(id) ? 'Sona' : nameOf(usersById.get(id))),
        orgUserId: (id) => {
            const email = usersById.get(id)?.email?.toLowerCase();
            return orgUsers.find((user) => user.isActive && user.email.toLowerCase() === email)?.id;
        },
        personName: (number) => {
            const [person, ...others] = people.byNumber.get(number) ?? [];
            return others.length === 0 ? person?.name : undefined;
        },
        formatNumber: (number) => formatNumber(number, preferences.defaultRegion),
        recordingUrl: (callId, n) => runtime.recordingUrl(callId, n),
        recordId: (object, key) =>
            plan.claimed.records.find((record) => record.object === object && record.key === key)?.salesforceId,
        now: now.toISOString()
    };
}

function nameOf(user: QuoUser | undefined): string | undefined {
    const name = [user?.firstName, user?.lastName].filter((part) => part !== undefined && part !== '').join(' ');
    return name === '' ? user?.email : name;
}
