import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DirectoryChange } from '../../../src/contracts/store.ts';
import { connectOrg } from '../../../src/salesforce/org.ts';
import { directoryOrg, FIELDS } from './directory-org.ts';
import { refusal, ROOT, SETTINGS } from './fake-org.ts';

const AT = '2026-11-20T16:00:00.000+0000';
const MARK = '2026-11-20T16:00:00.000Z';
const MARKS = { Account: MARK, Contact: MARK, Lead: MARK, Opportunity: MARK, OpportunityContactRole: MARK };
const row = (Id: string, more: Record<string, unknown> = {}): Record<string, unknown> => ({
    Id,
    Name: Id,
    SystemModstamp: AT,
    IsDeleted: false,
    ...more
});

type Fake = ReturnType<typeof directoryOrg>;
async function changesOf({ dependencies }: Fake, marks: Record<string, string> = MARKS, settings = SETTINGS) {
    const pages: DirectoryChange[] = [];
    const org = connectOrg(settings, dependencies);
    await org.changes(marks, async (page) => void pages.push(page));
    return { pages, org };
}
const about =
    (object: string) =>
    (soql: string): boolean =>
        new RegExp(`FROM ${object}\\b`).test(soql);

test('a quiet refresh is one API call, after describing the org once', async () => {
    const fake = directoryOrg(() => undefined);
    const { org } = await changesOf(fake);
    assert.equal(org.calls(), 2);
    await org.changes(MARKS, async () => assert.fail('nothing changed'));
    assert.equal(org.calls(), 3);
    assert.equal(fake.queries.length, 10);
});

test('what changed is asked for from two minutes before the mark, deleted records included', async () => {
    const fake = directoryOrg(() => undefined);
    await changesOf(fake);
    for (const { soql, resource } of fake.queries) {
        assert.equal(resource, 'queryAll');
        assert.match(soql, /WHERE SystemModstamp >= 2026-11-20T15:58:00\.000Z ORDER BY SystemModstamp, Id$/);
    }
});

test('the first time everything alive is asked for, and what is over is not', async () => {
    const fake = directoryOrg(() => undefined);
    await changesOf(fake, {});
    const soqlOf = (object: string): string => fake.queries.find(({ soql }) => about(object)(soql))?.soql ?? '';
    assert.ok(fake.queries.every(({ resource }) => resource === 'query'));
    assert.match(soqlOf('Lead'), /WHERE IsConverted = false ORDER BY/);
    assert.match(soqlOf('Opportunity'), /WHERE IsClosed = false ORDER BY/);
    assert.doesNotMatch(soqlOf('Contact'), /WHERE/);
});

test('only fields that the org has are asked for; custom phone fields where it has them', async () => {
    const fields = { ...FIELDS, Contact: [...(FIELDS.Contact ?? []), 'Direct_Line__c', 'IsPersonAccount'] };
    const phoneFields = { Contact: ['Direct_Line__c', 'Nowhere__c'] };
    const fake = directoryOrg(() => undefined, fields);
    await changesOf(fake, MARKS, { ...SETTINGS, phoneFields });
    const contact = fake.queries.find(({ soql }) => about('Contact')(soql))?.soql ?? '';
    assert.match(contact, /Direct_Line__c/);
    assert.match(contact, /IsPersonAccount/);
    assert.doesNotMatch(contact, /Nowhere__c|HomePhone|Fax/);
    assert.match(contact, /Account\.Name/);
});

test('people are told with every number that can be read, each once, under its field', async () => {
    const contact = row('003A', {
        FirstName: 'Marie',
        Phone: '(514) 555-0123',
        MobilePhone: '+1 514 555 0123 poste 12',
        AccountId: '001A',
        Account: { Name: 'Acme' },
        Owner: { Name: 'Paul' },
        LastModifiedDate: AT
    });
    const fake = directoryOrg((soql) =>
        about('Contact')(soql) ? [contact, row('003B', { Phone: 'voir note' })] : undefined
    );
    const [page] = (await changesOf(fake)).pages;
    const [marie, other] = page?.people ?? [];
    assert.deepEqual(JSON.parse(JSON.stringify(marie)), {
        id: '003A',
        object: 'Contact',
        name: '003A',
        firstName: 'Marie',
        company: 'Acme',
        accountId: '001A',
        ownerName: 'Paul',
        modifiedAt: MARK,
        numbers: [
            { e164: '+15145550123', field: 'Phone' },
            { e164: '+15145550123', extension: '12', field: 'MobilePhone' }
        ]
    });
    assert.deepEqual(other?.numbers, []);
    assert.deepEqual(page?.highWater, { Contact: MARK });
});

