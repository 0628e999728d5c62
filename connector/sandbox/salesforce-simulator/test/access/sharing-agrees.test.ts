import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { METADATA, orgWithPeople, row } from './org-people.ts';

/**
 * What UserRecordAccess says and what each API does are worked out apart: whatever is shared how, owned by whom and
 * looked at by whom, they agree.
 */
const org = await orgWithPeople({ metadata: [METADATA] });
const people = {
    rep: await org.person('rep'),
    colleague: await org.person('colleague'),
    manager: await org.person('manager', { role: 'SVPSalesMarketing' }),
    reader: await org.person('reader', { profile: 'Read Only' }),
    viewer: await org.person('viewer', { permissionSets: ['See_All_Contacts'] }),
    auditor: await org.person('auditor', { permissionSets: ['See_All_Data'] })
};
const ids = await org.seed([
    row('Group', 'queue', { Name: 'Queue', Type: 'Queue', DoesIncludeBosses: true }),
    row('QueueSobject', 'q1', { QueueId: '@queue', SobjectType: 'Task' }),
    row('QueueSobject', 'q2', { QueueId: '@queue', SobjectType: 'Lead' }),
    row('GroupMember', 'm', { GroupId: '@queue', UserOrGroupId: people.colleague.id })
]);
const NAMES = Object.keys(people) as (keyof typeof people)[];
const OWNED_BY_QUEUES = ['Lead', 'Task'];

const models = fc.record({
    Account: fc.constantFrom('Private', 'Read', 'ReadWrite'),
    Contact: fc.constantFrom('Private', 'Read', 'ReadWrite', 'ControlledByParent'),
    Lead: fc.constantFrom('Private', 'Read', 'ReadWrite', 'ReadWriteTransfer'),
    Opportunity: fc.constantFrom('Private', 'Read', 'ReadWrite'),
    Activity: fc.constantFrom('Private', 'ControlledByParent')
});
const owner = fc.constantFrom(...NAMES.filter((name) => name !== 'reader'), 'queue' as const);
const world = fc.record({
    models,
    object: fc.constantFrom('Account', 'Contact', 'Lead', 'Opportunity', 'Task'),
    owner,
    accountOwner: owner,
    contactOwner: owner,
    related: fc.constantFrom('nothing', 'contact', 'account', 'both'),
    viewer: fc.constantFrom(...NAMES)
});
type World = typeof world extends fc.Arbitrary<infer Value> ? Value : never;

/** Accounts, contacts and deals belong to people. */
const idOf = (name: World['owner'], object: string): string =>
    name === 'queue' ? (OWNED_BY_QUEUES.includes(object) ? String(ids.queue) : people.rep.id) : people[name].id;

/** The record of a case, with those it hangs on. */
async function make(one: World): Promise<string> {
    const account = await org.create('Account', { Name: 'x', OwnerId: idOf(one.accountOwner, 'Account') });
    if (one.object === 'Account') return account;
    const OwnerId = idOf(one.owner, one.object);
    if (one.object === 'Lead') return org.create('Lead', { LastName: 'x', Company: 'y', OwnerId });
    const AccountId = one.related === 'nothing' ? null : account;
    if (one.object === 'Contact') return org.create('Contact', { LastName: 'x', AccountId, OwnerId });
    const deal = { Name: 'x', StageName: 'Prospecting', CloseDate: '2026-01-31' };
    if (one.object === 'Opportunity') return org.create('Opportunity', { ...deal, AccountId, OwnerId });
    const contact = { LastName: 'x', AccountId: account, OwnerId: idOf(one.contactOwner, 'Contact') };
    const WhoId = ['contact', 'both'].includes(one.related) ? await org.create('Contact', contact) : null;
    const WhatId = ['account', 'both'].includes(one.related) ? account : null;
    return org.create('Task', { Subject: 'x', WhoId, WhatId, OwnerId });
}

/** A field that everybody sees who sees the record. */
const FIELD: Readonly<Record<string, string>> = { Task: 'Subject', Contact: 'LastName', Lead: 'LastName' };

/** One case for each thing that may be allowed at most, so that none goes untried. */
const KNOWN = {
    accountOwner: 'rep',
    contactOwner: 'rep',
    owner: 'rep',
    related: 'nothing',
    viewer: 'colleague'
} as const;
const PRIVATE = {
    Account: 'Private',
    Contact: 'Private',
    Lead: 'Private',
    Opportunity: 'Private',
    Activity: 'Private'
} as const;
const EXAMPLES: readonly [World][] = [
    [{ ...KNOWN, object: 'Lead', models: PRIVATE }],
    [{ ...KNOWN, object: 'Account', models: { ...PRIVATE, Account: 'Read' } }],
    [{ ...KNOWN, object: 'Account', models: { ...PRIVATE, Account: 'ReadWrite' } }],
    [{ ...KNOWN, object: 'Lead', models: { ...PRIVATE, Lead: 'ReadWriteTransfer' } }],
    [{ ...KNOWN, object: 'Task', models: PRIVATE, viewer: 'rep' }]
];

test('UserRecordAccess, REST, SOQL and the UI API agree on who sees, changes and deletes a record', async () => {
    const levels = new Set<unknown>();
    await fc.assert(
        fc.asyncProperty(world, async (one) => {
            await org.share(one.models);
            const id = await make(one);
            const who = people[one.viewer];
            const [said] = await org.query(
                `SELECT RecordId, HasReadAccess, HasEditAccess, HasDeleteAccess, MaxAccessLevel FROM UserRecordAccess WHERE UserId = '${who.id}' AND RecordId = '${id}'`
            );
            levels.add(said?.MaxAccessLevel);
            const ok = async (method: string, path: string, body?: unknown): Promise<boolean> =>
                (await who.call(method, path, body)).status < 300;
            const found = await who.rows(`SELECT Id FROM ${one.object} WHERE Id = '${id}'`);
            const field = FIELD[one.object] ?? 'Name';
            assert.deepEqual(
                {
                    read: await ok('GET', `sobjects/${one.object}/${id}`),
                    found: found.length === 1,
                    shown: await ok('GET', `ui-api/records/${id}?fields=${one.object}.${field}`),
                    changed: await ok('PATCH', `sobjects/${one.object}/${id}`, { [field]: 'y' }),
                    deleted: await ok('DELETE', `sobjects/${one.object}/${id}`)
                },
                {
                    read: said?.HasReadAccess,
                    found: said?.HasReadAccess,
                    shown: said?.HasReadAccess,
                    changed: said?.HasEditAccess,
                    deleted: said?.HasDeleteAccess
                }
            );
        }),
        { numRuns: 120, examples: [...EXAMPLES] }
    );
    assert.deepEqual([...levels].sort(), ['All', 'Edit', 'None', 'Read', 'Transfer']);
});
