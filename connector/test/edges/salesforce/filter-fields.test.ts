import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Person } from '../../../src/domain/people/person.ts';
import type { DirectoryChange } from '../../../src/contracts/store.ts';
import { connectOrg } from '../../../src/salesforce/org.ts';
import { directoryOrg, FIELDS } from './directory-org.ts';
import { SETTINGS } from './fake-org.ts';
import { record, simulatedOrg } from './simulated-org.ts';

const EVERYBODY = ['Contact', 'Lead', 'Account'] as const;
const AT = '2026-11-20T16:00:00.000+0000';
const MARK = '2026-11-20T16:00:00.000Z';
const MARKS = { Account: MARK, Contact: MARK, Lead: MARK, Opportunity: MARK, OpportunityContactRole: MARK };

/** Refreshes as the store would: each page's marks are kept before the next is told. */
async function refresh(fake: ReturnType<typeof directoryOrg>, marks: Record<string, string>, filterFields: string[]) {
    const pages: DirectoryChange[] = [];
    fake.queries.length = 0;
    await connectOrg({ ...SETTINGS, filterFields }, fake.dependencies).changes({ ...marks }, async (page) => {
        Object.assign(marks, page.highWater);
        pages.push(page);
    });
    return { people: pages.flatMap(({ people }) => people), gone: pages.flatMap(({ gone }) => gone) };
}

test('a field that the filter names is read with everybody of its object, for no further call later', async () => {
    const fields = { ...FIELDS, Lead: [...(FIELDS.Lead ?? []), 'Industry'] };
    const lead = { Id: '00Q1', Name: 'L', SystemModstamp: AT, IsDeleted: false, Industry: 'Energy' };
    const fake = directoryOrg((soql) => (/FROM Lead/.test(soql) ? [lead] : undefined), fields);
    const marks: Record<string, string> = { ...MARKS };

    await refresh(fake, marks, []);
    assert.equal(fake.queries.length, 5);
    assert.ok(
        fake.queries.every(({ soql }) => !soql.includes('Industry')),
        'what nobody named is not read'
    );

    const { people } = await refresh(fake, marks, ['industry']);
    assert.deepEqual(people.at(-1)?.fields, { industry: 'Energy' });
    const leads = fake.queries.filter(({ soql }) => /FROM Lead/.test(soql));
    assert.deepEqual(
        leads.map(({ resource }) => resource),
        ['queryAll', 'query'],
        'first what was deleted, then all of the living'
    );
    assert.match(leads[0]?.soql ?? '', /,Industry FROM Lead/);
    const again = fake.queries.slice(5).filter(({ resource }) => resource === 'query');
    assert.ok(again.length <= 1, 'only leads have the field, so only leads are read once more');

    await refresh(fake, marks, ['industry']);
    assert.equal(fake.queries.length, 5, 'from then on it comes with what changed');
    await refresh(fake, marks, []);
    await refresh(fake, marks, ['industry']);
    assert.ok(fake.queries.length > 5, 'what was not read in between is read again');
});

test('after an upgrade that reads numbers otherwise, everybody is read once more, and once only', async () => {
    const fake = directoryOrg(() => undefined);
    const marks: Record<string, string> = { ...MARKS, 'read again': 'people' };
    await refresh(fake, marks, []);
    const again = fake.queries.filter(({ resource }) => resource === 'query').map(({ soql }) => soql);
    assert.deepEqual(
        again.map((soql) => /FROM (\w+)/.exec(soql)?.[1]),
        ['Account', 'Contact', 'Lead']
    );
    await refresh(fake, marks, []);
    assert.ok(
        fake.queries.every(
            ({ soql, resource }) => resource === 'queryAll' || /FROM (?:Account|Contact|Lead)/.test(soql)
        )
    );
    assert.equal(marks['read again'], '');
});

test('a reading once more that was cut short goes on where it stopped', async () => {
    const fields = { ...FIELDS, Lead: [...(FIELDS.Lead ?? []), 'Industry'] };
    const lead = { Id: '00Q1', Name: 'L', SystemModstamp: AT, IsDeleted: false, Industry: 'Energy' };
    const fake = directoryOrg((soql) => (/FROM Lead/.test(soql) ? [lead] : undefined), fields);
    const marks: Record<string, string> = { ...MARKS };
    const org = connectOrg({ ...SETTINGS, filterFields: ['Industry'] }, fake.dependencies);
    let pages = 0;
    const cut = org.changes({ ...marks }, async (page) => {
        pages += 1;
        if (pages === 3) throw new Error('killed');
        Object.assign(marks, page.highWater);
    });
    await assert.rejects(cut, /killed/);
    assert.equal(marks['Lead'], '', 'everybody is still to be read');
    const { people } = await refresh(fake, marks, ['Industry']);
    assert.deepEqual(
        people.map(({ id }) => id),
        ['00Q1']
    );
    assert.equal(marks['Lead'], MARK);
});

test('a simulated org tells the values as text, and which fields it cannot filter by', async () => {
    const filterFields = ['leadsource', 'MailingLatitude', 'IsEmailBounced', 'Description', 'Nowhere__c'];
    const simulated = await simulatedOrg({}, { filterFields });
    // An admin who filters by a field grants it, which the two sets alone do not.
    await simulated.control('POST', '/permission-sets', { names: [], profile: 'System Administrator' });
    await simulated.seed([
        record('Contact', 'a', { LastName: 'A', Phone: '5145550123', LeadSource: 'Web', MailingLatitude: 45.5 }),
        record('Lead', 'b', { LastName: 'B', Company: 'Nord', Phone: '5145550199' })
    ]);
    const people: Person[] = [];
    await simulated.org.changes({}, async (page) => void people.push(...page.people));
    const fields = new Map(people.map(({ name, fields: values }) => [name, values]));
    assert.deepEqual(fields.get('A'), { leadsource: 'Web', mailinglatitude: '45.5', isemailbounced: 'false' });
    assert.equal(fields.get('B'), undefined);
    assert.deepEqual(await simulated.org.unknownFilterFields?.(EVERYBODY), ['Description', 'Nowhere__c']);
});

test('a field that only leads have lets no contact pass, and that is said', async () => {
    const fields = { ...FIELDS, Lead: [...(FIELDS.Lead ?? []), 'Industry'] };
    const fake = directoryOrg(() => undefined, fields);
    const org = connectOrg({ ...SETTINGS, filterFields: ['Industry'] }, fake.dependencies);
    assert.deepEqual(await org.unknownFilterFields?.(EVERYBODY), []);
    assert.deepEqual(await org.unknownFilterFields?.(['Contact']), ['Industry']);
});