test('deleted, merged and converted records are told with what stands for them', async () => {
    const fake = directoryOrg((soql) => {
        if (about('Contact')(soql))
            return [
                row('003D', { IsDeleted: true, MasterRecordId: null }),
                row('003M', { IsDeleted: true, MasterRecordId: '003A' })
            ];
        if (about('Lead')(soql))
            return [
                row('00Q1', {
                    IsConverted: true,
                    Company: 'Acme',
                    ConvertedContactId: '003A',
                    ConvertedAccountId: '001A'
                }),
                row('00Q2', {
                    IsConverted: true,
                    Company: null,
                    ConvertedContactId: '003P',
                    ConvertedAccountId: '001P'
                })
            ];
        return undefined;
    });
    const { pages } = await changesOf(fake);
    assert.deepEqual(
        pages.flatMap(({ gone }) => gone),
        [
            { id: '003D', into: undefined },
            { id: '003M', into: '003A' },
            { id: '00Q1', into: '003A' },
            { id: '00Q2', into: '001P' }
        ]
    );
    assert.ok(pages.every(({ people }) => people.length === 0));
});

test('a person account is one person: the account, with the contact that stands in WhoId', async () => {
    const fields = {
        ...FIELDS,
        Account: [...(FIELDS.Account ?? []), 'IsPersonAccount', 'PersonContactId', 'PersonMobilePhone', 'PersonEmail'],
        Contact: [...(FIELDS.Contact ?? []), 'IsPersonAccount']
    };
    const fake = directoryOrg((soql) => {
        if (about('Contact')(soql)) return [row('003P', { IsPersonAccount: true, MobilePhone: '514 555 0123' })];
        if (about('Account')(soql))
            return [
                row('001P', {
                    IsPersonAccount: true,
                    PersonContactId: '003P',
                    PersonMobilePhone: '514 555 0123',
                    PersonEmail: 'p@x.ca'
                })
            ];
        return undefined;
    }, fields);
    const people = (await changesOf(fake)).pages.flatMap((page) => page.people);
    assert.deepEqual(
        people.map(({ id, personContactId, email, numbers }) => [id, personContactId, email, numbers[0]?.field]),
        [['001P', '003P', 'p@x.ca', 'PersonMobilePhone']]
    );
});

test('every page is told in order with its own mark, and the next one waits for it', async () => {
    const next = `${ROOT}/query/01g-2000`;
    const at = (minute: string): string => `2026-11-20T16:${minute}:00.000+0000`;
    const fake = directoryOrg((soql) => {
        if (soql.includes('01g-2000')) return [row('003B', { SystemModstamp: at('07') })];
        if (!about('Contact')(soql)) return undefined;
        return { body: { done: false, nextRecordsUrl: next, records: [row('003A', { SystemModstamp: at('05') })] } };
    });
    const told: string[] = [];
    const org = connectOrg(SETTINGS, fake.dependencies);
    await org.changes(MARKS, async (page) => {
        const askedBefore = fake.queries.some(({ soql }) => soql.includes('01g-2000'));
        told.push(`${page.people[0]?.id} ${page.highWater.Contact} ${askedBefore}`);
        await Promise.resolve();
    });
    assert.deepEqual(told, ['003A 2026-11-20T16:05:00.000Z false', '003B 2026-11-20T16:07:00.000Z true']);
    assert.equal(org.calls(), 3);
});

test('what the overlap shows again is not told again, unless it changed or the store went back', async () => {
    let modified = AT;
    const fake = directoryOrg((soql) =>
        about('Contact')(soql) ? [row('003A', { SystemModstamp: modified })] : undefined
    );
    const { org, pages } = await changesOf(fake, { ...MARKS, Contact: '2026-11-20T15:59:00.000Z' });
    const again = (Contact: string): Promise<void> =>
        org.changes({ ...MARKS, Contact }, async (page) => void pages.push(page));
    assert.equal(pages.length, 1);
    await again(MARK);
    assert.equal(pages.length, 1);
    await again('2026-11-20T15:59:00.000Z');
    assert.equal(pages.length, 2);
    modified = '2026-11-20T16:01:00.000+0000';
    await again(MARK);
    assert.equal(pages.length, 3);
});

test('a page that could not be kept is told again', async () => {
    const fake = directoryOrg((soql) => (about('Contact')(soql) ? [row('003A')] : undefined));
    const org = connectOrg(SETTINGS, fake.dependencies);
    await assert.rejects(
        org.changes(MARKS, () => Promise.reject(new Error('disk full'))),
        /disk full/
    );
    let told = 0;
    await org.changes(MARKS, async () => void (told += 1));
    assert.equal(told, 1);
});

test('an org that no longer has a field is described again', async () => {
    let fields: Readonly<Record<string, readonly string[]>> = {
        ...FIELDS,
        Contact: [...(FIELDS.Contact ?? []), 'HomePhone']
    };
    const described = new Proxy({}, { get: (_, object: string) => fields[object] }) as typeof FIELDS;
    const fake = directoryOrg(
        (soql) =>
            soql.includes('HomePhone') && fields === FIELDS
                ? { status: 400, body: refusal('INVALID_FIELD', "No such column 'HomePhone'") }
                : undefined,
        described
    );
    const { org } = await changesOf(fake);
    fields = FIELDS;
    await org.changes(MARKS, async () => {});
    assert.equal(org.calls(), 5);
});
