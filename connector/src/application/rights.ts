import { isSameRecord, recordPart } from '../domain/record-id.ts';
import type { OrgUserRights } from '../contracts/rights/org-rights.ts';
import { errorData } from '../log.ts';
import type { OpenConnection } from './connections/connection-runtime.ts';
import { knownOrg } from './connections/org-identity.ts';
import type { AppContext } from './context.ts';

const MINUTE = 60_000;
/** An answer of the org's counts for so long; after that nobody holds a right until the org answers again. */
const PROOF_HOLDS = 10 * MINUTE;
/** How often the org is asked while somebody is at work, so that what is taken away is gone well before. */
const ASK_EVERY = 4 * MINUTE;
/** An org that does not answer is left alone for a while: each page would wait for it. */
const ASK_AGAIN_AFTER = MINUTE / 2;
/** People whose rights are remembered; whoever was asked for first is forgotten first. */
const MOST = 5_000;

export interface ProvenRights extends OrgUserRights {
    /** When the org said so, in milliseconds since the epoch; at most `PROOF_HOLDS` ago. */
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

/** The org did not answer, asked through this. */
interface Failure {
    readonly atMs: number;
    readonly through?: OpenConnection['org'];
}

type Context = Pick<AppContext, 'connections' | 'store' | 'log' | 'now'>;

export function rightsInOrgs(context: Context): RightsInOrgs {
    const known = new Map<string, ProvenRights>();
    const failed = new Map<string, Failure>();
    const asking = new Map<string, Promise<ProvenRights | undefined>>();
    const nowMs = (): number => context.now().getTime();
    const prove: RightsInOrgs['prove'] = (connection, userId, rights) => {
        const proven = { ...rights, provenAtMs: nowMs() };
        const key = keyOf(connection, userId);
        known.delete(key);
        known.set(key, proven);
        failed.delete(key);
        for (const oldest of known.keys()) if (known.size > MOST) known.delete(oldest);
        return proven;
    };
    const ask = async (connection: string, userId: string): Promise<ProvenRights | undefined> => {
        for (const { id, org } of await ofSameOrg(context, connection))
            try {
                const rights = await org?.administration.rightsOf(userId);
                if (rights !== undefined) return prove(connection, userId, rights);
            } catch (error) {
                context.log.warn('rights not read', { connection: id, ...errorData(error) });
            }
        if (failed.size > MOST) failed.clear();
        failed.set(keyOf(connection, userId), { atMs: nowMs(), through: context.connections.opened(connection)?.org });
        return undefined;
    };
    const hasJustFailed = (key: string, connection: string): boolean => {
        const { atMs, through } = failed.get(key) ?? { atMs: -Infinity };
        // Connected anew, the org may answer at once.
        return nowMs() - atMs < ASK_AGAIN_AFTER && through === context.connections.opened(connection)?.org;
    };
    return {
        prove,
        async of(connection, userId, isSigningIn = false) {
            const key = keyOf(connection, userId);
            const proven = known.get(key);
            const age = proven === undefined ? Infinity : nowMs() - proven.provenAtMs;
            const valid = age < PROOF_HOLDS ? proven : undefined;
            if ((age < ASK_EVERY && !isSigningIn) || hasJustFailed(key, connection)) return valid;
            const question = asking.get(key) ?? ask(connection, userId).finally(() => asking.delete(key));
            asking.set(key, question);
            return (await question) ?? valid;
        }
    };
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
