import { checkOrg } from '../../../src/salesforce/checks/check-org.ts';
import { needs } from '../../../src/salesforce/checks/needs.ts';
import type { OrgWishes } from '../../../src/contracts/org-administration.ts';
import { nameInOrg } from '../../../src/salesforce/namespace.ts';
import { openSession } from '../../../src/salesforce/rest/session.ts';
import { fakeOrg, refusal, ROOT, SETTINGS, type Reply } from './fake-org.ts';

export const EVERYTHING: OrgWishes = {
    sona: true,
    transcripts: true,
    leads: true,
    related: ['Opportunity'],
    phoneFields: { Contact: ['Direct_Line__c'] }
};
export type Described = {
    createable: boolean;
    updateable: boolean;
    deletable: boolean;
    fields: Map<string, Record<string, unknown>>;
};

/** An org where everything is right, until it is changed. */
export function healthyOrg(namespace?: string) {
    const name = nameInOrg(namespace);
    const objects = new Map<string, Described>();
    for (const need of needs(EVERYTHING)) {
        const fields = [...need.write, ...need.read, ...(need.createOnly ?? [])].map(
            (field) =>
                [
                    name(field),
                    {
                        name: name(field),
                        createable: true,
                        updateable: true,
                        externalId: field === need.key,
                        unique: field === need.key
                    }
                ] as const
        );
        objects.set(name(need.object), {
            createable: true,
            updateable: true,
            deletable: true,
            fields: new Map(fields)
        });
    }
    return objects;
}

export function answering(
    objects: ReadonlyMap<string, Described>,
    more: (path: string) => Reply | undefined = () => undefined
) {
    const read = (path: string): Reply => {
        const special = more(path);
        if (special !== undefined) return special;
        const described = /\/sobjects\/(\w+)\/describe/.exec(path)?.[1];
        if (described !== undefined) {
            const found = objects.get(described);
            return found === undefined
                ? { status: 404, body: refusal('NOT_FOUND') }
                : { body: { name: described, ...found, fields: [...found.fields.values()] } };
        }
        const records = path.includes('FROM Organization')
            ? [{ Id: '00D', OrganizationType: 'Enterprise Edition', IsSandbox: true }]
            : [{ Id: '01J', ApiName: 'Completed', IsClosed: true, IsDefault: true }];
        return { body: { done: true, records }, headers: { 'sforce-limit-info': 'api-usage=18/15000' } };
    };
    return fakeOrg(({ path, body }) => {
        if (path !== `${ROOT}/composite`) return read(path);
        const { compositeRequest } = body as { compositeRequest: { url: string; referenceId: string }[] };
        const compositeResponse = compositeRequest.map(({ url, referenceId }) => {
            const { status = 200, body } = read(decodeURIComponent(url));
            return { referenceId, httpStatusCode: status, body };
        });
        return { body: { compositeResponse }, headers: { 'sforce-limit-info': 'api-usage=18/15000' } };
    });
}

export async function problems(
    objects: ReadonlyMap<string, Described>,
    namespace?: string,
    more?: (path: string) => Reply | undefined
) {
    const session = openSession(SETTINGS, answering(objects, more).dependencies);
    const list = await checkOrg(session, { namespace }, EVERYTHING);
    return list.filter(({ state }) => state !== 'ok').map(({ id, state, note }) => `${state} ${id}: ${note?.code}`);
}

/** What the org says of the package's permission set, and of the integration user's assignment to it. */
export function sets(
    known: readonly object[] | undefined,
    held: readonly object[] | undefined
): (path: string) => Reply | undefined {
    return (path) => {
        const records = path.includes('FROM PermissionSetAssignment')
            ? held
            : path.includes('FROM PermissionSet ')
              ? known
              : 'other';
        if (records === 'other') return undefined;
        return records === undefined
            ? { status: 400, body: refusal('INVALID_TYPE') }
            : { body: { done: true, records } };
    };
}
