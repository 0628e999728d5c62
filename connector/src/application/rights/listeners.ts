import type { OrgListeners } from '../../contracts/rights/listening.ts';
import { errorData } from '../../log.ts';
import type { AppContext } from '../context.ts';
import { endInPlace } from '../listening/end-in-place.ts';
import { orgAnswers } from './org-answers.ts';

const MINUTE = 60_000;
/** Without anybody listening: whoever lost the right may have kept addresses. */
const LOOK_EVERY = 60 * MINUTE;
/** An org that was just asked is not asked again for everybody who is unknown to it. */
const PAUSE = MINUTE / 2;

/** Who holds the right to listen, by what the org said at most ten minutes ago. */
export interface ListenersOfOrgs {
    /**
     * @param userId somebody who may have been given the right a moment ago: the org is asked again before they are refused
     * @returns `undefined` when the org could not be asked for ten minutes: then nobody may listen
     */
    of(connection: string, userId?: string): Promise<OrgListeners | undefined>;
    /** Asks the orgs that were not asked for an hour. */
    look(): Promise<void>;
}

export type Context = Pick<AppContext, 'connections' | 'store' | 'config' | 'log' | 'now' | 'newGeneration'>;

/** One memory for everybody who asks in this process. */
export function listenersOfOrgs(context: Context): ListenersOfOrgs {
    const { connections, log, now } = context;
    const answers = orgAnswers<OrgListeners>(
        () => now().getTime(),
        (error, connection) => log.warn('listeners not read', { connection, ...errorData(error) })
    );
    const of: ListenersOfOrgs['of'] = async (connection, userId) => {
        const org = connections.opened(connection)?.org;
        const answered = await answers.to({
            about: connection,
            through: org,
            ask: async () => {
                const listeners = await org?.administration.listeners();
                if (listeners !== undefined) await keep(context, connection, listeners);
                return listeners;
            },
            isUrgent: (held, ageMs) =>
                userId !== undefined && held?.answer.userIds.includes(userId) === false && ageMs >= PAUSE
        });
        return answered?.answer;
    };
    return {
        of,
        async look() {
            for (const { id, org } of connections.all())
                if (org !== undefined && answers.ageOf(id) >= LOOK_EVERY) await of(id);
        }
    };
}

/** Whoever held the right and no longer does may have kept addresses that play in place: they all end. */
async function keep(context: Context, connection: string, { userIds }: OrgListeners): Promise<void> {
    const came = await context.store.listening.keepListeners(connection, userIds, context.newGeneration());
    if (came === 'ended') await endInPlace(context, connection, 'connector');
}
