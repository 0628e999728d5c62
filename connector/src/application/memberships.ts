import { isSameRecord } from '../domain/record-id.ts';
import type { User } from '../contracts/auth.ts';
import type { OrgRight } from '../contracts/rights/org-rights.ts';
import type { OrgIdentity } from '../contracts/salesforce-sign-in.ts';
import type { OpenConnection } from './connections/connection-runtime.ts';
import { knownOrg } from './connections/org-identity.ts';
import type { AppContext } from './context.ts';
import type { ProvenRights } from './rights/user-rights.ts';

/** A connection of a user's org, with what they may do there; `undefined` where nobody could be asked. */
export interface Membership {
    readonly id: string;
    /** Under which the org has the package. */
    readonly namespace: string | undefined;
    readonly proven: ProvenRights | undefined;
}

/** Every connection of somebody's org. One that is broken keeps none of the others from being asked. */
export async function memberships(
    context: AppContext,
    { userId, organizationId }: Pick<OrgIdentity, 'userId' | 'organizationId'>,
    isSigningIn = false
): Promise<readonly Membership[]> {
    const found: Membership[] = [];
    for (const opened of context.connections.all())
        if (await isOrgOf(context, opened, organizationId))
            found.push({
                id: opened.id,
                namespace: opened.org?.settings.namespace ?? opened.settings.salesforce?.namespace,
                proven: await context.rights.of(opened.id, userId, isSigningIn)
            });
    return found;
}

/** The user that these rights make, as a session keeps them. */
export function userOf(
    { userId, organizationId, username }: OrgIdentity,
    found: readonly Membership[],
    isOwner: boolean
): User {
    const holding = (right: OrgRight): readonly string[] =>
        found.flatMap(({ id, proven }) => (proven?.rights.includes(right) === true ? [id] : []));
    return {
        actor: username,
        admin: isOwner ? 'all' : holding('admin'),
        viewer: holding('viewer'),
        member: found.map(({ id }) => id),
        identity: { userId, organizationId }
    };
}

async function isOrgOf(
    { store }: AppContext,
    { id, org, settings }: OpenConnection,
    organizationId: string
): Promise<boolean> {
    const known =
        settings.salesforce?.connected === true ? settings.salesforce.organizationId : await knownOrg(store, id);
    if (known !== undefined) return isSameRecord(known, organizationId);
    if (org === undefined) return false;
    return org.administration.identity().then(
        (ours) => isSameRecord(ours.organizationId, organizationId),
        () => false
    );
}
