import { isMemberOf } from '../../contracts/auth.ts';
import type { EndedListening, OrgListeners, Verdict, Wish } from '../../contracts/rights/listening.ts';
import { CONNECTION_CHOICES } from '../../domain/preferences/catalogue.ts';
import { recordPart } from '../../domain/record-id.ts';
import { readSettings, type ConnectionSettings } from '../connections/connection-settings.ts';
import type { AppContext } from '../context.ts';
import type { ListenersOfOrgs } from '../rights/listeners.ts';

const DAY_MS = 86_400_000;
/** A sign-in counts for so long where the org does not tell who is frozen: Salesforce lets nobody in who is. */
const SIGN_IN_HOLDS = 10 * 60_000;

const SIGN_IN: Verdict = { plays: false };
const ENDED: Verdict = { plays: false, code: 'WEB-RECORDING-ENDED' };
const UNSURE: Verdict = { plays: false, code: 'WEB-RECORDING-UNSURE' };

type Context = Pick<AppContext, 'connections' | 'store' | 'now'>;

/** Who may listen: asked at every play, and again while it lasts. */
export function listeningVerdict(context: Context, listeners: ListenersOfOrgs): (wish: Wish) => Promise<Verdict> {
    return async (wish) => {
        const { connection, quoId, signedIn } = wish;
        const settings = await settingsOf(context, connection);
        const ended = await context.store.listening.ended(connection);
        if (isEnded(ended, 'call', quoId)) return ENDED;
        if (settings.recordingsNeedSignIn === false) return { plays: true, listener: 'link', by: 'link' };
        const { identity } = signedIn?.user ?? {};
        if (signedIn !== undefined && identity !== undefined && isMemberOf(signedIn.user, connection)) {
            const userId = recordPart(identity.userId);
            if (isEnded(ended, 'person', userId)) return ENDED;
            const known = await listeners.of(connection, userId);
            if (known === undefined) return UNSURE;
            if (!known.userIds.includes(userId)) return { plays: false, code: 'WEB-RECORDING-RIGHT' };
            const isFresh = context.now().getTime() - signedIn.sinceMs < SIGN_IN_HOLDS;
            if (!known.seesFrozen && !isFresh) return SIGN_IN;
            return { plays: true, listener: signedIn.user.actor, by: 'sign-in', userId };
        }
        if (wish.inPlace === undefined || !isWithin(wish.inPlace.day, settings, context.now())) return SIGN_IN;
        const known = await listeners.of(connection, wish.said);
        return known === undefined ? UNSURE : inPlace(context, wish, known, ended);
    };
}

async function inPlace(
    { store }: Context,
    { connection, inPlace: made, said }: Wish,
    { userIds }: OrgListeners,
    ended: readonly EndedListening[]
): Promise<Verdict> {
    // Who is not allowed any more, and still reads the field, has the address: it plays for nobody then.
    if (userIds.some((id) => isEnded(ended, 'person', id))) return SIGN_IN;
    if (made?.generation !== (await store.listening.generation(connection))) return SIGN_IN;
    if (said !== undefined && !userIds.includes(recordPart(said))) return SIGN_IN;
    return { plays: true, listener: 'in-place', by: 'in-place', userId: said && recordPart(said) };
}

function isWithin(day: number, { recordingsInPlaceDays }: ConnectionSettings, now: Date): boolean {
    const days = recordingsInPlaceDays ?? CONNECTION_CHOICES.recordingsInPlaceDays.default;
    // Whole days: a call of the evening plays as long as one of the morning at least.
    return days > 0 && now.getTime() < (day + days + 1) * DAY_MS;
}

function isEnded(ended: readonly EndedListening[], kind: EndedListening['kind'], subject: string): boolean {
    return ended.some((one) => one.kind === kind && one.subject === subject);
}

async function settingsOf({ connections, store }: Context, connection: string): Promise<ConnectionSettings> {
    return (
        connections.opened(connection)?.settings ??
        readSettings((await store.connections.get(connection))?.settings ?? {})
    );
}
