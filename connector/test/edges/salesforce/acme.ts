import assert from 'node:assert/strict';
import type { DirectoryChange } from '../../../src/contracts/store.ts';
import { record, type simulatedOrg } from './simulated-org.ts';

type Simulated = Awaited<ReturnType<typeof simulatedOrg>>;

/** A store of a directory, as far as marks go. */
export function follower({ org }: Simulated) {
    const marks: Record<string, string> = {};
    return async (): Promise<DirectoryChange> => {
        const pages: DirectoryChange[] = [];
        await org.changes({ ...marks }, async (page) => {
            Object.assign(marks, page.highWater);
            pages.push(page);
        });
        return {
            people: pages.flatMap(({ people }) => people),
            gone: pages.flatMap(({ gone }) => gone),
            related: pages.flatMap(({ related }) => related),
            goneRelated: pages.flatMap(({ goneRelated }) => goneRelated),
            highWater: marks
        };
    };
}

export async function api(
    simulated: Simulated,
    method: 'POST' | 'PATCH' | 'DELETE',
    path: string,
    body?: Record<string, unknown>
): Promise<void> {
    const [status, answer] = await simulated.as(undefined, method, `/sobjects/${path}`, body);
    assert.ok(status < 300, JSON.stringify(answer));
}

/** A company with two people, a lead and a deal. */
export const ACME = [
    record('Account', 'acme', { Name: 'Acme', Phone: '(514) 555-0100' }),
    record('Contact', 'marie', {
        FirstName: 'Marie',
        LastName: 'Tremblay',
        AccountId: '@acme',
        MobilePhone: '514.555.0123 x12'
    }),
    record('Contact', 'luc', { FirstName: 'Luc', LastName: 'Roy', AccountId: '@acme', Phone: '+33 6 12 34 56 78' }),
    record('Lead', 'lead', { LastName: 'Gagnon', Company: 'Nord', Phone: '5145550199' }),
    record('Opportunity', 'deal', {
        Name: 'Renouvellement',
        AccountId: '@acme',
        StageName: 'Prospecting',
        CloseDate: '2027-01-31'
    }),
    record('OpportunityContactRole', 'role', { OpportunityId: '@deal', ContactId: '@marie', IsPrimary: true })
];
