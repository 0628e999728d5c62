import { inPieces } from '../in-pieces.ts';
import type { Lookups } from '../lookups.ts';
import type { Claimed, Settlement } from '../../contracts/store.ts';
import type { Connection, PipelineContext } from '../pipeline-context.ts';
import { createLeads } from '../match/create-leads.ts';
import { forgetRefusedOwners } from '../match/owner.ts';
import { learnReferences } from '../match/learn-references.ts';
import { findPeople, type People } from '../match/match.ts';
import type { Plan } from '../fold.ts';
import { heldOf, notWritten, settlementOf, type Drawn } from '../settle/settlement.ts';
import { activitySummaryOf } from '../settle/activity-summary.ts';
import { askAgainForTranscripts, isTranscriptRefused } from '../transcript-access.ts';
import { writeDrawn } from '../write/write-drawn.ts';
import { scheduled } from './schedule-writes.ts';

/**
 * `write`: into Salesforce. `rehearse`: keeps what people look at and leaves the activities due, so that they are written
 * when the rehearsal ends. `preview`: tells what would be written, and keeps nothing anywhere.
 */
export type Mode = 'write' | 'rehearse' | 'preview';

/** Works on one activity: nothing comes of it when it was parked. */
export type Attempt = <T>(one: Claimed, work: () => T | Promise<T>) => Promise<readonly T[]>;

interface Finished {
    readonly drawn: readonly Drawn[];
    readonly seen: Lookups;
    readonly people: People;
    readonly attempt: Attempt;
}

/** What is different from mode to mode. */
interface Steps {
    /** Whether an activity that cannot be worked on is parked; otherwise the error is the caller's. */
    readonly parks: boolean;
    /** Whether API calls are counted against the budget. */
    readonly spends: boolean;
    schedule(context: PipelineContext, connection: Connection, plans: readonly Plan[]): Promise<readonly Plan[]>;
    isDrawn(this: void, plan: Plan): boolean;
    findPeople(
        context: PipelineContext,
        connection: Connection,
        plans: readonly Plan[],
        seen: Lookups
    ): Promise<People>;
    settle(context: PipelineContext, connection: Connection, finished: Finished): Promise<readonly Settlement[]>;
}

/** What is known of people may change while a rehearsal lasts: each activity is looked at again so often. */
const LOOK_AGAIN = 60 * 60_000;
const isDue = ({ verdict }: Plan): boolean => verdict.do === 'write';

export const MODES: Readonly<Record<Mode, Steps>> = {
    write: {
        parks: true,
        spends: true,
        schedule: scheduled,
        isDrawn: isDue,
        findPeople: async (context, connection, plans, seen) =>
            createLeads(context, connection, plans, await findPeople(context, connection, plans), seen),
        async settle(context, connection, { drawn, seen, people }) {
            const written = await writeDrawn(context, connection, drawn);
            await forgetRefusedOwners(
                context,
                connection,
                written.flatMap(({ results }) => results)
            );
            if (written.some(({ one, results }) => isTranscriptRefused(one, results)))
                await askAgainForTranscripts(context.store, connection.id);
            const rematched = await learnReferences(context, connection, written);
            const around = { gatherMs: context.gatherMs, namesMissing: !seen.isWhole, people, rematched };
            const mine = new Set(written.map(({ one }) => one.plan.claimed.activityKey));
            const left = drawn.filter(({ plan }) => !mine.has(plan.claimed.activityKey));
            return [...written.map(({ one, results }) => settlementOf(one, results, around)), ...left.map(notWritten)];
        }
    },
    rehearse: {
        parks: true,
        spends: true,
        schedule: async (_works, _runtime, plans) => plans,
        isDrawn: isDue,
        findPeople: (context, connection, plans) => findPeople(context, connection, plans),
        settle: async (_works, _runtime, { drawn, attempt }) =>
            inPieces(drawn, ({ plan, match, drafts }) =>
                attempt(plan.claimed, (): Settlement => {
                    const view = activitySummaryOf(plan, match, drafts);
                    return { ...heldOf(plan.claimed), outcome: 'wait', dueInMs: LOOK_AGAIN, view };
                })
            )
    },
    preview: {
        parks: false,
        spends: false,
        schedule: async (_works, _runtime, plans) => plans,
        isDrawn: ({ verdict }) => verdict.do !== 'nothing',
        findPeople: (context, connection, plans) => findPeople(context, connection, plans),
        settle: async () => []
    }
};
