import type { OrgUserRights } from '../../contracts/rights/org-rights.ts';
import { isSameRecord, recordPart } from '../../domain/record-id.ts';
import { errorData } from '../../log.ts';
import type { OpenConnection } from '../connections/connection-runtime.ts';
import { knownOrg } from '../connections/org-identity.ts';
import type { AppContext } from '../context.ts';
import { orgAnswers, type Answered } from './org-answers.ts';

export interface ProvenRights extends OrgUserRights {
    /** When the org was asked, in milliseconds since the epoch; at most ten minutes ago. */
    readonly provenAtMs: number;
}

/** What people may do, by what their orgs say. One memory for everybody who asks in this process. */
export interface RightsInOrgs {
    /**
     * What a user of the connection's org may do there.
     *
     * A connection whose org cannot be asked through its own session learns it from another connection of the same org.
     *
     * @param isSigningIn the org is asked now: what was given to them a moment ago counts
     * @returns `undefined` when the org could not be asked for ten minutes: then nobody may do anything
     */
    of(connection: string, userId: string, isSigningIn?: boolean): Promise<ProvenRights | undefined>;
    /** What the user's own sign-in proved. */
    prove(connection: string, userId: string, rights: OrgUserRights): ProvenRights;
}

type Context = Pick<AppContext, 'connections' | 'store' | 'log' | 'now'>;

export function rightsInOrgs(context: Context): RightsInOrgs {
    const { connections, log, now } = context;
    const onFailure = (error: unknown, about: string): void => {
        const [connection = ''] = about.split(' ');
        log.warn('rights not read', { connection, ...errorData(error) });
    };
    const answers = orgAnswers<OrgUserRights>(() => now().getTime(), onFailure);
    return {
        prove: (connection, userId, rights) => proven(answers.learn(keyOf(connection, userId), rights)),
        async of(connection, userId, isSigningIn = false) {
            const answered = await answers.to({
                about: keyOf(connection, userId),
                through: connections.opened(connection)?.org,
                ask: () => ask(context, connection, userId),
                isUrgent: () => isSigningIn
            });
            return answered && proven(answered);
        }
    };
}

function proven({ answer, atMs }: Answered<OrgUserRights>): ProvenRights {
    return { ...answer, provenAtMs: atMs };
}

async function ask(context: Context, connection: string, userId: string): Promise<OrgUserRights | undefined> {
    for (const { id, org } of await ofSameOrg(context, connection))
        try {
            const rights = await org?.administration.rightsOf(userId);
            if (rights !== undefined) return rights;
        } catch (error) {
            context.log.warn('rights not read', { connection: id, ...errorData(error) });
        }
    return undefined;
}

function keyOf(connection: string, userId: string): string {
    return `${connection} ${recordPart(userId)}`;
}

/** The connection, then others whose org and package are the same: rights are the org's, whoever asks. */
async function ofSameOrg({ connections, store }: Context, id: string): Promise<readonly OpenConnection[]> {
    const own = connections.opened(id);
    if (own?.org === undefined) return [];
    const organization = await knownOrg(store, id);
    const others: OpenConnection[] = [];
    for (const other of connections.all()) {
        const isSamePackage = other.org?.settings.namespace === own.org.settings.namespace;
        if (other.id === id || organization === undefined || !isSamePackage) continue;
        if (isSameRecord(await knownOrg(store, other.id), organization)) others.push(other);
    }
    return [own, ...others];
}
