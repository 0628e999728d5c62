import type { CallPlan, SummaryPlan } from 'sandbox-day/scenario.ts';
import type { Cast } from './cast.ts';
import { conversationId, stableId } from './identifiers.ts';
import type { Call, Party, Summary } from './records.ts';

const USUAL_STATUS: Record<CallPlan['ends'], string> = {
    answered: 'completed',
    unanswered: 'no-answer',
    failed: 'failed',
    forwarded: 'forwarded',
    abandoned: 'abandoned',
    'ai-handled': 'completed',
    unknown: 'completed'
};

/** The call that a plan describes, as it will be known in the end. `key` makes its ids; `startMs` is its scenario's start. */
export function buildCall(plan: CallPlan, cast: Cast, key: string, startMs: number): Call {
    const inbox = plan.inbox === null ? null : cast.inbox(plan.inbox);
    const others = plan.who.map((name) => cast.number(name));
    const actor = actorOf(plan, cast) ?? inbox?.firstUser ?? cast.actor('sona');
    return {
        id: stableId('AC', key),
        conversationId: inbox ? conversationId(inbox.id, others) : null,
        phoneNumberId: inbox?.id ?? null,
        actorId: actor,
        direction: plan.direction,
        status: plan.status ?? usualStatus(plan),
        ends: plan.ends,
        participants: parties(plan, cast, others, inbox?.number, actor),
        ...times(plan, startMs),
        answeredBy: plan.answeredBy ? cast.actor(plan.answeredBy) : null,
        initiatedBy: plan.initiatedBy ? cast.actor(plan.initiatedBy) : null,
        callRoute: plan.direction === 'outgoing' ? null : plan.menu ? 'phone-menu' : 'phone-number',
        duration: plan.durationUnknown ? null : (plan.talks ?? 0),
        forwardedFrom: plan.forwardedFrom ? place(plan.forwardedFrom, cast) : null,
        forwardedTo: plan.forwardedTo ? place(plan.forwardedTo, cast) : null,
        bySona: plan.ends === 'ai-handled' || plan.answeredBy === 'sona',
        menu: plan.menu ?? null,
        ...artefacts(plan, cast, key, startMs),
        known: new Set()
    };
}

/** Sona answers with jobs and no next steps; a person's call has next steps and no jobs. Both come as planned. */
export function buildSummary(plan: SummaryPlan): Summary {
    return {
        status: plan.status,
        title: plan.title ?? null,
        summary: plan.summary,
        nextSteps: plan.nextSteps,
        jobs: plan.jobs.map((job) => ({
            icon: job.icon,
            name: job.name,
            result: { data: job.answers.map(([name, value]) => ({ name, value })) }
        }))
    };
}

function usualStatus(plan: CallPlan): string {
    return plan.ends === 'unanswered' && plan.direction === 'incoming' ? 'missed' : USUAL_STATUS[plan.ends];
}

function actorOf(plan: CallPlan, cast: Cast): string | undefined {
    const name = plan.user ?? plan.answeredBy ?? plan.initiatedBy;
    return name === undefined ? undefined : cast.actor(name);
}

function parties(plan: CallPlan, cast: Cast, others: string[], own: string | undefined, actor: string): Party[] {
    const outside = others.map((phoneNumber, i) => ({
        phoneNumber,
        actorId: cast.isInbox(plan.who[i] ?? '') ? actor : null
    }));
    const inside = own === undefined ? [] : [{ phoneNumber: own, actorId: actor }];
    return plan.direction === 'incoming' ? [...outside, ...inside] : [...inside, ...outside];
}

function place(name: string, cast: Cast): string {
    return cast.isActor(name) ? cast.actor(name) : cast.number(name);
}

function times(plan: CallPlan, startMs: number): Pick<Call, 'createdAt' | 'answeredAt' | 'completedAt' | 'updatedAt'> {
    const created = startMs + plan.starts * 1_000;
    const answered = created + plan.rings * 1_000;
    const completed = answered + (plan.talks ?? 0) * 1_000;
    return {
        createdAt: iso(created),
        answeredAt: plan.talks === undefined ? null : iso(answered),
        completedAt: iso(completed),
        updatedAt: iso(created)
    };
}

function artefacts(
    plan: CallPlan,
    cast: Cast,
    key: string,
    startMs: number
): Pick<Call, 'recordings' | 'summary' | 'voicemail' | 'transcript'> {
    const answered = startMs + (plan.starts + plan.rings) * 1_000;
    return {
        recordings: plan.recordings.map((recording, i) => ({
            id: stableId('CR', key, String(i)),
            startTime: iso(answered + recording.starts * 1_000),
            duration: recording.lasts
        })),
        summary: plan.summary ? buildSummary(plan.summary) : null,
        voicemail: plan.voicemail
            ? {
                  id: stableId('VM', key),
                  activityId: stableId('AC', key, 'voicemail'),
                  duration: plan.voicemail.lasts,
                  transcript: plan.voicemail.transcript
              }
            : null,
        transcript:
            plan.transcript?.map(({ who, says, start, end }) => ({
                actorId: cast.isActor(who) ? cast.actor(who) : null,
                identifier: cast.isActor(who) ? null : cast.number(who),
                content: says,
                start,
                end
            })) ?? null
    };
}

function iso(ms: number): string {
    return new Date(ms).toISOString();
}
