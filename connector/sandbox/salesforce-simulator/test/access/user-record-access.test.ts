import assert from 'node:assert/strict';
import test from 'node:test';
import type { Refusal, Row } from '../contract-org.ts';
import { METADATA, orgWithPeople } from './org-people.ts';

/** Object Reference, UserRecordAccess. */
const org = await orgWithPeople({ metadata: [METADATA], sharing: { Account: 'Read', Lead: 'Private' } });
const rep = await org.person('rep');
const colleague = await org.person('colleague');
const reader = await org.person('reader', { profile: 'Read Only' });
const account = await org.create('Account', { Name: 'Acme' });
const task = await org.create('Task', { Subject: 'x', WhatId: account, OwnerId: rep.id });
const FLAGS = 'HasReadAccess, HasEditAccess, HasDeleteAccess, HasTransferAccess, HasAllAccess, MaxAccessLevel';
const asked = (who: { id: string }, ...ids: string[]): string =>
    `SELECT RecordId, ${FLAGS} FROM UserRecordAccess WHERE UserId = '${who.id}' AND RecordId IN ('${ids.join("','")}')`;
const levels = (rows: readonly Row[]) => rows.map(({ RecordId, MaxAccessLevel }) => [RecordId, MaxAccessLevel]);

test('it says what somebody may do with records, for whoever may see the records', async () => {
    assert.deepEqual(levels(await org.query(asked(rep, account, task))), [
        [account, 'Read'],
        [task, 'All']
    ]);
    const [row] = await org.query(asked(colleague, task));
    const flags = [row?.HasReadAccess, row?.HasEditAccess, row?.HasDeleteAccess, row?.HasTransferAccess];
    assert.deepEqual([...flags, row?.HasAllAccess], [true, false, false, false, false]);
});

test('rights on the object count too: who may edit no account may not edit their own', async () => {
    const own = await org.create('Account', { Name: 'Mine', OwnerId: reader.id });
    assert.deepEqual(levels(await reader.rows(asked(reader, own))), [[own, 'Read']]);
});

test('records that the one who asks cannot see are left out', async () => {
    const lead = await org.create('Lead', { LastName: 'x', Company: 'y', OwnerId: rep.id });
    assert.deepEqual(levels(await colleague.rows(asked(colleague, lead, account))), [[account, 'Read']]);
    assert.deepEqual(levels(await org.query(asked(colleague, lead))), [[lead, 'None']]);
});

test('a flag in the condition leaves out the records for which it is not so', async () => {
    const soql = (flag: string) =>
        `SELECT RecordId FROM UserRecordAccess WHERE UserId = '${rep.id}' AND RecordId IN ('${account}','${task}') AND ${flag}`;
    assert.deepEqual(
        (await org.query(soql('HasEditAccess = true'))).map(({ RecordId }) => RecordId),
        [task]
    );
    assert.deepEqual((await org.query(soql('HasReadAccess = true'))).length, 2);
});

test('it stands beside the fields of a record, and says what the one who asks may do', async () => {
    const [found] = await colleague.rows(
        'SELECT Id, UserRecordAccess.HasEditAccess, UserRecordAccess.MaxAccessLevel FROM Task'
    );
    const { HasEditAccess, MaxAccessLevel } = found?.UserRecordAccess as Row;
    assert.deepEqual([HasEditAccess, MaxAccessLevel], [false, 'Read']);
});

test('questions of another form are refused', async () => {
    const records = Array.from({ length: 201 }, () => `'${account}'`).join(',');
    for (const soql of [
        'SELECT RecordId FROM UserRecordAccess',
        `SELECT RecordId FROM UserRecordAccess WHERE RecordId = '${account}'`,
        `SELECT RecordId FROM UserRecordAccess WHERE UserId = '${rep.id}' OR RecordId = '${account}'`,
        `SELECT HasReadAccess FROM UserRecordAccess WHERE UserId = '${rep.id}' AND RecordId = '${account}'`,
        `SELECT RecordId, UserId FROM UserRecordAccess WHERE UserId = '${rep.id}' AND RecordId = '${account}'`,
        `SELECT RecordId FROM UserRecordAccess WHERE UserId = '${rep.id}' AND RecordId IN (${records})`,
        `SELECT RecordId FROM UserRecordAccess WHERE UserId = '${rep.id}' AND RecordId = '${rep.id}'`
    ]) {
        const { status, body } = await org.call<Refusal[]>('GET', `query?q=${encodeURIComponent(soql)}`);
        assert.deepEqual([status, body[0]?.errorCode], [400, 'MALFORMED_QUERY'], soql.slice(0, 120));
    }
});
