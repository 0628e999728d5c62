import type { OrgWishes } from '../../contracts/org-administration.ts';
import { compositeReads } from '../rest/composite.ts';
import { describeObjects, type DescribedObject } from '../directory/fields.ts';
import { nameInOrg, type NameInOrg } from '../namespace.ts';
import { QueryPage } from '../rest/query.ts';
import { Refusal } from '../rest/refusal.ts';
import type { Session } from '../rest/session.ts';
import type { OrgSettings } from '../settings.ts';
import { queryPath } from '../rest/soql.ts';
import { asWarning, failed, ok, unexpected, warning, type Check } from './check.ts';
import { needs, type ObjectNeed } from './needs.ts';
import { packageSight } from './package-sight.ts';
import { checkPackage } from './package-version.ts';
import { checkRequired } from './required-fields.ts';
import { checkRights, showsOurs } from './rights.ts';
import { checkTaskValues } from './task-values.ts';
import { checkTrustedSite } from './trusted-site.ts';
import { tryActivity } from './try-activity.ts';

/**
 * Everything that must be right in the org before the connector can work, as a list for an admin. Rights are read from
 * describe; where all of them are there, an activity is tried out and taken back. About eight API calls.
 *
 * @returns in the order in which to put things right; ends after `sign-in` when nobody can sign in. Never throws for what the org says.
 */
export async function checkOrg(
    session: Session,
    settings: Pick<OrgSettings, 'namespace'>,
    wishes: OrgWishes
): Promise<readonly Check[]> {
    const signIn = await checkSignIn(session);
    if (signIn.state === 'failed') return [signIn];
    try {
        const name = nameInOrg(settings.namespace);
        const wanted = needs(wishes);
        const described = await describeObjects(
            session,
            wanted.map(({ object }) => name(object))
        );
        const isAllThere = wanted.every((need) => showsOurs(need, described.get(name(need.object)), name));
        const sight = isAllThere ? {} : await packageSight(session, settings.namespace);
        const asks = (check: (need: ObjectNeed) => readonly Check[]): readonly Check[] =>
            wanted.flatMap((need) => (need.isExtra === true ? check(need).map(asWarning) : check(need)));
        const rights = asks((need) => checkRights(need, described.get(name(need.object)), name, sight));
        const list = [
            signIn,
            await checkPackage(session, settings.namespace, hasPackage(described, name('Quo_Key__c')), sight),
            ...rights,
            ...asks((need) => checkRequired(need, described.get(name(need.object)), name)),
            ...unsearchable(wanted, described, name),
            ...(await checkTaskValues(session, wishes.fieldDefaults?.Task)),
            ...(await checkTrustedSite(session, wishes.recordingsFrom)),
            allowanceOf(session)
        ];
        // What is known to be wrong would only be told again.
        if (list.some(({ state }) => state === 'failed')) return list;
        return [...list, ...(await tryActivity(session, wishes, name))];
    } catch (error) {
        return [signIn, unexpected('org', error)];
    }
}

/** Phone fields of the preferences or of the platform that no question may name: their numbers are found by the directory alone. */
function unsearchable(
    wanted: readonly ObjectNeed[],
    described: ReadonlyMap<string, DescribedObject>,
    name: NameInOrg
): readonly Check[] {
    return wanted.flatMap(({ object, read }) => {
        const fields = described.get(name(object))?.fields;
        const hidden = read.filter((field) => /phone/i.test(field) && fields?.get(field)?.filterable === false);
        return hidden.map((field) => warning(`search ${object}.${field}`, 'SF-NOT-SEARCHED', `${object}.${field}`));
    });
}

/** Group, and what Essentials, Contact Manager and Starter are built on: as `OrganizationType` names them. */
const WITHOUT_API = ['Team Edition', 'Base Edition'];

/** Signs in, and says which org this is. */
async function checkSignIn(session: Session): Promise<Check> {
    try {
        const soql = 'SELECT Id, Name, OrganizationType, IsSandbox FROM Organization';
        const [part] = await compositeReads(session, [queryPath(session.root, soql)]);
        const page = QueryPage.safeParse(part?.body);
        const org = page.success ? page.data.records[0] : undefined;
        const edition = typeof org?.OrganizationType === 'string' ? org.OrganizationType : undefined;
        const seen = [edition, org?.IsSandbox === true ? 'sandbox' : undefined].filter(Boolean).join(', ');
        return WITHOUT_API.includes(edition ?? '') ? warning('sign-in', 'SF-EDITION', seen) : ok('sign-in', seen);
    } catch (error) {
        // A version that the org does not have is answered like any address that is not there.
        if (error instanceof Refusal && error.status === 404) return failed('sign-in', 'SF-API-VERSION', session.root);
        return unexpected('sign-in', error);
    }
}

function allowanceOf(session: Session): Check {
    const allowance = session.allowance();
    if (allowance === undefined) return ok('api calls');
    const seen = `${allowance.used}/${allowance.limit}`;
    return allowance.used < allowance.limit ? ok('api calls', seen) : failed('api calls', 'SF-LIMIT', seen);
}

function hasPackage(described: ReadonlyMap<string, DescribedObject>, keyField: string): boolean {
    return described.get('Task')?.fields.has(keyField) ?? false;
}
