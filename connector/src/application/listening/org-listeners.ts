import type { OrgListeners } from '../../contracts/rights/listening.ts';
import { errorData } from '../../log.ts';
import type { AppContext } from '../context.ts';
import { endInPlace } from './end-in-place.ts';

const MINUTE = 60_000;
/** What the org answered counts for so long; after that nobody listens until it answers again. */
const ANSWER_HOLDS = 10 * MINUTE;
/** While somebody listens the org is asked this often, so that what is taken away is gone well before. */
const ASK_EVERY = 4 * MINUTE;
/** Without anybody listening: whoever lost the right may have kept addresses. */
const LOOK_EVERY = 60 * MINUTE;
/** An org that does not answer is left alone for a while, and so is one that was just asked about somebody unknown. */
const PAUSE = MINUTE / 2;

/** Who holds the right to listen, by what the org said at most ten minutes ago. */
export interface KnownListeners extends OrgListeners {
    /** When it was asked, in milliseconds since the epoch. */
    readonly askedAtMs: number;
}

export interface ListenersOfOrgs {
    /**
     * @param userId somebody who may have been given the right a moment ago: the org is asked again before they are refused
     * @returns `undefined` when the org could not be asked for ten minutes: then nobody may listen
     */
    of(connection: string, userId?: string): Promise<KnownListeners | undefined>;
    /** Asks the orgs that were not asked for an hour. */
    look(): Promise<void>;
}

export type Context = Pick<AppContext, 'connections' | 'store' | 'config' | 'log' | 'now' | 'newGeneration'>;

/** One memory for everybody who asks in this process. */
export function listenersOfOrgs(context: Context): ListenersOfOrgs {
    const known = new Map<string, KnownListeners>();
    const failedAt = new Map<string, number>();
    const asking = new Map<string, Promise<KnownListeners | undefined>>();
    const nowMs = (): number => context.now().getTime();

    async function ask(connection: string): Promise<KnownListeners | undefined> {
        const askedAtMs = nowMs();
        try {
            const listeners = await context.connections.opened(connection)?.org?.administration.listeners();
            if (listeners === undefined) return undefined;
            await keep(context, connection, listeners);
            const answer = { ...listeners, askedAtMs };
            known.set(connection, answer);
            failedAt.delete(connection);
            return answer;
        } catch (error) {
            failedAt.set(connection, nowMs());
            context.log.warn('listeners not read', { connection, ...errorData(error) });
            return undefined;
        }
    }
    const askOnce = (connection: string): Promise<KnownListeners | undefined> => {
        const question = asking.get(connection) ?? ask(connection).finally(() => asking.delete(connection));
        asking.set(connection, question);
        return question;
    };
    const ageOf = (connection: string): number => nowMs() - (known.get(connection)?.askedAtMs ?? -Infinity);
    const isResting = (connection: string): boolean => nowMs() - (failedAt.get(connection) ?? -Infinity) < PAUSE;
    return {
        async of(connection, userId) {
            const before = known.get(connection);
            const age = ageOf(connection);
            const isMissed = userId !== undefined && before?.userIds.includes(userId) === false && age >= PAUSE;
            const isOld = age >= ASK_EVERY || isMissed;
            const answer = isOld && !isResting(connection) ? await askOnce(connection) : undefined;
            if (answer !== undefined) return answer;
            // Asked again of the clock: the question may have taken long.
            return ageOf(connection) < ANSWER_HOLDS ? before : undefined;
        },
        async look() {
            for (const { id, org } of context.connections.all())
                if (org !== undefined && ageOf(id) >= LOOK_EVERY && !isResting(id)) await askOnce(id);
        }
    };
}

/** Whoever held the right and no longer does may have kept addresses that play in place: they all end. */
async function keep(context: Context, connection: string, { userIds }: OrgListeners): Promise<void> {
    const came = await context.store.listening.keepListeners(connection, userIds, context.newGeneration());
    if (came === 'ended') await endInPlace(context, connection, 'connector');
}
