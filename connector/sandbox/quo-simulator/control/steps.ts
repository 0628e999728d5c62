import type { Instance } from 'sandbox-day/instance.ts';
import type { ActivityPlan, EventPlan } from 'sandbox-day/scenario.ts';
import type { QuoEvent, Subject } from '../events/event.ts';
import type { Sandbox } from '../sandbox.ts';
import { buildCall, buildSummary } from '../world/build-call.ts';
import { buildMessage } from '../world/build-message.ts';
import { createCast, type Cast } from '../world/cast.ts';
import { stableId } from '../world/identifiers.ts';
import { learnCall, learnMessage } from '../world/learn.ts';
import type { Family, Message } from '../world/records.ts';
import type { World } from '../world/world.ts';

/** One thing that happens: the workspace learns it, and its webhooks are told, unless that is lost. */
export interface Step {
    /** Milliseconds since the epoch, in the time of the play. */
    readonly atMs: number;
    readonly tellAtMs: number;
    readonly event: QuoEvent;
    readonly family: Family;
    readonly lost: boolean;
}

const MESSAGE_STATUS: Record<string, Message['status']> = {
    'message.received': 'received',
    'message.delivered': 'delivered',
    'message.failed': 'failed',
    'message.undelivered': 'undelivered'
};

/** The steps of one playing of a scenario, in the order in which they happen. */
export function stepsOf(sandbox: Pick<Sandbox, 'world' | 'people'>, instance: Instance): Step[] {
    const cast = createCast(sandbox.world.workspace, sandbox.people, instance.swaps);
    const steps = instance.scenario.events.map((plan, i) => {
        const activity = instance.scenario.activities[plan.of];
        if (!activity) throw new Error(`${instance.name}: there is no activity "${plan.of}".`);
        return stepOf(cast, activity, plan, instance, i);
    });
    return steps.sort((a, b) => a.atMs - b.atMs);
}

export function stepOf(
    cast: Cast,
    activity: ActivityPlan,
    plan: EventPlan,
    instance: Pick<Instance, 'key' | 'startMs'>,
    index: number
): Step {
    const atMs = instance.startMs + plan.after * 1_000;
    const { resource, context, data, offsetTimes } = plan;
    return {
        atMs,
        tellAtMs: atMs + plan.late * 1_000,
        family: plan.family ?? '2026-03-30',
        lost: plan.lost,
        event: {
            id: stableId('EV', instance.key, String(index), plan.of, plan.type),
            type: plan.type,
            at: new Date(atMs).toISOString(),
            subject: subjectOf(cast, activity, plan, instance),
            offsetTimes,
            ...(resource ? { resource } : {}),
            ...(context ? { context } : {}),
            ...(data ? { data } : {})
        }
    };
}

/** From now on the API knows it. */
export function learn(world: World, { event }: Step): void {
    if (event.subject.kind === 'call') learnCall(world, event.subject.call, event.type, event.at);
    else if (event.subject.kind === 'message') learnMessage(world, event.subject.message, event.at);
}

function subjectOf(
    cast: Cast,
    activity: ActivityPlan,
    plan: EventPlan,
    instance: Pick<Instance, 'key' | 'startMs'>
): Subject {
    const key = `${instance.key}/${plan.of}`;
    if (activity.kind === 'call') {
        const call = buildCall(activity, cast, key, instance.startMs);
        return { kind: 'call', call: plan.summary ? { ...call, summary: buildSummary(plan.summary) } : call };
    }
    const message = buildMessage(activity, cast, key, instance.startMs);
    return { kind: 'message', message: { ...message, status: MESSAGE_STATUS[plan.type] ?? message.status } };
}
