import { KEYS } from '../../contracts/key-value.ts';
import type { EndedListening, ListeningUseCases } from '../../contracts/rights/listening.ts';
import { isRecordId, recordPart } from '../../domain/record-id.ts';
import { CodedError } from '../../errors/errors.ts';
import { currentPreferencesOf } from '../preferences/current-preferences.ts';
import { appOf, type AppContext } from '../context.ts';
import { endInPlace } from './end-in-place.ts';
import type { ListenersOfOrgs } from '../rights/listeners.ts';

/** Quo's ids of calls and texts. */
const QUO_ID = /\bAC[\w-]{1,60}/;
const LINKED = /\/(?:recordings|attachments)\/(AC[\w-]{1,60})\//g;

/** What an admin sees and decides of who listens. */
export function listeningUseCases(context: AppContext, listeners: ListenersOfOrgs): ListeningUseCases {
    const { store, connections } = context;
    const end = async (id: string, what: Omit<EndedListening, 'at'>): Promise<EndedListening['subject']> => {
        await store.listening.end(id, what);
        return what.subject;
    };
    const endAll = async (id: string, actor: string): Promise<void> => {
        await store.listening.renew(id, context.newGeneration());
        await endInPlace(context, id, actor);
    };
    return {
        async view(id) {
            const opened = connections.opened(id);
            if (opened === undefined) throw new CodedError('WEB-NOT-FOUND');
            const known = await listeners.of(id);
            const users = new Map((await usersOf(context, id)).map((user) => [recordPart(user.id), user.name]));
            const { recordingsNeedSignIn, recordingsInPlaceDays } = currentPreferencesOf(context, opened);
            return {
                needsSignIn: recordingsNeedSignIn,
                inPlaceDays: recordingsInPlaceDays,
                hasApp: (await appOf(context)) !== undefined,
                ended: await store.listening.ended(id),
                ...(known && {
                    seesFrozen: known.seesFrozen,
                    listeners: known.userIds.map((userId) => ({ id: userId, name: users.get(userId) ?? userId }))
                })
            };
        },
        async endCall(id, typed, actor) {
            const subjects = subjectsIn(typed);
            if (subjects.length === 0) throw new CodedError('WEB-LISTENING-CALL', typed);
            for (const subject of subjects) await end(id, { kind: 'call', subject, name: subject, actor });
            return subjects.join(', ');
        },
        async endPerson(id, typed, actor) {
            const { subject, name } = await personOf(context, id, typed);
            await end(id, { kind: 'person', subject, name, actor });
            await endAll(id, actor);
            return subject;
        },
        endAll,
        letAgain: (id, kind, subject) => store.listening.letAgain(id, kind, subject)
    };
}

/** Every call and text that links in it lead to; without links, the first that it names. */
function subjectsIn(typed: string): readonly string[] {
    const linked = [...typed.matchAll(LINKED)].flatMap(([, id]) => (id === undefined ? [] : [id]));
    return linked.length > 0 ? [...new Set(linked)] : (QUO_ID.exec(typed)?.slice(0, 1) ?? []);
}

/** @throws {CodedError} `WEB-LISTENING-PERSON` */
async function personOf(
    context: AppContext,
    id: string,
    typed: string
): Promise<Pick<EndedListening, 'subject' | 'name'>> {
    const wanted = typed.trim().toLowerCase();
    const user = (await usersOf(context, id)).find(
        (one) =>
            one.username?.toLowerCase() === wanted ||
            one.email.toLowerCase() === wanted ||
            recordPart(one.id) === recordPart(typed.trim())
    );
    if (user !== undefined) return { subject: recordPart(user.id), name: user.name };
    if (isRecordId(typed) && typed.trim().startsWith('005')) return { subject: recordPart(typed.trim()), name: typed };
    throw new CodedError('WEB-LISTENING-PERSON', typed);
}

/** Asked of the org anew, since somebody who came today is to be found; as known before where it does not answer. */
async function usersOf({ connections, store }: AppContext, id: string) {
    const known = (await store.memory.get(id, KEYS.orgUsers))?.value ?? [];
    return (
        (await connections
            .opened(id)
            ?.org?.administration.users()
            .catch(() => known)) ?? known
    );
}
